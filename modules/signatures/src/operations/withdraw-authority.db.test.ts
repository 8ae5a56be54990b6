import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { added, authoritiesPlatform, confirmer, propose, proposer, trustForeign } from '../authorities.fixture.ts'
import { withdrawAuthority } from '../contract/index.ts'

const platform = await authoritiesPlatform()
const withdraw = (authority: string, who = confirmer) =>
  platform.run(withdrawAuthority, { authority, reason: 'Its key was copied' }, who)

it('withdraws what is trusted, and proposals of whomever, once and with a reason that stays', async () => {
  const { authority } = await trustForeign(platform)
  const withdrawnAt = platform.clock.now().toISOString()
  expect(await withdraw(authority)).toEqual({ withdrawnAt })
  expect(await withdraw(authority)).toMatchObject({ code: 'signatures.proposal-not-found', pointer: '/authority' })
  expect(await added(platform)).toMatchObject([
    { state: 'withdrawn', withdrawnBy: 'Әсем Үлгібаева', withdrawnAt, withdrawnBecause: 'Its key was copied' },
  ])
  const proposed = await propose(platform, (await platform.foreign()).certificate)
  if (isRefused(proposed)) throw new Error(proposed.code)
  expect(await withdraw(proposed.authority, proposer)).toEqual({ withdrawnAt })
  expect((await added(platform)).map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn'])
})
