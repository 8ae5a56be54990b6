import { expect, it } from 'vitest'
import { changeTask, returnWork } from '../contract/index.ts'
import { worksPlatform } from '../works.fixture.ts'

const {
  platform,
  organisation,
  sara,
  dana,
  reviewer,
  start,
  get,
  work: doAll,
  expectLess,
  pass,
  done,
} = await worksPlatform()

it('sends a work back with a reason; tasks that are to be done again keep the gate closed', async () => {
  const work = await start()
  await doAll(work)
  await expectLess(work)
  await pass(work, 'analytics')
  await done(changeTask, { work, task: 'acts', do: 'take' }, dana)
  const back = (to: string, reason: string) =>
    platform.run(returnWork, { organisation, work, to, reason, again: ['barriers'] }, reviewer)
  expect(await back('testing', 'Wrong')).toMatchObject({ code: 'studio.stage-not-before', pointer: '/to' })
  expect(await back('analytics', '')).toMatchObject({ code: 'studio.reason-needed', pointer: '/reason' })
  expect(await back('analytics', 'Whom did you ask?')).toEqual({ work, stage: 'analytics' })
  const found = await get(work)
  expect(found.card).toMatchObject({ stage: 'analytics', tasksLeft: 1, working: [] })
  expect(found.tasks.find(({ task }) => task === 'barriers')).toMatchObject({ state: 'again', result: 'Done' })
  expect(found.tasks.find(({ task }) => task === 'needs')).toMatchObject({ state: 'done' })
  expect(found.history.at(-1)).toMatchObject({ what: 'returned', from: 'design', reason: 'Whom did you ask?' })
  expect(await pass(work, 'analytics')).toMatchObject({ code: 'studio.gate-closed' })
  await done(changeTask, { work, task: 'barriers', do: 'finish', result: 'Asked more' }, sara)
  expect(await pass(work, 'analytics')).toMatchObject({ stage: 'design' })
})
