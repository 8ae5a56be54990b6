import { isRefused } from '@tereze/operation'
import { expect, test } from 'vitest'
import { answerPower, listOwnPowers } from '../contract/index.ts'
import { accountant, actingFor, director, firm, helper, powersPlatform } from '../powers-platform.fixture.ts'

const platform = await powersPlatform()

test('a power holds once its delegate accepted it, answered once and by nobody else', async () => {
  const given = await platform.offer(actingFor(director, firm), 'N-2')
  if (isRefused(given)) throw new Error(given.code)
  const { power } = given
  const answer = (accept: boolean, by = accountant) => platform.run(answerPower, { power, accept }, by)
  expect((await platform.must(listOwnPowers, {}, accountant)).principals).toEqual([])
  expect(await answer(true, helper)).toMatchObject({ code: 'access.power-not-found' })
  expect(await answer(true)).toEqual({ power })
  expect((await platform.must(listOwnPowers, {}, accountant)).principals).toMatchObject([
    { principal: firm, name: { en: 'Almaz' }, powers: [power], ties: [], services: null },
  ])
  expect(await answer(false)).toMatchObject({ code: 'access.power-answered' })
  await platform.settle()
  const changes = (await platform.listEvents('access.power-changed')).map(({ data }) => data)
  expect(changes).toMatchObject([
    { change: 'offered', by: director.id },
    { change: 'accepted', by: accountant.id },
  ])
})

test('a refused power, and one whose last day is over, count for nothing', async () => {
  const refused = await platform.offer(actingFor(director, firm), 'N-3')
  const late = await platform.offer(actingFor(director, firm), 'N-3', {}, { until: '2026-03-02' })
  if (isRefused(refused) || isRefused(late)) throw new Error('not given')
  await platform.must(answerPower, { power: refused.power, accept: false }, helper)
  platform.day.today = '2026-03-03'
  expect(await platform.run(answerPower, { power: late.power, accept: true }, helper)).toMatchObject({
    code: 'access.power-answered',
  })
  const { principals, received } = await platform.must(listOwnPowers, {}, helper)
  expect(principals).toEqual([])
  expect(received.map(({ state, may }) => [state, may])).toEqual([
    ['lapsed', []],
    ['refused', []],
  ])
})
