import { signatures as library } from '@tereze/foundation-signatures'
import { official } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { checkSignedFile } from '../check-signed-file.ts'
import { listTrusted, renewSeal, revokeSeal, type Seal, succeedAuthority, writeRevoked } from '../contract/index.ts'
import { readySeal } from '../ready-seal.ts'
import { platformOf, revocations, revokerOf, sealsPlatform, thing } from '../seals.fixture.ts'

const platform = await sealsPlatform()
const { clock, context } = platform
const security = official({ organisation: 'platform', roles: ['security-officer'] })
const organisation = 'health'
const content = Buffer.from('A decision')

const sign = async () => (await readySeal(context(), organisation)).signBeside(content, thing)
async function check(file: Uint8Array) {
  const { signatures } = await checkSignedFile(context(), { file, content })
  return signatures.map(({ verdict, fault, authority, provenAt }) => ({
    verdict,
    fault,
    by: authority?.name,
    isProven: provenAt !== null,
  }))
}
const valid = (by: string) => [{ verdict: 'valid', fault: null, by, isProven: true }]
async function trusted() {
  const found = await platform.run(listTrusted, { organisation }, revokerOf(organisation))
  if (isRefused(found)) throw new Error(found.code)
  const { own, earlier, begunBecause, clocks } = found
  return { own, earlier: earlier.map(({ holder }) => holder), begunBecause, clock: clocks.own?.authority }
}
const aboveOf = async (seal: Seal) => (await library()).readCertificate(seal.certificates[1] ?? '')?.subject[0]?.value

it('has the next authority in time; seals of both stay valid and can be revoked, each in the list of its own', async () => {
  const succeed = (serial: string) =>
    platform.run(succeedAuthority, { serial, reason: 'The module is replaced' }, security)
  expect(await succeed('ab')).toMatchObject({ code: 'signatures.authority-missing' })
  const byFirst = await sign()
  expect(await check(byFirst)).toEqual(valid('Tereze Seals'))

  // A year and a half before the end, by itself and once.
  clock.advance({ days: 3650 - 549 })
  await platform.settle()
  const lastOfFirst = await platform.certify()
  expect(await trusted()).toMatchObject({ own: { holder: 'Tereze Seals' }, earlier: [] })
  clock.advance({ days: 2 })
  await platform.settle()
  await platform.settle()
  expect(await trusted()).toMatchObject({
    own: { holder: 'Tereze Seals 2' },
    earlier: ['Tereze Seals'],
    begunBecause: null,
  })
  // The seal that is in force goes on signing under the first; the clock is the second's from now on.
  const between = await sign()
  expect(await aboveOf(await platform.certify())).toBe('Tereze Seals')
  expect(await trusted()).toMatchObject({ clock: 'Tereze Seals 2' })
  const renewed = await platform.run(renewSeal, { organisation, serial: lastOfFirst.serial }, revokerOf(organisation))
  if (isRefused(renewed)) throw new Error(renewed.code)
  const seal = await platform.certify()
  const { readCertificate, readRevocationList } = await library()
  const [leaf, above] = seal.certificates.map(readCertificate)
  if (leaf == null || above == null) throw new Error('both are certificates')
  expect(leaf.revocationLists[0]).toMatch(new RegExp(`^${revocations.replaceAll('.', '\\.')}\\?authority=`))
  expect(above.subject[0]?.value).toBe('Tereze Seals 2')
  const bySecond = await sign()

  // Ten years and more after its beginning the first one has ended: what was signed under it holds, and what is signed now.
  clock.advance({ days: 900 })
  expect(await check(byFirst)).toEqual(valid('Tereze Seals'))
  expect(await check(between)).toEqual(valid('Tereze Seals'))
  expect(await check(bySecond)).toEqual(valid('Tereze Seals 2'))
  expect(await check(await sign())).toEqual(valid('Tereze Seals 2'))

  // Revocation under both: what was stamped before stays, and each list speaks of its own certificates only.
  const { serial } = lastOfFirst
  const revoke = (which: string) =>
    platform.run(revokeSeal, { organisation, serial: which, reason: 'test' }, revokerOf(organisation))
  await revoke(serial)
  await revoke(seal.serial)
  expect(await check(bySecond)).toEqual(valid('Tereze Seals 2'))
  const named = new URL(leaf.revocationLists[0] ?? '').searchParams.get('authority') ?? ''
  const lists = await platform.run(writeRevoked, {}, platformOf('platform'))
  const one = await platform.run(writeRevoked, { authority: named }, platformOf('platform'))
  if (isRefused(lists) || isRefused(one)) throw new Error('there are lists')
  const first = readCertificate(lists.earlier[0]?.authority ?? '')
  const old = readCertificate(lastOfFirst.certificates[0] ?? '')
  if (first === null || old === null) throw new Error('both are certificates')
  const listed = Buffer.from(lists.earlier[0]?.list ?? '', 'base64')
  expect(readRevocationList(listed, old, first)).toMatchObject({ status: 'revoked' })
  expect(readRevocationList(listed, leaf, first)).toMatchObject({ status: 'good' })
  expect(one.earlier).toEqual([])
  expect(readRevocationList(Buffer.from(one.list, 'base64'), leaf, above)).toMatchObject({ status: 'revoked' })
  expect(await platform.run(writeRevoked, { authority: 'nobody' }, platformOf('platform'))).toMatchObject({
    code: 'signatures.authority-not-found',
    pointer: '/authority',
  })

  // Before its time, by a person with a reason, and not once more by who looks at an old list.
  const present = (await trusted()).own?.serial ?? ''
  expect(await succeed(present)).toMatchObject({ serial: (await trusted()).own?.serial })
  expect(await succeed(present)).toMatchObject({ code: 'signatures.authority-not-found', pointer: '/serial' })
  expect(await trusted()).toMatchObject({
    own: { holder: 'Tereze Seals 3' },
    earlier: ['Tereze Seals 2', 'Tereze Seals'],
    begunBecause: 'The module is replaced',
  })
})
