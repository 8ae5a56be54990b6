import { expect, it } from 'vitest'
import { type Metric, measureHypothesis, setHypothesis } from '../contract/index.ts'
import { worksPlatform } from '../works.fixture.ts'

const { platform, organisation, sara, dana, outside, start, begin, get, done } = await worksPlatform()

it('takes the platform’s own figure where there is one, and a value measured elsewhere', async () => {
  const work = await start()
  const set = async (metric: Metric) =>
    (await done(setHypothesis, { work, metric, statement: 'Better', before: 3, target: 1 }, sara)).hypothesis
  const measure = (hypothesis: string, value?: number) =>
    platform.run(measureHypothesis, { organisation, work, hypothesis, ...(value === undefined ? {} : { value }) }, dana)
  const [papers, days, other] = [await set('papers'), await set('median-days'), await set('other')]
  expect(await measure(papers)).toMatchObject({ code: 'studio.figure-missing', pointer: '/value' })
  await begin()
  expect(await measure(papers)).toEqual({ hypothesis: papers, value: 0, byPlatform: true })
  outside.figures = { casesPerDay: 4, medianDays: 2, refusedPercent: 10, tasksPerCase: 1 }
  // Of cases there are figures from the publication on only.
  for (const hypothesis of [days, other])
    expect(await measure(hypothesis)).toMatchObject({ code: 'studio.figure-missing' })
  expect(await measure(days, 2)).toMatchObject({ value: 2, byPlatform: false })
  const found = new Map((await get(work)).hypotheses.map(one => [one.hypothesis, one]))
  expect(found.get(papers)).toMatchObject({
    verdict: 'reached',
    measured: { value: 0, byPlatform: true, by: { official: dana.id } },
  })
  expect(found.get(days)).toMatchObject({ verdict: 'better', measured: { value: 2, byPlatform: false } })
  expect(found.get(other)).toMatchObject({ verdict: 'open', measured: null })
})
