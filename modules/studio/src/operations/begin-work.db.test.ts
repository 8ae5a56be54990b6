import { expect, it } from 'vitest'
import { beginWork } from '../contract/index.ts'
import { worksPlatform } from '../works.fixture.ts'

const { platform, organisation, sara, reviewer, head, start, get } = await worksPlatform()

it('begins at the first stage of the standard pipeline; one work of a package at a time', async () => {
  const work = await start()
  const found = await get(work)
  expect(found.card).toMatchObject({ stage: 'analytics', state: 'open', tasksLeft: 2, atGate: false, targetDays: 14 })
  expect(found.card.title.ru).not.toBe('one-time-birth-benefit')
  expect(found.pipeline.stages.map(({ id }) => id)).toEqual([
    'analytics',
    'design',
    'development',
    'testing',
    'launch',
    'retro',
  ])
  expect(found.history).toMatchObject([{ what: 'begun', to: 'analytics', by: { name: { family: 'Эталонова' } } }])
  const input = { organisation, kind: 'service' as const, package: 'one-time-birth-benefit', aim: 'Again' }
  expect(await platform.run(beginWork, input, sara)).toMatchObject({ code: 'studio.work-open', params: { work } })
  const fresh = { ...input, package: 'garden-plot' }
  expect(await platform.run(beginWork, { ...fresh, pipeline: 'none' }, sara)).toMatchObject({
    code: 'studio.pipeline-not-found',
  })
  expect(await platform.run(beginWork, fresh, reviewer)).toMatchObject({ code: 'operations.permission-missing' })
  expect(await platform.run(beginWork, fresh, head)).toMatchObject({ work: expect.stringMatching(/^work_/) })
})
