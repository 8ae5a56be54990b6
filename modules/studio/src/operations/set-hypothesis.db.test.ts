import { expect, it } from 'vitest'
import { measureHypothesis, setHypothesis } from '../contract/index.ts'
import { worksPlatform } from '../works.fixture.ts'

const { platform, organisation, sara, start, get, done } = await worksPlatform()

it('sets what is expected, or says it otherwise, until it was measured', async () => {
  const work = await start()
  const expected = { metric: 'median-days', statement: 'Within three days', before: 10, target: 3 } as const
  const set = (input: object) => platform.run(setHypothesis, { organisation, work, ...expected, ...input }, sara)
  expect(await set({ target: 10 })).toMatchObject({ code: 'studio.hypothesis-idle', pointer: '/target' })
  const { hypothesis } = await done(setHypothesis, { work, ...expected }, sara)
  await done(setHypothesis, { work, ...expected, hypothesis, target: 2.5 }, sara)
  expect((await get(work)).hypotheses).toMatchObject([{ hypothesis, target: 2.5, measured: null, verdict: 'open' }])
  const other = 'hypothesis_0198a000-0000-7000-8000-000000000001'
  expect(await set({ hypothesis: other })).toMatchObject({ code: 'studio.hypothesis-not-found' })
  await done(measureHypothesis, { work, hypothesis, value: 2 }, sara)
  expect(await set({ hypothesis })).toMatchObject({ code: 'studio.hypothesis-measured' })
  for (let more = 1; more < 20; more++) await done(setHypothesis, { work, ...expected }, sara)
  expect(await set({})).toMatchObject({ code: 'studio.hypotheses-too-many', params: { limit: 20 } })
})
