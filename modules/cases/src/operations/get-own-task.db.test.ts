import { describe, expect, it } from 'vitest'
import { casesPlatform, done } from '../cases-platform.fixture.ts'
import { answerTask, claimTask, completeTask, getOwnTask } from '../contract/index.ts'

const cases = await casesPlatform()
const mother = await cases.mother()
const task = await cases.draft(mother)
const unknown = { code: 'cases.task-not-found', pointer: '/task' }

describe('get-own-task', () => {
  it('gives the form with words and with what is known', async () => {
    const form = done(await cases.run(getOwnTask, task, mother.actor))
    expect(form).toMatchObject({ task: task.task })
    expect(form.schema.properties).toHaveProperty('forWhom')
    expect(form.form).toHaveProperty('pages')
    expect(JSON.stringify(form.context)).toContain(mother.child)
    expect(JSON.stringify([form.prefill, form.data, form.context])).toContain(mother.account)
    for (const words of Object.values(form.words)) expect(Object.keys(words).sort()).toEqual(['en', 'kk', 'ru'])
  })

  it('tells the applicant why a refusal is intended when they may object', async () => {
    const { place, task: review, mother: applicant } = await cases.inReview()
    const worker = cases.official('worker')
    done(await cases.run(claimTask, review, worker))
    const intended = {
      outcome: 'refused',
      reason: 'The lower income is above the limit',
      refusals: ['income-too-high'],
    }
    done(
      await cases.run(completeTask, { ...review, outcome: 'done', reason: '', answers: { review: intended } }, worker),
    )
    await cases.settle()
    const asked = (await cases.seen(place, applicant.actor)).card.yourTask?.task ?? ''
    const form = done(await cases.run(getOwnTask, { ...place, task: asked }, applicant.actor))
    expect(form.said).toMatchObject([{ label: { en: 'Why we intend this decision' }, text: intended.reason }])
    expect(done(await cases.run(getOwnTask, task, mother.actor)).said).toBeUndefined()
  })

  it('knows no case of somebody else', async () => {
    const stranger = await cases.mother()
    expect(await cases.run(getOwnTask, task, stranger.actor)).toMatchObject({
      code: 'cases.case-not-found',
      pointer: '/case',
    })
    expect(await cases.run(getOwnTask, { ...task, organisation: 'civil-registry' }, mother.actor)).toMatchObject({
      code: 'cases.case-not-found',
    })
  })

  it('knows no task that there is not, and none of an official', async () => {
    expect(await cases.run(getOwnTask, { ...task, task: 'none' }, mother.actor)).toMatchObject(unknown)
    const review = await cases.inReview()
    expect(await cases.run(getOwnTask, review.task, review.mother.actor)).toMatchObject(unknown)
  })

  it('knows no task of another own case under this one', async () => {
    const other = await cases.draft(mother)
    expect(await cases.run(getOwnTask, { ...task, task: other.task }, mother.actor)).toMatchObject(unknown)
  })

  it('knows no task that is answered', async () => {
    const another = await cases.mother()
    const answered = await cases.draft(another)
    done(await cases.run(answerTask, { ...answered, answers: another.application }, another.actor))
    expect(await cases.run(getOwnTask, answered, another.actor)).toMatchObject(unknown)
  })

  it('is not for officials', async () => {
    expect(await cases.run(getOwnTask, task, cases.official('worker'))).toMatchObject({
      code: 'operations.permission-missing',
    })
  })
})
