import { describe, expect, it } from 'vitest'
import { casesPlatform, done, registry, type TaskPlace } from '../cases-platform.fixture.ts'
import { claimTask, completeTask, listComments, returnTask } from '../contract/index.ts'
import { keepFile } from '../files/keep-file.ts'

const cases = await casesPlatform()
const worker = cases.official('worker')
const registrar = cases.official('registrar')
const reason = 'The marriage certificate is not of these people'

let count = 0

/** The mother did not answer; the registrar asked her, and now checks her evidence: two steps of officials. */
async function inCheck(): Promise<TaskPlace> {
  const father = {
    as: `father${++count}`,
    name: { family: 'Rivers', given: 'Oliver' },
    born: '1990-09-02',
    sex: 'male' as const,
    region: 'north',
    identifier: false as const,
    citizenship: 'XW',
    document: { kind: 'passport', number: `W441077${count}`, country: 'XW' },
  }
  const name = await cases.born(await cases.mother('low', { children: [] }, [father]))
  await cases.pass('P40D')
  const ask = await cases.taskOf({ organisation: registry, case: name.case })
  const bytes = new TextEncoder().encode('%PDF-1.7')
  const { id } = done(await keepFile(cases.keeping(registrar), { organisation: registry, name: 'marriage.pdf', bytes }))
  const answers = {
    name: { given: 'Dana', family: 'Zhailauova' },
    statement: { kind: 'foreign-marriage', fatherDocument: { number: `W441077${count}`, country: 'XW' } },
    evidence: [{ id, name: 'marriage.pdf' }],
  }
  done(await cases.run(claimTask, ask, registrar))
  done(await cases.run(completeTask, { ...ask, outcome: 'done', reason: '', answers }, registrar))
  await cases.settle()
  return cases.taskOf(ask)
}

describe('return-task', () => {
  it('sends the case back to the step before, and to who did it, with the reason', async () => {
    const check = await inCheck()
    const returned = done(await cases.run(returnTask, { ...check, reason }, registrar))
    expect(returned).toMatchObject({ case: check.case, node: 'ask-mother' })
    const again = await cases.taskOf(check)
    expect(again.task).toBe(returned.task)
    const { tasks } = await cases.office(check)
    expect(tasks.map(({ holder }) => holder?.official)).toEqual([registrar.id])
    const { items } = done(await cases.run(listComments, { organisation: registry }, registrar))
    expect(items[0]).toMatchObject({ kind: 'returned', text: reason, to: { official: registrar.id } })
  })

  it('has nobody to return to where no official worked before', async () => {
    const { task } = await cases.inReview()
    expect(await cases.run(returnTask, { ...task, reason }, worker)).toMatchObject({ code: 'cases.nothing-to-return' })
    expect(await cases.taskOf(task)).toEqual(task)
  })

  it('wants a reason', async () => {
    const { task } = await cases.inReview()
    expect(await cases.run(returnTask, { ...task, reason: '  ' }, worker)).toMatchObject({
      code: 'cases.reason-missing',
    })
  })

  it('is for who may work on the task', async () => {
    const { task } = await cases.inReview()
    const unknown = { code: 'cases.task-not-found' }
    expect(await cases.run(returnTask, { ...task, reason }, cases.official('southerner'))).toMatchObject(unknown)
    done(await cases.run(claimTask, task, cases.official('colleague')))
    expect(await cases.run(returnTask, { ...task, reason }, worker)).toMatchObject({ code: 'cases.task-taken' })
    expect(await cases.run(returnTask, { ...task, reason }, registrar)).toMatchObject({
      code: 'operations.permission-missing',
    })
  })
})
