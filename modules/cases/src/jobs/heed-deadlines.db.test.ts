import { listEventsAfter } from '@tereze/foundation-events'
import { expect, it } from 'vitest'
import { casesPlatform, done } from '../cases-platform.fixture.ts'
import { claimTask, completeTask, listTasks } from '../contract/index.ts'

const cases = await casesPlatform()
const worker = cases.official('worker')

const passed = async (id: string) =>
  (await listEventsAfter(cases.platform.database, ['cases.deadline-passed'], 0, 1000)).filter(
    ({ data }) => (data as { case: string }).case === id,
  )

it('gives a task whose term has passed to the head, announces it once, and says so in the timeline', async () => {
  const { mother, place, task } = await cases.inReview()
  done(await cases.run(claimTask, task, worker))
  await cases.pass('P1D')
  expect(await passed(place.case)).toEqual([])
  await cases.pass('P3D')
  expect(await passed(place.case)).toMatchObject([{ data: { of: 'task', date: '2026-03-04', to: 'head' } }])
  const office = await cases.office(place)
  expect(office.tasks).toMatchObject([{ role: 'head', holder: null }])
  const timeline = (await cases.seen(place, mother.actor)).timeline.map(({ text }) => text.en)
  expect(timeline.filter(text => text.includes('superior'))).toHaveLength(1)
  const inbox = done(await cases.run(listTasks, { organisation: place.organisation, list: 'unit' }, cases.head))
  expect(inbox.items.map(one => one.task)).toContain(task.task)
})

it('hears nothing of a task that was done in time', async () => {
  const { place, task } = await cases.inReview()
  done(await cases.run(claimTask, task, worker))
  const review = { outcome: 'granted', reason: 'The employer proves it' }
  done(await cases.run(completeTask, { ...task, outcome: 'done', reason: '', answers: { review } }, worker))
  await cases.pass('P10D')
  expect(await passed(place.case)).toEqual([])
})
