import { expect, it } from 'vitest'
import { beginDraft, changeTask, passGate } from '../contract/index.ts'
import { worksPlatform } from '../works.fixture.ts'

const studio = await worksPlatform()
const { platform, sara, dana, reviewer, start, begin, save, done, get, work: doAll, pass } = studio

it('goes through a gate when all that it needs is there, decided by somebody who did nothing of it', async () => {
  const work = await start()
  expect(await pass(work, 'analytics')).toMatchObject({
    code: 'studio.gate-closed',
    params: { what: 'tasks', count: 2 },
  })
  await doAll(work)
  expect(await pass(work, 'analytics')).toMatchObject({ params: { what: 'hypothesis-set' } })
  await studio.expectLess(work)
  const both = { ...sara, roles: ['developer', 'reviewer'] }
  expect(await pass(work, 'analytics', both)).toMatchObject({ code: 'studio.gate-own' })
  expect(await pass(work, 'analytics', dana)).toMatchObject({ code: 'studio.gate-not-yours' })
  expect(await pass(work, 'analytics')).toMatchObject({ stage: 'design', state: 'open' })
  expect(await pass(work, 'analytics')).toMatchObject({ code: 'studio.stage-moved', params: { stage: 'design' } })

  // What the platform knows is not ticked: the draft with its faults decides.
  await doAll(work)
  expect((await get(work)).conditions).toMatchObject([
    { condition: 'draft-begun', met: false, draft: null },
    { condition: 'regulation-sound', met: false, draft: null },
  ])
  const draft = await begin()
  await save(draft, 'regulation.json', '{', 1)
  const faulty = (await get(work)).conditions[1]
  expect(faulty).toMatchObject({ condition: 'regulation-sound', met: false, draft })
  expect(faulty?.count).toBeGreaterThan(0)
  const before = studio.sources.find(({ id }) => id === 'one-time-birth-benefit')?.files['regulation.json'] ?? ''
  await save(draft, 'regulation.json', before, 2)
  expect(await pass(work, 'design')).toMatchObject({ stage: 'development' })

  await doAll(work)
  expect(await pass(work, 'development', sara)).toMatchObject({ stage: 'testing' })
  await doAll(work)
  expect(await pass(work, 'testing')).toMatchObject({ params: { what: 'stories-passed', count: 2 } })
  await studio.tried(draft)
  expect(await pass(work, 'testing')).toMatchObject({ stage: 'launch' })
  await doAll(work)
  expect(await pass(work, 'launch')).toMatchObject({ params: { what: 'published' } })
  expect((await get(work)).level).toEqual({
    before: { visits: 0, papers: 0, humanSteps: 2 },
    after: { visits: 0, papers: 0, humanSteps: 2 },
  })
  await platform.settle()
  const moved = (await platform.listEvents('studio.work-moved')).map(({ data }) => data)
  expect(moved).toContainEqual({ work, stage: 'launch', state: 'open' })
})

it('takes tasks out of hands, and tells those of another organisation nothing', async () => {
  const from = {
    begin: 'blank' as const,
    kind: 'service' as const,
    package: 'garden-plot',
    title: { en: 'Plot', ru: 'Участок', kk: 'Телім' },
  }
  await done(beginDraft, { from }, sara)
  const work = await start('garden-plot')
  expect((await get(work)).card.title.en).toBe('Plot')
  await doAll(work)
  await studio.expectLess(work)
  await pass(work, 'analytics')
  await done(changeTask, { work, task: 'statements', do: 'take' }, dana)
  const { card, conditions } = await get(work)
  expect(card.working).toHaveLength(1)
  expect(conditions).toMatchObject([{ met: true }, { condition: 'regulation-sound', met: false, count: 1 }])
  expect(
    await platform.run(
      passGate,
      { organisation: 'health', work, stage: 'design' },
      { ...reviewer, organisation: 'health' },
    ),
  ).toMatchObject({ code: 'studio.work-not-found' })
})
