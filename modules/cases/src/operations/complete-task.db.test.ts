import { listOwnDocuments, verifyDocument } from '@tereze/documents/contract'
import { listOwnPayments } from '@tereze/payments/contract'
import { beforeEach, describe, expect, it } from 'vitest'
import { casesPlatform, done, type Mother, type Place, type TaskPlace } from '../cases-platform.fixture.ts'
import { appealDecision, claimTask, completeTask, getTask, requestInformation } from '../contract/index.ts'

const cases = await casesPlatform()
const worker = cases.official('worker')
const granted = { review: { outcome: 'granted', reason: 'The employer proves 60 000 a month' } }
const refused = { review: { outcome: 'refused', reason: 'Too much in both', refusals: ['income-too-high'] } }
let mother: Mother
let task: TaskPlace
let place: Place
beforeEach(async () => {
  ;({ mother, task, place } = await cases.inReview())
})
const input = (answers: Record<string, unknown> = granted) => ({ ...task, outcome: 'done', reason: '', answers })
const card = async () => (await cases.seen(place, mother.actor)).card
const payments = async () =>
  done(await cases.run(listOwnPayments, { person: mother.actor.id, case: place.case }, mother.actor)).items

describe('complete-task', () => {
  it('decides by the answers of the form, and what was decided is delivered', async () => {
    expect(await cases.run(completeTask, input(), worker)).toEqual({ case: place.case })
    await cases.settle()
    expect(await card()).toMatchObject({ status: 'delivered', outcome: 'granted' })
    const { acts } = await cases.office(place)
    expect(acts.map(({ kind }) => kind)).toEqual(['registration', 'decision', 'payment-order'])
    expect(acts[1]).toMatchObject({ signatory: worker.id, text: { en: granted.review.reason } })
    expect(await payments()).toMatchObject([{ amount: { amount: '41000.00', currency: 'DMD' } }])
  })

  it('takes outcome, reason and grounds beside the form as well', async () => {
    const given = { ...task, outcome: 'refused', reason: 'Too much in both', grounds: ['income-too-high'] }
    expect(await cases.run(completeTask, given, worker)).toEqual({ case: place.case })
    await cases.pass('P4D')
    expect(await card()).toMatchObject({ status: 'delivered', outcome: 'refused' })
    expect((await cases.office(place)).acts.map(({ grounds }) => grounds)).toEqual([
      [],
      ['income-too-high'],
      ['income-too-high'],
    ])
    expect(await payments()).toEqual([])
  })

  it('needs a reason', async () => {
    expect(await cases.run(completeTask, { ...task, outcome: 'granted', reason: ' ' }, worker)).toMatchObject({
      code: 'cases.reason-missing',
      pointer: '/reason',
    })
    expect(await cases.run(completeTask, input({ review: { outcome: 'granted', reason: '' } }), worker)).toMatchObject({
      code: 'cases.answers-invalid',
      also: [{ pointer: '/review/reason' }],
    })
    expect((await card()).outcome).toBeNull()
  })

  it('refuses an outcome that there is not and a ground that the service does not know', async () => {
    const wrong = { review: { ...granted.review, outcome: 'perhaps' } }
    const invented = { review: { ...refused.review, refusals: ['bad-weather'] } }
    expect(await cases.run(completeTask, input(wrong), worker)).toMatchObject({ code: 'cases.answers-invalid' })
    expect(await cases.run(completeTask, input(invented), worker)).toMatchObject({ code: 'cases.answers-invalid' })
    expect(await card()).toMatchObject({ status: 'in-progress', outcome: null })
  })

  it('takes nothing into the case that the form does not ask', async () => {
    done(await cases.run(completeTask, input({ ...granted, account: 'account_of_the_worker', decision: {} }), worker))
    await cases.settle()
    expect(await payments()).toMatchObject([{ amount: { amount: '41000.00' } }])
    const facts = JSON.stringify((await cases.office(place)).facts)
    expect(facts).not.toContain('account_of_the_worker')
  })

  it('decides once, also when two press at once', async () => {
    const replies = await Promise.all([input(granted), input(refused)].map(one => cases.run(completeTask, one, worker)))
    expect(replies.filter(reply => 'case' in reply)).toHaveLength(1)
    expect(replies).toContainEqual(expect.objectContaining({ code: 'cases.task-not-found' }))
    await cases.pass('P8D')
    expect((await cases.office(place)).acts.filter(({ kind }) => kind === 'decision')).toHaveLength(1)
    expect(await cases.run(completeTask, input(refused), worker)).toMatchObject({ code: 'cases.task-not-found' })
  })

  it('decides nothing in a case that has changed since it was seen', async () => {
    const { revision } = done(await cases.run(getTask, task, worker))
    expect((await cases.office(place)).revision).toBe(revision)
    const ask = { ...task, text: 'Which of the two sums did your employer pay?' }
    done(await cases.run(requestInformation, ask, worker))
    expect(await cases.run(completeTask, { ...input(), revision }, worker)).toMatchObject({
      code: 'cases.changed-meanwhile',
      pointer: '/revision',
    })
    expect((await card()).outcome).toBeNull()
    const { revision: now } = await cases.office(place)
    expect(now).toBeGreaterThan(revision)
    expect(await cases.run(completeTask, { ...input(), revision: now }, worker)).toEqual({ case: place.case })
  })

  it('of two who saw the same case decides one, and the other is told why not', async () => {
    const { revision } = await cases.office(place)
    const both = [granted, refused].map(answers => cases.run(completeTask, { ...input(answers), revision }, worker))
    const replies = await Promise.all(both)
    expect(replies.filter(reply => 'case' in reply)).toHaveLength(1)
    expect(replies).toContainEqual(expect.objectContaining({ code: 'cases.changed-meanwhile' }))
  })

  it('leaves a task to its holder, role and department', async () => {
    done(await cases.run(claimTask, task, cases.official('colleague')))
    expect(await cases.run(completeTask, input(), worker)).toMatchObject({ code: 'cases.task-taken', pointer: '/task' })
    const unknown = { code: 'cases.task-not-found', pointer: '/task' }
    expect(await cases.run(completeTask, input(), cases.official('appeal-officer'))).toMatchObject(unknown)
    expect(await cases.run(completeTask, input(), cases.official('southerner'))).toMatchObject(unknown)
    expect((await card()).outcome).toBeNull()
  })

  it('completes no task of a person in their place', async () => {
    const other = await cases.mother()
    const draft = await cases.draft(other)
    const answers = { ...draft, outcome: 'done', reason: 'for her', answers: other.application }
    expect(await cases.run(completeTask, answers, worker)).toMatchObject({ code: 'cases.task-not-found' })
    expect((await cases.seen(draft, other.actor)).card.status).toBe('draft')
  })

  it('is not for other organisations', async () => {
    const registrar = cases.official('registrar')
    expect(
      await cases.run(completeTask, { ...input(), organisation: registrar.organisation }, registrar),
    ).toMatchObject({ code: 'cases.case-not-found' })
    expect(await cases.run(completeTask, input(), registrar)).toMatchObject({ code: 'operations.permission-missing' })
  })

  it('lets nobody judge the own decision', async () => {
    const both = { ...worker, unit: null, roles: ['case-worker', 'appeal-officer'] }
    await cases.complete(task, both, refused)
    await cases.pass('P4D')
    done(await cases.run(appealDecision, { ...place, reason: 'It was a bonus of another year' }, mother.actor))
    await cases.settle()
    task = await cases.taskOf(place)
    const answers = { appealReview: { outcome: 'dismissed', reason: 'I was right' } }
    expect(await cases.run(completeTask, input(answers), both)).toMatchObject({ code: 'cases.own-case' })
    expect(await card()).toMatchObject({ appeal: 'open' })
  })

  it('turns a refusal when the appeal is upheld', async () => {
    const appeal = await cases.appealed()
    await cases.complete(appeal.task, cases.official('appeal-officer'), {
      appealReview: { outcome: 'upheld', reason: 'The employer confirmed its error' },
    })
    const seen = await cases.seen(appeal.place, appeal.mother.actor)
    expect(seen.card).toMatchObject({ status: 'delivered', outcome: 'granted', appeal: 'upheld' })
    const { actor } = appeal.mother
    const { items } = done(await cases.run(listOwnDocuments, { person: actor.id, case: appeal.place.case }, actor))
    // Both were issued at the one instant of the test's clock, so their order says nothing.
    const checks = items.map(async ({ reference }) => ({
      reference,
      ...done(await cases.run(verifyDocument, { reference }, actor)),
    }))
    const seenAs = new Map((await Promise.all(checks)).map(check => [check.kind, check]))
    expect([...seenAs.keys()].sort()).toEqual(['grant-notice', 'refusal-notice'])
    const grant = seenAs.get('grant-notice')
    expect(grant).toMatchObject({ status: 'valid' })
    expect(seenAs.get('refusal-notice')).toMatchObject({ status: 'replaced', replacedBy: grant?.reference })
  })
})
