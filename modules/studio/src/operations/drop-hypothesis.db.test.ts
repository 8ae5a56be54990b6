import { expect, it } from 'vitest'
import { dropHypothesis, measureHypothesis } from '../contract/index.ts'
import { worksPlatform } from '../works.fixture.ts'

const { platform, organisation, sara, start, get, done, expectLess } = await worksPlatform()

it('drops a hypothesis once, and none that was measured', async () => {
  const work = await start()
  const { hypothesis } = await expectLess(work)
  await done(dropHypothesis, { work, hypothesis }, sara)
  expect((await get(work)).hypotheses).toEqual([])
  const drop = (id: string) => platform.run(dropHypothesis, { organisation, work, hypothesis: id }, sara)
  expect(await drop(hypothesis)).toMatchObject({ code: 'studio.hypothesis-not-found' })
  const other = await expectLess(work)
  await done(measureHypothesis, { work, hypothesis: other.hypothesis, value: 1 }, sara)
  expect(await drop(other.hypothesis)).toMatchObject({ code: 'studio.hypothesis-measured' })
})
