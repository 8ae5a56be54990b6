import { isRefused } from '@tereze/operation'
import { expect, test } from 'vitest'
import { getPower } from '../contract/index.ts'
import { accountant, actingFor, director, firm, helper, powersPlatform } from '../powers-platform.fixture.ts'

const platform = await powersPlatform()
const asFirm = actingFor(director, firm)

test('one power is shown to its sides and to nobody else', async () => {
  const given = await platform.offer(asFirm, 'N-2')
  if (isRefused(given)) throw new Error(given.code)
  for (const [who, may] of [
    [accountant, ['answer']],
    [director, ['end']],
    [asFirm, ['end']],
  ] as const)
    expect(await platform.must(getPower, given, who)).toMatchObject({ state: 'offered', may })
  expect(await platform.run(getPower, given, helper)).toMatchObject({ code: 'access.power-not-found' })
  expect(await platform.run(getPower, given, actingFor(helper, firm))).toMatchObject({ code: 'access.power-not-found' })
})
