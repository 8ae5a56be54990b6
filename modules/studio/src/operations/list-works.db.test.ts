import { expect, it } from 'vitest'
import { listWorks, stopWork } from '../contract/index.ts'
import { worksPlatform } from '../works.fixture.ts'

const { platform, sara, reviewer, start, done } = await worksPlatform()

it('lists works on their way before those that ended, with stages and what one may', async () => {
  const [first, second, third] = [await start(), await start('garden-plot'), await start('pharmacy-licence')]
  await done(stopWork, { work: first, reason: 'No' }, sara)
  const listed = await done(listWorks, {}, reviewer)
  expect(listed.items.map(({ work }) => work)).toEqual([second, third, first])
  expect(listed).toMatchObject({ targetDays: 14, months: [], mayBegin: false })
  expect(listed.stages.map(({ stage }) => stage).slice(0, 2)).toEqual(['analytics', 'design'])
  expect((await done(listWorks, {}, sara)).mayBegin).toBe(true)
  const other = { ...sara, organisation: 'health' }
  expect(await platform.run(listWorks, { organisation: 'health' }, other)).toMatchObject({ items: [] })
})
