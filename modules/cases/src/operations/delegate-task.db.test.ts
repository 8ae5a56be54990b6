import { beforeEach, describe, expect, it } from 'vitest'
import { casesPlatform, done, type Place, type TaskPlace } from '../cases-platform.fixture.ts'
import { claimTask, completeTask, delegateTask, listComments, listTasks, releaseTask } from '../contract/index.ts'

const cases = await casesPlatform()
const worker = cases.official('worker')
const colleague = cases.official('colleague')
let task: TaskPlace
let place: Place
const today = () => cases.now().slice(0, 10)
beforeEach(async () => {
  ;({ task, place } = await cases.inReview())
  done(await cases.run(claimTask, task, worker))
})
const later = (days: number) => new Date(Date.parse(cases.now()) + days * 86_400_000).toISOString().slice(0, 10)
const card = async () => (await cases.office(place)).tasks[0]
const mine = async (list: 'mine' | 'delegated', official = worker) =>
  done(await cases.run(listTasks, { organisation: task.organisation, list }, official)).items.map(one => one.task)

describe('delegate-task', () => {
  it('gives the task to a colleague, who works on it, while the first stays answerable', async () => {
    const until = later(3)
    expect(await cases.run(delegateTask, { ...task, to: colleague.id, until, note: 'I am away' }, worker)).toEqual({
      task: task.task,
    })
    expect(await card()).toMatchObject({ holder: { official: colleague.id }, delegated: { by: worker.id, until } })
    expect(await mine('mine', colleague)).toContain(task.task)
    expect(await mine('mine')).not.toContain(task.task)
    expect(await mine('delegated')).toContain(task.task)
    const answers = { review: { outcome: 'granted', reason: 'The employer proves the sum' } }
    done(await cases.run(completeTask, { ...task, outcome: 'done', reason: '', answers }, colleague))
  })

  it('tells the colleague, and keeps the note with the case', async () => {
    done(await cases.run(delegateTask, { ...task, to: colleague.id, until: later(1), note: 'I am away' }, worker))
    const told = done(await cases.run(listComments, { organisation: task.organisation }, colleague))
    expect(told.items.find(comment => comment.case === place.case)).toMatchObject({
      kind: 'delegated',
      text: 'I am away',
      by: { official: worker.id },
      to: { official: colleague.id },
    })
  })

  it('ends when the last day is over', async () => {
    done(await cases.run(delegateTask, { ...task, to: colleague.id, until: today() }, worker))
    await cases.pass('P2D')
    expect(await card()).toMatchObject({ holder: { official: worker.id }, delegated: null })
  })

  it('ends when the colleague gives it back, or the first takes it back', async () => {
    done(await cases.run(delegateTask, { ...task, to: colleague.id, until: later(3) }, worker))
    done(await cases.run(releaseTask, task, colleague))
    expect(await card()).toMatchObject({ holder: { official: worker.id }, delegated: null })
    done(await cases.run(delegateTask, { ...task, to: colleague.id, until: later(3) }, worker))
    done(await cases.run(claimTask, task, worker))
    expect(await card()).toMatchObject({ holder: { official: worker.id }, delegated: null })
  })

  it('is for who holds the task, and not for the colleague in turn', async () => {
    const taken = { code: 'cases.task-taken', pointer: '/task' }
    const give = { ...task, to: worker.id, until: later(3) }
    expect(await cases.run(delegateTask, give, colleague)).toMatchObject(taken)
    done(await cases.run(delegateTask, { ...give, to: colleague.id }, worker))
    expect(await cases.run(delegateTask, give, colleague)).toMatchObject(taken)
    done(await cases.run(releaseTask, task, worker))
    expect(await cases.run(delegateTask, { ...give, to: colleague.id }, worker)).toMatchObject(taken)
  })

  it('refuses a colleague of another department or role, oneself and a stranger', async () => {
    const unfit = { code: 'cases.colleague-unfit', pointer: '/to' }
    const stranger = 'official_01960000-0000-7000-8000-0000000000aa'
    for (const to of [
      cases.official('southerner').id,
      cases.official('appeal-officer').id,
      cases.official('registrar').id,
      worker.id,
      stranger,
    ])
      expect(await cases.run(delegateTask, { ...task, to, until: later(3) }, worker)).toMatchObject(unfit)
  })

  it('refuses a day that is over, and one too far', async () => {
    for (const until of [later(-2), later(100)])
      expect(await cases.run(delegateTask, { ...task, to: colleague.id, until }, worker)).toMatchObject({
        code: 'cases.date-unfit',
        pointer: '/until',
      })
  })

  it('knows no task of another role, none that there is not, and lets no person in', async () => {
    const give = { ...task, to: colleague.id, until: later(3) }
    const unknown = { code: 'cases.task-not-found' }
    expect(await cases.run(delegateTask, give, cases.official('appeal-officer'))).toMatchObject(unknown)
    expect(await cases.run(delegateTask, { ...give, task: 'none' }, worker)).toMatchObject(unknown)
    const { actor } = await cases.mother()
    expect(await cases.run(delegateTask, give, actor)).toMatchObject({ code: 'operations.permission-missing' })
  })
})
