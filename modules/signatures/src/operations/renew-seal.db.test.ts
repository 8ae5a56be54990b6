import { expect, it } from 'vitest'
import { renewSeal, signWithSeal } from '../contract/index.ts'
import { platformOf, revokerOf, sealsPlatform } from '../seals.fixture.ts'

const platform = await sealsPlatform()
const renew = (serial: string, organisation = 'health') =>
  platform.run(renewSeal, { organisation, serial }, revokerOf(organisation))

it('renews a seal before its end, only the organisation’s own; what is being signed with the one before is signed', async () => {
  await platform.found()
  const { serial } = await platform.certify()
  expect(await renew(serial, 'education')).toMatchObject({ code: 'signatures.seal-not-found', pointer: '/serial' })
  platform.clock.advance({ days: 10 })
  const until = new Date(platform.clock.now().getTime() + 365 * 86_400_000).toISOString()
  expect(await renew(serial)).toMatchObject({ serial: expect.not.stringMatching(serial), until })
  const input = { organisation: 'health', serial, bytes: 'AQID' }
  expect(await platform.run(signWithSeal, input, platformOf('health'))).toMatchObject({ value: expect.any(String) })
})
