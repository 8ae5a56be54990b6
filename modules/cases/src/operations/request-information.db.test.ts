import { listOwnMessages } from '@tereze/notifications/contract'
import { describe, expect, it } from 'vitest'
import { casesPlatform, done } from '../cases-platform.fixture.ts'
import { answerTask, claimTask, getOwnTask, requestInformation, withdrawCase } from '../contract/index.ts'

const cases = await casesPlatform()
const worker = cases.official('worker')
const text = 'Which of the two sums did your employer pay?'
const granted = { review: { outcome: 'granted', reason: 'The employer proves the sum' } }

async function asked(more: object = {}) {
  const known = await cases.inReview()
  done(await cases.run(requestInformation, { ...known.task, text, ...more }, worker))
  await cases.settle()
  const { card } = await cases.seen(known.place, known.mother.actor)
  return { ...known, card, theirs: { ...known.place, task: card.yourTask?.task ?? '' } }
}

describe('request-information', () => {
  it('opens a task for the applicant beside the official’s, and tells them in their language', async () => {
    const { card, mother, place, theirs, task } = await asked()
    expect(card.waiting).toBe('applicant')
    expect(card.yourTask?.title.ru).toBe('Ответить на вопрос сотрудника')
    const form = done(await cases.run(getOwnTask, theirs, mother.actor))
    expect(form.said?.[0]).toMatchObject({ text, label: { en: 'What we ask you' } })
    const messages = done(await cases.run(listOwnMessages, { person: mother.actor.id }, mother.actor))
    expect(JSON.stringify(messages)).toContain(text)
    const office = await cases.office(place)
    expect(office.tasks.map(one => [one.task, one.waiting])).toEqual([[task.task, 'applicant']])
    expect(office.requests).toMatchObject([{ text, state: 'open', answer: null, by: { official: worker.id } }])
    expect(await cases.platform.runner.handlers.has('cases.request-information')).toBe(true)
  })

  it('shows the answer to the official, and takes over the fields that were asked', async () => {
    const { mother, place, theirs } = await asked({ fields: ['/declared/income'] })
    const form = done(await cases.run(getOwnTask, theirs, mother.actor))
    expect(JSON.stringify(form.form)).toContain('/declared/income')
    const income = { amount: '61000.00', currency: 'DMD' }
    const answers = { information: { answer: 'The smaller one' }, declared: { income } }
    expect(await cases.run(answerTask, { ...theirs, answers }, mother.actor)).toEqual({ case: place.case })
    await cases.settle()
    const office = await cases.office(place)
    expect(office.requests).toMatchObject([
      { state: 'answered', answer: 'The smaller one', fields: [{ pointer: '/declared/income' }] },
    ])
    expect(JSON.stringify(office.facts)).toContain('61000.00')
    expect(office.card).toMatchObject({ waiting: null, status: 'in-progress' })
    await cases.complete(await cases.taskOf(place), worker, granted)
    expect((await cases.seen(place, mother.actor)).card).toMatchObject({ status: 'delivered', outcome: 'granted' })
  })

  it('wants words for an answer, and takes nothing that was not asked', async () => {
    const { mother, place, theirs } = await asked()
    expect(await cases.run(answerTask, { ...theirs, answers: {} }, mother.actor)).toMatchObject({
      code: 'cases.answers-invalid',
      pointer: '/answers/information/answer',
    })
    const answers = { information: { answer: 'Both' }, decision: { outcome: 'granted' } }
    done(await cases.run(answerTask, { ...theirs, answers }, mother.actor))
    expect((await cases.office(place)).draft?.outcome).not.toBe('granted')
  })

  it('stays unanswered when the last day is over; then it may be asked again', async () => {
    const { mother, place, task, card } = await asked()
    expect(card.yourTask).not.toBeNull()
    expect(await cases.run(requestInformation, { ...task, text }, worker)).toMatchObject({ code: 'cases.request-open' })
    await cases.pass('P20D')
    expect((await cases.seen(place, mother.actor)).card).toMatchObject({ yourTask: null, status: 'in-progress' })
    done(await cases.run(requestInformation, { ...task, text: 'And now?' }, cases.head))
    expect((await cases.office(place)).requests).toMatchObject([
      { text: 'And now?', state: 'open' },
      { text, state: 'unanswered', answer: null },
    ])
  })

  it('suspends the term on a ground that an answer ends, and the answer lets both go on', async () => {
    const { mother, place, task, theirs } = await asked({ suspend: 'income-unclear' })
    const suspended = await cases.office(place)
    expect(suspended.deadline?.suspended).toMatchObject({ waitsFor: 'answer', until: suspended.requests?.[0]?.until })
    expect(suspended.acts.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['suspension']))
    const open = (await cases.seen(place, mother.actor)).card.yourTask
    expect(open?.title.en).toBe('Answer the question of the official')
    const again = { ...task, text: 'And the other sum?', suspend: 'income-unclear' }
    expect(await cases.run(requestInformation, again, worker)).toMatchObject({ code: 'cases.request-open' })
    await cases.pass('P2D')
    done(await cases.run(answerTask, { ...theirs, answers: { information: { answer: 'Both' } } }, mother.actor))
    await cases.settle()
    const resumed = await cases.office(place)
    expect(resumed.deadline?.suspended).toBeNull()
    expect(resumed.acts.filter(({ kind }) => kind === 'resumption')).toHaveLength(1)
    expect((await cases.seen(place, mother.actor)).card).toMatchObject({ yourTask: null, status: 'in-progress' })
    await cases.complete(task, worker, granted)
    expect((await cases.seen(place, mother.actor)).card).toMatchObject({ status: 'delivered', outcome: 'granted' })
  })

  it('suspends on no ground that does not end by an answer, and takes no other last day then', async () => {
    const { task } = await cases.inReview()
    for (const suspend of ['decision-awaited', 'none'])
      expect(await cases.run(requestInformation, { ...task, text, suspend }, worker)).toMatchObject({
        code: 'cases.ground-unknown',
        pointer: '/suspend',
      })
    const until = '2099-01-01'
    const ground = 'income-unclear'
    expect(await cases.run(requestInformation, { ...task, text, suspend: ground, until }, worker)).toMatchObject({
      code: 'cases.date-unfit',
      pointer: '/until',
    })
    const { card } = await cases.office(task)
    expect(card).toMatchObject({ waiting: null, status: 'in-progress' })
  })

  it('falls away when the case is decided or withdrawn', async () => {
    const { mother, place, task } = await asked()
    await cases.complete(task, worker, granted)
    expect((await cases.seen(place, mother.actor)).card).toMatchObject({ yourTask: null, outcome: 'granted' })
    expect((await cases.office(place)).requests).toMatchObject([{ state: 'unanswered' }])
    expect(await cases.run(requestInformation, { ...task, text }, worker)).toMatchObject({
      code: 'cases.task-not-found',
    })
    const other = await asked()
    done(await cases.run(withdrawCase, { ...other.place, reason: '' }, other.mother.actor))
    expect((await cases.seen(other.place, other.mother.actor)).card).toMatchObject({ yourTask: null, waiting: null })
  })

  it('refuses fields that are not the applicant’s, and days that are over or too far', async () => {
    const { task } = await cases.inReview()
    expect(
      await cases.run(requestInformation, { ...task, text, fields: ['/child', '/decision/outcome'] }, worker),
    ).toMatchObject({ code: 'cases.field-unknown', pointer: '/fields/1' })
    for (const until of [cases.now().slice(0, 10), '2099-01-01'])
      expect(await cases.run(requestInformation, { ...task, text, until }, worker)).toMatchObject({
        code: 'cases.date-unfit',
      })
  })

  it('is for who may work on the task, and asks nothing once the case is decided', async () => {
    const { task } = await cases.inReview()
    const unknown = { code: 'cases.task-not-found' }
    expect(await cases.run(requestInformation, { ...task, text }, cases.official('southerner'))).toMatchObject(unknown)
    done(await cases.run(claimTask, task, cases.official('colleague')))
    expect(await cases.run(requestInformation, { ...task, text }, worker)).toMatchObject({ code: 'cases.task-taken' })
    const { task: appeal } = await cases.appealed()
    expect(await cases.run(requestInformation, { ...appeal, text }, cases.official('appeal-officer'))).toMatchObject({
      code: 'cases.status-unfit',
    })
    const { actor } = await cases.mother()
    expect(await cases.run(requestInformation, { ...task, text }, actor)).toMatchObject({
      code: 'operations.permission-missing',
    })
  })
})
