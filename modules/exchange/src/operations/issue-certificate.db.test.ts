import { newSigningPair, readX509, signerOf, writeRequest } from '@tereze/foundation-keys'
import { official, system } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  certifyKeys,
  identifyClient,
  issueCertificateOperation,
  makeAuthority,
  registerKey,
  retireKey,
  revokeCertificate,
} from '../contract/index.ts'
import { exchangePlatform, ward, wardSystem } from '../exchange-platform.fixture.ts'

const platform = await exchangePlatform()
const integrator = official({ organisation: ward, roles: ['integrator'] })
const keeper = official({ organisation: 'platform', roles: ['integrator'] })
const none = 'exchange.signature-invalid'

async function certified(name = wardSystem) {
  const pair = await newSigningPair()
  const request = await writeRequest({ commonName: 'whatever it says' }, pair.privateJwk)
  const input = { organisation: ward, system: name, request }
  const given = await platform.run(issueCertificateOperation, input, integrator)
  if (isRefused(given)) throw new Error(given.code)
  return { given, pair, system: await platform.newSystem(pair) }
}
const serve = async (from: { system: Awaited<ReturnType<typeof certified>>['system'] }) => {
  const served = await platform.serve(await from.system.sign())
  // A birth that is long ago is refused for what is said of it: who said it is settled by then.
  return 'reply' in served || served.code === 'exchange.message-refused' ? 'done' : served
}
const kids = async () => {
  const found = await platform.run(certifyKeys, { member: ward }, system({ organisation: ward }))
  if (isRefused(found)) throw new Error(found.code)
  const [, payload = ''] = found.certificate.split('.')
  return (JSON.parse(Buffer.from(payload, 'base64url').toString()) as { keys: { kid: string }[] }).keys.map(
    ({ kid }) => kid,
  )
}

beforeAll(async () => {
  const before = { organisation: ward, system: wardSystem, request: 'x' }
  expect(await platform.run(issueCertificateOperation, before, integrator)).toMatchObject({
    code: 'exchange.certificate-unusable',
    also: [{ code: 'exchange.certificate-unreadable' }],
  })
  const request = await writeRequest({ commonName: 'a' }, (await newSigningPair()).privateJwk)
  expect(await platform.run(issueCertificateOperation, { ...before, request }, integrator)).toMatchObject({
    code: 'exchange.authority-not-found',
  })
  await platform.run(makeAuthority, {}, keeper)
})

describe('issue-certificate', () => {
  it('certifies the key for the member and the system, whatever the request says of names; messages signed with it are taken', async () => {
    const one = await certified()
    const read = readX509(one.given.certificate)
    expect(read).toMatchObject({ serial: one.given.serial, subject: `O=${ward}, CN=${wardSystem}` })
    expect(Date.parse(one.given.renew)).toBeLessThan(Date.parse(one.given.until))
    expect(await serve(one)).toBe('done')
    expect(await kids()).toContain(one.given.kid)
  })

  it('keeps the key before it good until its end: rotation in the middle of traffic', async () => {
    const [old, next] = [await certified(), await certified()]
    const traffic = await Promise.all([old, next, old, next].map(serve))
    expect(traffic).toEqual(['done', 'done', 'done', 'done'])
    await platform.run(
      revokeCertificate,
      { organisation: ward, serial: old.given.serial, reason: 'replaced' },
      integrator,
    )
    expect(await serve(next)).toBe('done')
    expect(await serve(old)).toMatchObject({ code: 'exchange.certificate-revoked' })
    expect(await kids()).not.toContain(old.given.kid)
  })

  it('refuses messages whose certificate is over or not yet good, and says so; a forged one is only a forged one', async () => {
    const one = await certified()
    // The first character of the signature: the last one carries bits no reader looks at.
    const forged = (await one.system.sign()).replace(/\.(.)(?=[^.]*$)/, (_, first) => (first === 'A' ? '.B' : '.A'))
    platform.clock.advance({ days: 91 })
    expect(await serve(one)).toMatchObject({
      code: 'exchange.certificate-not-good',
      params: { reason: 'expired', day: one.given.until },
    })
    expect(await platform.serve(forged)).toMatchObject({ code: none })
    expect(await kids()).not.toContain(one.given.kid)
    const two = await certified()
    platform.clock.advance({ days: -1 })
    expect(await serve(two)).toMatchObject({
      code: 'exchange.certificate-not-good',
      params: { reason: 'not-yet-valid' },
    })
    platform.clock.advance({ days: 1 })
    expect(await serve(two)).toBe('done')
  })

  it('takes a key for one system only, and lets it be retired like any other', async () => {
    const one = await certified()
    const request = await writeRequest({ commonName: 'a' }, one.pair.privateJwk)
    const other = { organisation: ward, system: 'laboratory', request }
    expect(await platform.run(issueCertificateOperation, other, integrator)).toMatchObject({
      also: [{ code: 'exchange.certificate-other-system' }],
    })
    expect(await platform.run(retireKey, { organisation: ward, kid: one.given.kid }, integrator)).toEqual({
      kid: one.given.kid,
    })
    expect(await serve(one)).toMatchObject({ code: 'exchange.certificate-revoked' })
  })

  it('of a registered key makes its certificate count from then on, for X-Road clients too', async () => {
    const one = await certified()
    await platform.run(
      registerKey,
      { organisation: ward, system: wardSystem, jwk: { ...one.pair.publicJwk } },
      integrator,
    )
    await platform.run(
      revokeCertificate,
      { organisation: ward, serial: one.given.serial, reason: 'stolen' },
      integrator,
    )
    expect(await serve(one)).toMatchObject({ code: 'exchange.certificate-revoked' })
    const claims = { iss: ward, aud: 'x', exp: Math.floor(platform.clock.now().getTime() / 1000) + 60 }
    const asked = {
      member: ward,
      system: wardSystem,
      token: await (await signerOf(one.pair.privateJwk)).sign(JSON.stringify(claims), 'tereze-client+jwt'),
      contract: 'civil-registry.birth-notification@1',
      provider: 'civil-registry',
      purpose: '',
      audience: 'x',
    }
    expect(await platform.run(identifyClient, asked, integrator)).toMatchObject({
      code: 'exchange.certificate-revoked',
    })
    const unproved = { ...asked, token: await one.system.sign() }
    expect(await platform.run(identifyClient, unproved, integrator)).toMatchObject({ code: 'exchange.client-unknown' })
  })
})
