import { listOwnPayments } from '@tereze/payments/contract'
import { describe, expect, it } from 'vitest'
import { casesPlatform, done } from '../cases-platform.fixture.ts'
import { answerTask, completeTask, withdrawCase } from '../contract/index.ts'

const cases = await casesPlatform()
const worker = cases.official('worker')
const reason = 'I found work'
const unfit = { code: 'cases.status-unfit' }
const granted = { review: { outcome: 'granted', reason: 'The employer proves the sum' } }

describe('withdraw-case', () => {
  it('ends the case, its process and its tasks, with an act', async () => {
    const { mother, place } = await cases.inReview()
    expect(await cases.run(withdrawCase, { ...place, reason }, mother.actor)).toEqual({ case: place.case })
    await cases.settle()
    const seen = await cases.seen(place, mother.actor)
    expect(seen.card).toMatchObject({ status: 'closed', outcome: 'withdrawn', waiting: null, yourTask: null })
    expect(seen.acts.at(-1)).toMatchObject({ kind: 'discontinuance', text: { en: reason } })
    expect(seen.may).toEqual({ appeal: false, rate: false, correct: false, withdraw: false })
    const office = await cases.office(place)
    expect(office.tasks).toEqual([])
    expect(office.process.at).toEqual([])
  })

  it('is stirred by nothing any more', async () => {
    const silent = await cases.mother('unknown')
    const place = await cases.applied(silent)
    done(await cases.run(withdrawCase, { ...place, reason: '' }, silent.actor))
    const before = await cases.seen(place, silent.actor)
    await cases.pass('P30D')
    expect(await cases.seen(place, silent.actor)).toEqual(before)
    expect(done(await cases.run(listOwnPayments, { person: silent.actor.id }, silent.actor)).items).toEqual([])
  })

  it('is done once, also when two come at once', async () => {
    const { mother, place } = await cases.inReview()
    const replies = await Promise.all([1, 2].map(() => cases.run(withdrawCase, { ...place, reason }, mother.actor)))
    expect(replies.filter(reply => 'case' in reply)).toHaveLength(1)
    expect(replies).toContainEqual(expect.objectContaining(unfit))
    const { acts } = await cases.seen(place, mother.actor)
    expect(acts.filter(({ kind }) => kind === 'discontinuance')).toHaveLength(1)
  })

  it('and a decision at the same time: one of them holds', async () => {
    const { mother, place, task } = await cases.inReview()
    const complete = { ...task, outcome: 'done', reason: '', answers: granted }
    const replies = await Promise.all([
      cases.run(withdrawCase, { ...place, reason }, mother.actor),
      cases.run(completeTask, complete, worker),
    ])
    await cases.settle()
    expect(replies.filter(reply => 'case' in reply)).toHaveLength(1)
    const { acts, card } = await cases.seen(place, mother.actor)
    const kinds = acts.map(({ kind }) => kind)
    expect(kinds.includes('decision')).not.toBe(kinds.includes('discontinuance'))
    expect(card.outcome).toBe(kinds.includes('decision') ? 'granted' : 'withdrawn')
  })

  it('takes back nothing that has changed since it was seen', async () => {
    const mother = await cases.mother('unknown')
    const draft = await cases.draft(mother)
    const place = { organisation: draft.organisation, case: draft.case }
    const { revision } = await cases.seen(place, mother.actor)
    done(await cases.run(answerTask, { ...draft, answers: mother.application }, mother.actor))
    expect(await cases.run(withdrawCase, { ...place, reason, revision }, mother.actor)).toMatchObject({
      code: 'cases.changed-meanwhile',
      pointer: '/revision',
    })
    const now = (await cases.seen(place, mother.actor)).revision
    expect(await cases.run(withdrawCase, { ...place, reason, revision: now }, mother.actor)).toEqual({
      case: place.case,
    })
  })

  it('takes back nothing that is decided', async () => {
    for (const outcome of ['granted', 'refused'] as const) {
      const { mother, place } = await cases.decided(outcome)
      expect(await cases.run(withdrawCase, { ...place, reason }, mother.actor)).toMatchObject({
        ...unfit,
        params: { status: 'delivered' },
      })
      expect((await cases.seen(place, mother.actor)).card.outcome).toBe(outcome)
    }
  })

  it('takes back no registration of a birth, which nobody applied for', async () => {
    const mother = await cases.mother()
    const { task: _task, ...place } = await cases.born(mother)
    expect(await cases.run(withdrawCase, { ...place, reason }, mother.actor)).toMatchObject(unfit)
  })

  it('is only for the person whose case it is', async () => {
    const { mother, place } = await cases.inReview()
    const stranger = await cases.mother()
    const unknown = { code: 'cases.case-not-found', pointer: '/case' }
    expect(await cases.run(withdrawCase, { ...place, reason }, stranger.actor)).toMatchObject(unknown)
    const elsewhere = { ...place, organisation: 'civil-registry', reason }
    expect(await cases.run(withdrawCase, elsewhere, mother.actor)).toMatchObject(unknown)
    expect(await cases.run(withdrawCase, { ...place, reason }, worker)).toMatchObject({
      code: 'operations.permission-missing',
    })
    expect((await cases.seen(place, mother.actor)).card.status).toBe('in-progress')
  })
})
