import { rows, sql } from '@tereze/foundation-database'
import { beforeEach, describe, expect, it } from 'vitest'
import { casesPlatform, done, type Mother, type TaskPlace } from '../cases-platform.fixture.ts'
import { answerTask, getOwnTask, keepAnswers } from '../contract/index.ts'

const cases = await casesPlatform()
let mother: Mother
let task: TaskPlace
beforeEach(async () => {
  mother = await cases.mother()
  task = await cases.draft(mother)
})
const answers = { forWhom: 'own', unfinished: { by: ['half'] } }
const keep = (over: object = {}, actor: Mother['actor'] | ReturnType<typeof cases.official> = mother.actor) =>
  cases.run(keepAnswers, { ...task, page: 'child', answers, ...over }, actor)
const begun = async () => done(await cases.run(getOwnTask, task, mother.actor)).begun

describe('keep-answers', () => {
  it('keeps what was filled in and where, unchecked, and the last of it', async () => {
    expect(await begun()).toBeUndefined()
    const { at } = done(await keep())
    expect(await begun()).toEqual({ page: 'child', answers, at })
    done(await keep({ page: 'money', answers: { forWhom: 'own' } }))
    expect(await begun()).toMatchObject({ page: 'money', answers: { forWhom: 'own' } })
    expect((await cases.seen(task, mother.actor)).card).toMatchObject({ status: 'draft' })
  })

  it('forgets it when nothing is given, and when the task is answered', async () => {
    done(await keep())
    done(await keep({ answers: {} }))
    expect(await begun()).toBeUndefined()
    done(await keep())
    done(await cases.run(answerTask, { ...task, answers: mother.application }, mother.actor))
    expect(await keep()).toMatchObject({ code: 'cases.task-not-found', pointer: '/task' })
    const left = await rows(
      cases.platform.database,
      sql`select id from cases.tasks where id = ${task.task} and begun is not null`,
    )
    expect(left).toEqual([])
  })

  it('keeps nothing for a task that another was asked, or that is no longer asked', async () => {
    const stranger = await cases.mother()
    expect(await keep({}, stranger.actor)).toMatchObject({ code: 'cases.case-not-found', pointer: '/case' })
    expect(await keep({}, cases.official('worker'))).toMatchObject({ code: 'operations.permission-missing' })
    expect(await keep({ task: 'task_none' })).toMatchObject({ code: 'cases.task-not-found', pointer: '/task' })
  })

  it('names what is wrong: too much, or no page of a form', async () => {
    expect(await keep({ answers: { text: 'a'.repeat(200_000) } })).toMatchObject({
      code: 'cases.kept-too-large',
      pointer: '/answers',
      params: { most: 200 },
    })
    expect(await keep({ page: 'no page' })).toMatchObject({ code: 'operations.input-invalid', pointer: '/page' })
    expect(await begun()).toBeUndefined()
  })
})
