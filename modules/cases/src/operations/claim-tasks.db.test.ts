import { describe, expect, it } from 'vitest'
import { casesPlatform, done } from '../cases-platform.fixture.ts'
import { claimTask, claimTasks } from '../contract/index.ts'

const cases = await casesPlatform()
const worker = cases.official('worker')
const { organisation } = worker

describe('claim-tasks', () => {
  it('takes each that may be taken, and tells of the others why not', async () => {
    const [free, taken, also] = [await cases.inReview(), await cases.inReview(), await cases.inReview()]
    done(await cases.run(claimTask, taken.task, cases.official('colleague')))
    const at = ({ task }: typeof free) => ({ case: task.case, task: task.task })
    const tasks = [at(free), at(taken), { ...at(free), task: 'none' }, at(also)]
    const { items } = done(await cases.run(claimTasks, { organisation, tasks }, worker))
    expect(items.map(({ case: of, task, refusal }) => [of, task, refusal?.code ?? null])).toEqual([
      [free.task.case, free.task.task, null],
      [taken.task.case, taken.task.task, 'cases.task-taken'],
      [free.task.case, 'none', 'cases.task-not-found'],
      [also.task.case, also.task.task, null],
    ])
    const holders = async (place: { organisation: string; case: string }) =>
      (await cases.office(place)).tasks.map(({ holder }) => holder?.official)
    expect(await holders(free.place)).toEqual([worker.id])
    expect(await holders(taken.place)).toEqual([cases.official('colleague').id])
    expect(await holders(also.place)).toEqual([worker.id])
  })

  it('takes two hundred at most, and is not for persons', async () => {
    const { task, mother } = await cases.inReview()
    const one = { case: task.case, task: task.task }
    expect(
      await cases.run(claimTasks, { organisation, tasks: Array.from({ length: 201 }, () => one) }, worker),
    ).toMatchObject({ code: 'operations.input-invalid' })
    expect(await cases.run(claimTasks, { organisation, tasks: [] }, worker)).toMatchObject({
      code: 'operations.input-invalid',
    })
    expect(await cases.run(claimTasks, { organisation, tasks: [one] }, mother.actor)).toMatchObject({
      code: 'operations.permission-missing',
    })
  })
})
