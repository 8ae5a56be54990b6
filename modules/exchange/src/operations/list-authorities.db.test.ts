import { official } from '@tereze/foundation-testing'
import { type InputOf, isRefused } from '@tereze/operation'
import { beforeAll, describe, expect, it } from 'vitest'
import { certificateAuthority } from '../certificates.fixture.ts'
import { importCertificate, listAuthorities, listCertificates, trustAuthority } from '../contract/index.ts'
import { exchangePlatform, ward, wardSystem } from '../exchange-platform.fixture.ts'
import { checkRevocations } from '../jobs/check-revocations.ts'
import { revocationService } from '../revocation-service.fixture.ts'

const platform = await exchangePlatform()
const keeper = official({ organisation: 'platform', roles: ['integrator'] })
const integrator = official({ organisation: ward, roles: ['integrator'] })
const now = platform.clock.now()
const [root, stranger] = await Promise.all([certificateAuthority('Root', now), certificateAuthority('Stranger', now)])
const service = await revocationService(root)

type Trust = Partial<InputOf<typeof trustAuthority>>
type Issued = Awaited<ReturnType<typeof root.issue>>
const trust = (more: Trust = {}) =>
  platform.run(trustAuthority, { authority: 'national', certificate: root.certificate, ...more }, keeper)
const at = (minutes: number) => new Date(platform.clock.now().getTime() + minutes * 60_000)
const saying = (more: object = {}) => ({ revoked: [] as string[], from: at(-1), until: at(600), ...more })
async function certified(between?: Issued) {
  const own = await root.issue('Ward', 'signing', {
    revocations: service.list,
    ...(between === undefined
      ? {}
      : { issuer: { certificate: between.certificate, privateJwk: between.pair.privateJwk } }),
  })
  const taken = await platform.run(
    importCertificate,
    {
      organisation: ward,
      system: wardSystem,
      certificate: own.certificate,
      ...(between === undefined ? {} : { chain: between.certificate }),
    },
    integrator,
  )
  return { ...own, taken }
}
const serve = async ({ pair }: Issued) => {
  const served = await platform.serve(await (await platform.newSystem(pair)).sign())
  return 'reply' in served ? 'done' : served.code
}
const look = () => checkRevocations.run(platform.runner.jobContext(checkRevocations.name))
const stands = async () => {
  const found = await platform.run(listAuthorities, {}, keeper)
  if (isRefused(found)) throw new Error(found.code)
  return found.items[0]
}
const checkOf = async (serial: string) => {
  const found = await platform.run(listCertificates, { organisation: ward }, integrator)
  if (isRefused(found)) throw new Error(found.code)
  return found.items.find(one => one.serial === serial)
}

beforeAll(async () => {
  expect(await stands()).toBeUndefined()
  await trust()
})

describe('list-authorities', () => {
  it('shows what an authority says by its list: good, then revoked, which stops the next message', async () => {
    platform.privateHosts.push(service.host)
    service.say.list = saying()
    const own = await certified()
    expect(await look()).toBe(1)
    expect(await look()).toBe(0)
    expect(await serve(own)).toBe('done')
    expect(await checkOf(own.serial)).toMatchObject({ state: 'good', check: { status: 'good', fault: null } })
    expect(await stands()).toMatchObject({
      authority: 'national',
      whenUnknown: 'take',
      untrusted: null,
      certificates: 1,
      revoked: 0,
      unknown: 0,
      answered: platform.clock.now().toISOString(),
    })
    platform.clock.advance({ minutes: 61 })
    const [first, second] = [await certified(), await certified()]
    service.say.list = saying({ revoked: [first.serial] })
    const before = service.asked.list
    expect(await look()).toBe(3)
    expect(service.asked.list).toBe(before + 1)
    expect(await serve(first)).toBe('exchange.certificate-revoked')
    expect(await serve(second)).toBe('done')
    expect(await checkOf(first.serial)).toMatchObject({ state: 'revoked', check: { status: 'revoked' } })
    expect(await stands()).toMatchObject({ certificates: 3, revoked: 1 })
  })

  it('asks by OCSP where that was declared, and by the list where OCSP is silent', async () => {
    await trust({ addresses: { ocsp: service.ocsp, list: null } })
    service.say.ocsp = saying()
    service.say.list = null
    const own = await certified()
    await look()
    expect(await checkOf(own.serial)).toMatchObject({ check: { status: 'good' } })
    service.say.ocsp = null
    service.say.list = saying({ from: at(30), revoked: [own.serial] })
    platform.clock.advance({ minutes: 61 })
    await look()
    expect(await serve(own)).toBe('exchange.certificate-revoked')
    await trust({ addresses: { ocsp: null, list: null } })
  })

  it('keeps what was said until its end; then takes the certificate or refuses it, as the authority was declared', async () => {
    service.say.list = saying({ until: at(90) })
    const own = await certified()
    await look()
    for (const [fault, next] of [
      ['not-served', null],
      ['expired', saying({ until: at(-1) })],
      ['wrong-chain', saying({ by: stranger })],
      ['older', saying({ from: at(-300) })],
    ] as const) {
      service.say.list = next
      platform.clock.advance({ minutes: 60 })
      await look()
      expect([fault, await checkOf(own.serial)]).toMatchObject([fault, { state: 'good', check: { fault } }])
    }
    expect(await checkOf(own.serial)).toMatchObject({ check: { status: 'unknown' } })
    expect(await stands()).toMatchObject({ unknown: expect.any(Number), fault: 'older' })
    expect(await serve(own)).toBe('done')
    await trust({ whenUnknown: 'refuse' })
    expect(await serve(own)).toBe('exchange.revocation-unknown')
    expect(await checkOf(own.serial)).toMatchObject({ state: 'unknown' })
    service.say.list = saying()
    platform.clock.advance({ minutes: 16 })
    await look()
    expect(await serve(own)).toBe('done')
  })

  it('of a strict authority takes no certificate of which nobody could ever say whether it was taken back', async () => {
    const between = await root.issue('Between', 'authority')
    expect((await certified(between)).taken).toMatchObject({
      also: [{ code: 'exchange.certificate-revocation-nowhere' }],
    })
    const asked = await root.issue('Between', 'authority', { revocations: service.list })
    const far = await certified(asked)
    expect(far.taken).toMatchObject({ serial: far.serial })
    expect(await serve(far)).toBe('exchange.revocation-unknown')
    // The list at this address is the root's: it says nothing of what the one between issued.
    await look()
    expect(await checkOf(far.serial)).toMatchObject({ state: 'unknown', check: { fault: 'wrong-chain' } })
    service.say.list = saying({ revoked: [asked.serial] })
    platform.clock.advance({ minutes: 61 })
    await look()
    expect(await serve(far)).toBe('exchange.certificate-revoked')
  })

  it('never leads the platform to an address of its own network', async () => {
    platform.privateHosts.splice(0)
    platform.clock.advance({ minutes: 61 })
    await look()
    expect(await stands()).toMatchObject({ fault: 'address-forbidden' })
  })
})
