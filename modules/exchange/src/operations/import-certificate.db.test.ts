import { writeRevocations } from '@tereze/foundation-keys'
import { official } from '@tereze/foundation-testing'
import { beforeAll, describe, expect, it } from 'vitest'
import { certificateAuthority } from '../certificates.fixture.ts'
import { importCertificate, listCertificates, trustAuthority } from '../contract/index.ts'
import { exchangePlatform, ward, wardSystem } from '../exchange-platform.fixture.ts'

const platform = await exchangePlatform()
const integrator = official({ organisation: ward, roles: ['integrator'] })
const keeper = official({ organisation: 'platform', roles: ['integrator'] })
const now = platform.clock.now()
const day = (number: number) => new Date(now.getTime() + number * 86_400_000)
const [root, stranger] = await Promise.all([certificateAuthority('Root', now), certificateAuthority('Root', now)])
const between = await root.issue('Between', 'authority')

const take = (certificate: string, chain?: string, name = wardSystem) =>
  platform.run(
    importCertificate,
    { organisation: ward, system: name, certificate, ...(chain === undefined ? {} : { chain }) },
    integrator,
  )
const serveBy = async (pair: Awaited<ReturnType<typeof root.issue>>['pair']) =>
  platform.serve(await (await platform.newSystem(pair)).sign())

beforeAll(async () => {
  expect(await take((await root.issue('a', 'signing')).certificate)).toMatchObject({
    also: [{ code: 'exchange.certificate-authority-unknown' }],
  })
  await platform.run(trustAuthority, { authority: 'national', certificate: root.certificate }, keeper)
})

describe('import-certificate', () => {
  it('takes the key of a certificate whose way to a trusted authority holds; messages signed with it are taken', async () => {
    const own = await root.issue('Ward', 'signing')
    expect(await take(own.certificate)).toMatchObject({ authority: 'national', serial: own.serial, kid: own.pair.id })
    expect(await take(own.certificate)).toMatchObject({ serial: own.serial })
    expect(await serveBy(own.pair)).toHaveProperty('reply')
    const far = await root.issue('Far', 'signing', {
      issuer: { certificate: between.certificate, privateJwk: between.pair.privateJwk },
    })
    expect(await take(far.certificate)).toMatchObject({ also: [{ code: 'exchange.certificate-wrong-chain' }] })
    expect(await take(far.certificate, between.certificate)).toMatchObject({ serial: far.serial })
    expect(await serveBy(far.pair)).toHaveProperty('reply')
  })

  it('says why it takes none', async () => {
    const wrong: [string, string][] = [
      ['wrong-chain', (await stranger.issue('a', 'signing')).certificate],
      ['expired', (await root.issue('a', 'signing', { until: day(-0.5) })).certificate],
      ['not-yet-valid', (await root.issue('a', 'signing', { from: day(2) })).certificate],
      ['not-for-signing', between.certificate],
      ['unreadable', 'nonsense'],
    ]
    for (const [reason, certificate] of wrong)
      expect([reason, await take(certificate)]).toMatchObject([
        reason,
        { code: 'exchange.certificate-unusable', also: [{ code: `exchange.certificate-${reason}` }] },
      ])
    const one = await root.issue('a', 'signing')
    await take(one.certificate)
    expect(await take(one.certificate, undefined, 'laboratory')).toMatchObject({
      also: [{ code: 'exchange.certificate-other-system' }],
    })
  })

  it('is over when its authority says so', async () => {
    const own = await root.issue('Ward', 'signing')
    await take(own.certificate)
    const list = await writeRevocations(
      { certificate: root.certificate, privateJwk: root.privateJwk },
      [{ serial: own.serial, at: now }],
      { from: day(-1), until: day(5) },
    )
    const revocations = `-----BEGIN X509 CRL-----\n${Buffer.from(list).toString('base64')}\n-----END X509 CRL-----`
    const trust = (certificate: string) =>
      platform.run(trustAuthority, { authority: 'national', certificate, revocations }, keeper)
    expect(await trust(stranger.certificate)).toMatchObject({
      pointer: '/revocations',
      also: [{ code: 'exchange.certificate-wrong-chain' }],
    })
    expect(await trust(root.certificate)).toMatchObject({ revoked: 1 })
    expect(await serveBy(own.pair)).toMatchObject({
      code: 'exchange.certificate-revoked',
    })
    expect(await take(own.certificate)).toMatchObject({ also: [{ code: 'exchange.certificate-revoked' }] })
    const listed = await platform.run(listCertificates, { organisation: ward }, integrator)
    expect(listed).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ serial: own.serial, state: 'revoked' })]),
    })
  })
})
