import { describe, expect, it } from 'vitest'
import { casesPlatform, done } from '../cases-platform.fixture.ts'
import { reassignTasks } from '../contract/index.ts'

const cases = await casesPlatform()
const worker = cases.official('worker')
const { organisation } = worker
const reason = 'The load is uneven'

describe('reassign-tasks', () => {
  it('gives to one official what they may do, and tells of the rest', async () => {
    const [review, appeal] = [await cases.inReview(), await cases.appealed()]
    const tasks = [review, appeal].map(({ task }) => ({ case: task.case, task: task.task }))
    const input = { organisation, tasks, to: worker.id, reason }
    const { items } = done(await cases.run(reassignTasks, input, cases.head))
    expect(items.map(({ refusal }) => refusal?.code ?? null)).toEqual([null, 'cases.colleague-unfit'])
    const holders = (await cases.office(review.place)).tasks.map(({ holder }) => holder?.official)
    expect(holders).toEqual([worker.id])
    expect(await cases.run(reassignTasks, input, worker)).toMatchObject({ code: 'operations.permission-missing' })
  })
})
