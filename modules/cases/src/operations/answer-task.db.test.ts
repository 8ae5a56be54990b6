import { beforeEach, describe, expect, it } from 'vitest'
import { casesPlatform, done, type Mother, type TaskPlace } from '../cases-platform.fixture.ts'
import { answerTask, getOwnTask, withdrawCase } from '../contract/index.ts'

const cases = await casesPlatform()
let mother: Mother
let task: TaskPlace
beforeEach(async () => {
  mother = await cases.mother()
  task = await cases.draft(mother)
})
const answer = (answers = mother.application, actor = mother.actor) =>
  cases.run(answerTask, { ...task, answers }, actor)
const card = async () => (await cases.seen(task, mother.actor)).card

describe('answer-task', () => {
  it('submits the application, and the case goes on to its end', async () => {
    expect(await answer()).toEqual({ case: task.case })
    await cases.settle()
    expect(await card()).toMatchObject({ status: 'delivered', outcome: 'granted', yourTask: null })
  })

  it('names each wrong field and keeps the task open', async () => {
    const reply = await answer({ ...mother.application, forWhom: 'nobody', account: 'account_of_another' })
    expect(reply).toMatchObject({ code: 'cases.answers-invalid' })
    const also = 'also' in reply ? reply.also : []
    expect(also.length).toBeGreaterThan(0)
    for (const { pointer } of also) expect(pointer).toMatch(/^\/answers\//)
    expect(await card()).toMatchObject({ status: 'draft', yourTask: { task: task.task } })
  })

  it('takes nothing that the form does not ask', async () => {
    const sly = { ...mother.application, decision: { outcome: 'granted' }, review: { outcome: 'granted' } }
    const rich = await cases.mother('high')
    const draft = await cases.draft(rich)
    const answers = { ...sly, child: rich.child, account: rich.account }
    done(await cases.run(answerTask, { ...draft, answers }, rich.actor))
    await cases.settle()
    expect((await cases.seen(draft, rich.actor)).card).toMatchObject({ outcome: 'refused' })
  })

  it('is not answered by another, who learns nothing of the case', async () => {
    const stranger = await cases.mother()
    expect(await answer(mother.application, stranger.actor)).toMatchObject({
      code: 'cases.case-not-found',
      pointer: '/case',
    })
    expect((await card()).status).toBe('draft')
  })

  it('is not for officials', async () => {
    const reply = await cases.run(answerTask, { ...task, answers: mother.application }, cases.official('worker'))
    expect(reply).toMatchObject({ code: 'operations.permission-missing' })
  })

  it('takes one answer, also when two come at once', async () => {
    const replies = await Promise.all([answer(), answer()])
    expect(replies.filter(reply => 'case' in reply)).toHaveLength(1)
    expect(replies).toContainEqual(expect.objectContaining({ code: 'cases.task-not-found', pointer: '/task' }))
    await cases.settle()
    expect(await answer()).toMatchObject({ code: 'cases.task-not-found' })
    const { acts } = await cases.seen(task, mother.actor)
    expect(acts.filter(({ kind }) => kind === 'registration')).toHaveLength(1)
  })

  it('takes no answer to a case that has changed since it was seen, and then the same one to what is there now', async () => {
    const { revision } = done(await cases.run(getOwnTask, task, mother.actor))
    const old = { ...task, answers: mother.application, revision: revision + 1 }
    expect(await cases.run(answerTask, old, mother.actor)).toMatchObject({
      code: 'cases.changed-meanwhile',
      pointer: '/revision',
    })
    expect(await card()).toMatchObject({ status: 'draft', yourTask: { task: task.task } })
    expect(await cases.run(answerTask, { ...old, revision }, mother.actor)).toEqual({ case: task.case })
  })

  it('gives the applicant no task of an official', async () => {
    const review = await cases.inReview()
    const answers = { review: { outcome: 'granted', reason: 'I say so' } }
    expect(await cases.run(answerTask, { ...review.task, answers }, review.mother.actor)).toMatchObject({
      code: 'cases.task-not-found',
      pointer: '/task',
    })
  })

  it('knows no case of another organisation under this one', async () => {
    const elsewhere = { ...task, organisation: 'civil-registry', answers: mother.application }
    expect(await cases.run(answerTask, elsewhere, mother.actor)).toMatchObject({ code: 'cases.case-not-found' })
  })

  it('answers nothing in a case that was taken back', async () => {
    const silent = await cases.mother('unknown')
    const place = await cases.applied(silent)
    await cases.pass('P1D')
    const open = await cases.taskOf(place)
    done(await cases.run(withdrawCase, { ...place, reason: '' }, silent.actor))
    expect(await cases.run(answerTask, { ...open, answers: {} }, silent.actor)).toMatchObject({
      code: 'cases.task-not-found',
    })
  })

  it('lets the father confirm his part, and him alone', async () => {
    const [man, woman] = [await cases.mother('low', { sex: 'male', children: [] }), await cases.mother()]
    const name = await cases.born(woman)
    const statement = { kind: 'joint-statement', fatherIdentifier: man.identifier }
    const answers = { name: { given: 'Dana', family: 'Zhailauova' }, statement }
    done(await cases.run(answerTask, { ...name, answers }, woman.actor))
    await cases.settle()
    const confirm = await cases.taskOf({ organisation: name.organisation, case: name.case })
    const yes = { ...confirm, answers: { fatherhood: { confirmed: true } } }
    expect(await cases.run(answerTask, yes, woman.actor)).toMatchObject({ code: 'cases.task-not-found' })
    expect(await cases.run(answerTask, yes, man.actor)).toEqual({ case: name.case })
    await cases.settle()
    expect((await cases.seen(name, woman.actor)).card).toMatchObject({ status: 'delivered', outcome: 'granted' })
  })
})
