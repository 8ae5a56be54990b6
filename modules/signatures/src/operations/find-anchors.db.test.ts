import { signatures as library } from '@tereze/foundation-signatures'
import { systemActor } from '@tereze/operation'
import { expect, it } from 'vitest'
import { authoritiesPlatform, confirmer, trustForeign } from '../authorities.fixture.ts'
import { checkSignedFile } from '../check-signed-file.ts'
import { clockOf } from '../clock-of.ts'
import { findAnchors, foundAuthority, withdrawAuthority } from '../contract/index.ts'

const platform = await authoritiesPlatform()
const itself = systemActor('signatures', 'platform')
const content = new TextEncoder().encode('An application')

it('has signatures of an authority believed at once when it is confirmed, and none from the withdrawal on', async () => {
  await platform.run(foundAuthority, {}, itself)
  const { signCms } = await library()
  const check = async (file: Uint8Array) => {
    const { signatures } = await checkSignedFile(platform.context(), { file, content })
    return signatures.map(({ verdict, fault, signer, level }) => [verdict, fault, signer?.name, level])
  }
  const stranger = await platform.foreign()
  expect(await check(await signCms(content, stranger.person.key))).toEqual([
    ['indeterminate', 'chain-unknown', 'Stranger', null],
  ])
  const { person, authority, certificate } = await trustForeign(platform)
  expect(await platform.run(findAnchors, {}, itself)).toEqual({
    items: [{ certificate, level: 'qualified', jurisdiction: 'demo', withdrawnAt: null }],
  })
  const bare = await signCms(content, person.key)
  const timestamps = await clockOf(platform.context())
  const stamped = await signCms(content, person.key, { timestamps })
  // Without the policy by which its jurisdiction knows qualified certificates it is an advanced one.
  for (const file of [bare, stamped]) expect(await check(file)).toEqual([['valid', null, 'Stranger', 'advanced']])

  platform.clock.advance({ hours: 1 })
  const withdrawnAt = platform.clock.now().toISOString()
  await platform.run(withdrawAuthority, { authority, reason: 'Its key was copied' }, confirmer)
  expect(await platform.run(findAnchors, {}, itself)).toMatchObject({ items: [{ withdrawnAt }] })
  expect(await check(bare)).toEqual([['indeterminate', 'chain-unknown', 'Stranger', null]])
  expect(await check(stamped)).toEqual([['valid', null, 'Stranger', 'advanced']])
})
