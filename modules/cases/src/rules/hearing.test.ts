import { expect, test } from 'vitest'
import { draftDecision } from './draft-decision.ts'
import { type HearingRules, hearingDue } from './hearing.ts'

const always: HearingRules = { when: 'adverse', within: { workingDays: 2 }, ground: 'act:x/73' }
const officials: HearingRules = { ...always, when: 'adverse-by-official' }
const ruled = { decision: { outcome: 'refused', refusals: ['income-too-high'] } }
const reviewed = { ...ruled, review: { outcome: 'refused', refusals: ['child-too-old'], reason: 'Born too early' } }

test('an adverse decision is heard before as the jurisdiction wants it', () => {
  expect(hearingDue(always, draftDecision(ruled))).toBe(true)
  expect(hearingDue(officials, draftDecision(ruled))).toBe(false)
  expect(hearingDue(officials, draftDecision(reviewed))).toBe(true)
  expect(hearingDue(null, draftDecision(reviewed))).toBe(false)
})

test('a decision that grants everything needs no hearing, nor one that is not intended yet', () => {
  expect(hearingDue(always, draftDecision({ ...ruled, review: { outcome: 'granted', reason: 'Proven' } }))).toBe(false)
  expect(hearingDue(always, draftDecision({}))).toBe(false)
})

test('the draft is what the official intends, or else what the rules gave', () => {
  expect(draftDecision(ruled)).toEqual({
    outcome: 'refused',
    refusals: ['income-too-high'],
    reason: null,
    byOfficial: false,
  })
  expect(draftDecision(reviewed)).toMatchObject({
    refusals: ['child-too-old'],
    reason: 'Born too early',
    byOfficial: true,
  })
})
