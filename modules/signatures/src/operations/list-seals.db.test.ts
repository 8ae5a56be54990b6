import { signatures as library } from '@tereze/foundation-signatures'
import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { listSeals, listTrusted, renewSeal, revokeSeal } from '../contract/index.ts'
import { revokerOf, sealsPlatform } from '../seals.fixture.ts'

const platform = await sealsPlatform()
const integrator = revokerOf('health')
const organisation = 'health'
const shown = async () => {
  const list = await platform.run(listSeals, { organisation }, integrator)
  if (isRefused(list)) throw new Error(list.code)
  return list.items.map(({ serial, state, revokedBecause }) => ({ serial, state, revokedBecause }))
}
const renew = (serial: string) => platform.run(renewSeal, { organisation, serial }, integrator)

it('shows the seals of an organisation as they come, end, are renewed and revoked; a revoked key is certified no more', async () => {
  expect(await shown()).toEqual([])
  expect(await renew('ab')).toMatchObject({ code: 'signatures.seal-not-found', pointer: '/serial' })
  await platform.found()
  const first = await platform.certify()
  expect(await platform.run(listSeals, { organisation }, integrator)).toMatchObject({
    items: [
      { serial: first.serial, holder: 'Health, Денсаулық', authority: 'Tereze Seals', fingerprint: /^[0-9a-f]{64}$/ },
    ].map(one => ({ ...one, fingerprint: expect.stringMatching(one.fingerprint) })),
  })
  platform.clock.advance({ days: 100 })
  const second = await renew(first.serial)
  if (isRefused(second)) throw new Error(second.code)
  expect(await renew(first.serial)).toMatchObject({ code: 'signatures.seal-not-found' })
  expect((await platform.certify()).serial).toBe(second.serial)
  expect(await shown()).toEqual([
    { serial: second.serial, state: 'in-force', revokedBecause: null },
    { serial: first.serial, state: 'replaced', revokedBecause: null },
  ])

  const { serial } = second
  const before = await platform.run(revokeSeal, { organisation, serial, reason: 'The key was copied' }, integrator)
  expect(before).toMatchObject({ serial })
  expect(await renew(serial)).toMatchObject({ code: 'signatures.seal-not-found' })
  platform.clock.advance({ hours: 1 })
  const third = await platform.certify()
  const { readCertificate } = await library()
  const keyOf = (der: string | undefined) => Buffer.from(readCertificate(der ?? '')?.publicKey ?? []).toString('hex')
  expect(keyOf(third.certificates[0])).not.toBe(keyOf(first.certificates[0]))
  expect(await shown()).toEqual([
    { serial: third.serial, state: 'in-force', revokedBecause: null },
    { serial, state: 'revoked', revokedBecause: 'The key was copied' },
    { serial: first.serial, state: 'replaced', revokedBecause: null },
  ])
  expect(await platform.run(listTrusted, { organisation }, integrator)).toMatchObject({
    own: { holder: 'Tereze Seals' },
    authorities: [],
    clocks: { isOutsideFirst: false, own: null },
  })
})
