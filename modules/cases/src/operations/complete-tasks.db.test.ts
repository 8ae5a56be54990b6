import { describe, expect, it } from 'vitest'
import { casesPlatform, done } from '../cases-platform.fixture.ts'
import { claimTask, completeTasks } from '../contract/index.ts'

const cases = await casesPlatform()
const worker = cases.official('worker')
const { organisation } = worker

describe('complete-tasks', () => {
  it('decides each case by a decision of its own, and leaves alone what is refused', async () => {
    const [first, taken, last] = [await cases.inReview(), await cases.inReview(), await cases.inReview()]
    done(await cases.run(claimTask, taken.task, cases.official('colleague')))
    const tasks = [first, taken, last].map(({ task }) => ({ case: task.case, task: task.task }))
    const input = { organisation, tasks, outcome: 'granted', reason: 'The employers prove the sums' }
    const { items } = done(await cases.run(completeTasks, input, worker))
    expect(items.map(({ refusal }) => refusal?.code ?? null)).toEqual([null, 'cases.task-taken', null])
    await cases.settle()
    for (const { place, mother } of [first, last]) {
      const seen = await cases.seen(place, mother.actor)
      expect(seen.card).toMatchObject({ status: 'delivered', outcome: 'granted' })
      expect(seen.acts.filter(({ kind }) => kind === 'decision')).toHaveLength(1)
    }
    const { card } = await cases.seen(taken.place, taken.mother.actor)
    expect(card).toMatchObject({ status: 'in-progress', outcome: null })
  })

  it('writes nothing of one whose answers do not fit', async () => {
    const { place, task } = await cases.inReview()
    const one = { case: task.case, task: task.task }
    const input = { organisation, tasks: [one], outcome: 'impossible', reason: 'As the law says' }
    const { items } = done(await cases.run(completeTasks, input, worker))
    expect(items[0]?.refusal).toMatchObject({ code: 'cases.answers-invalid' })
    expect(await cases.taskOf(place)).toEqual(task)
  })

  it('is not for persons', async () => {
    const { task, mother } = await cases.inReview()
    const input = { organisation, tasks: [{ case: task.case, task: task.task }], outcome: 'granted', reason: 'Yes' }
    expect(await cases.run(completeTasks, input, mother.actor)).toMatchObject({ code: 'operations.permission-missing' })
  })
})
