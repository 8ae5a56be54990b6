import { expect, it } from 'vitest'
import { decideConsent } from './decide-consent.ts'
import { readConsent } from './read-consent.ts'

const reply = (body: string, status = 200) => ({ ok: true as const, status, headers: {}, body: Buffer.from(body) })

it.each([
  ['{"state":"asked"}', 202, { state: 'asked' }],
  ['{"state":"granted","reference":"r-1"}', 200, { state: 'granted', reference: 'r-1', until: null }],
  ['{"state":"refused"}', 200, { state: 'refused', reference: null }],
  ['{"state":"granted"}', 200, { problem: { reason: 'unreadable', detail: 'json' } }],
  ['{"state":"granted","reference":"r","until":"soon"}', 200, { problem: { reason: 'unreadable', detail: 'json' } }],
  ['yes', 200, { problem: { reason: 'unreadable', detail: 'json' } }],
  ['{"state":"granted","reference":"r-1"}', 500, { problem: { reason: 'status', detail: '500' } }],
])('reads %s with %i', (body, status, answer) => {
  expect(readConsent(reply(body, status))).toEqual(answer)
})

it('takes what the person said at any time, and waits no longer than the term', () => {
  const consent = { message: '01960000-0000-7000-8000-0000000f0000', attempts: 1, termEnds: new Date(1_000_000) }
  const late = new Date(1_000_000)
  expect(decideConsent(consent, { state: 'granted', reference: 'r', until: null }, late)).toMatchObject({
    state: 'granted',
  })
  expect(decideConsent(consent, { state: 'refused', reference: null }, late)).toMatchObject({ state: 'refused' })
  expect(decideConsent(consent, { state: 'asked' }, late)).toMatchObject({ state: 'timed-out' })
  const early = decideConsent(consent, { problem: { reason: 'status', detail: '503' } }, new Date(0))
  expect(early).toMatchObject({ state: 'asked', reason: 'status', detail: '503', due: new Date(3_750) })
  expect(decideConsent(consent, { state: 'asked' }, new Date(999_000))).toMatchObject({ due: late })
})
