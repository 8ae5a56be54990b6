import { expect, it } from 'vitest'
import { revokeSeal } from '../contract/index.ts'
import { revokerOf, sealsPlatform } from '../seals.fixture.ts'

const platform = await sealsPlatform()
const revoke = (serial: string, organisation = 'health') =>
  platform.run(revokeSeal, { organisation, serial, reason: 'The key was lost' }, revokerOf(organisation))

it('revokes once: the first moment stays', async () => {
  await platform.found()
  const { serial } = await platform.certify()
  expect(await revoke(serial, 'education')).toMatchObject({ code: 'signatures.seal-not-found', pointer: '/serial' })
  const revokedAt = platform.clock.now().toISOString()
  expect(await revoke(serial)).toEqual({ serial, revokedAt })
  platform.clock.advance({ hours: 1 })
  expect(await revoke(serial)).toEqual({ serial, revokedAt })
})
