import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { getTrial, tellStories, tryStory } from '../contract/index.ts'
import { studioPlatform, toldOf } from '../studio-platform.fixture.ts'

const { platform, organisation, sara, begin, look, bench } = await studioPlatform()

it('tries a story that is in no file yet, and gives what was seen and what could be done next', async () => {
  const draft = await begin()
  const story = Object.entries((await look(draft)).texts).find(([path]) => path.startsWith('cases/'))?.[1] ?? ''
  const next = [{ who: 'mother', does: 'submits' as const, node: 'application', service: 's', form: { title: 'x' } }]
  bench.says(path => toldOf(path, { next }))
  const asked = await platform.run(tryStory, { organisation, draft, story }, sara)
  if (isRefused(asked)) throw new Error(asked.code)
  const of = { organisation, run: asked.run }
  expect(await platform.run(getTrial, of, sara)).toMatchObject({ run: { state: 'waiting' }, told: null })
  await platform.settle()
  expect(await platform.run(getTrial, of, sara)).toMatchObject({ run: { state: 'done', told: 1 }, told: { next } })
  expect(bench.orders.at(-1)).toMatchObject({ isTrial: true, stories: [{ text: story }] })
  expect(await platform.run(getTrial, { ...of, organisation: 'health' }, sara)).toMatchObject({
    code: 'studio.run-not-found',
  })
  expect(await platform.run(tryStory, { organisation, draft, story: '{"clock":"x"}' }, sara)).toMatchObject({
    code: 'studio.story-unreadable',
    params: { reason: 'clock' },
  })
})

it('is told before stories that wait, and never keeps them waiting for ever', async () => {
  const draft = await begin()
  const story = Object.entries((await look(draft)).texts).find(([path]) => path.startsWith('cases/'))?.[1] ?? ''
  bench.says(path => toldOf(path))
  async function told(minutes: number): Promise<boolean[]> {
    bench.orders.length = 0
    await platform.run(tellStories, { organisation, draft }, sara)
    platform.clock.advance({ minutes })
    await platform.run(tryStory, { organisation, draft, story }, sara)
    await platform.settle()
    return bench.orders.map(({ isTrial }) => isTrial)
  }
  expect(await told(1)).toEqual([true, false])
  expect(await told(6)).toEqual([false, true])
})
