import type { Expectation } from '@tereze/studio/contract'
import { describe, expect, it } from 'vitest'
import { compareCase, containsPart, sameValue } from './compare.ts'
import type { SeenCase } from './observe-case.ts'

const money = { amount: '41000.00', currency: 'DMD' }
const seen: SeenCase = {
  service: 'benefit',
  status: 'delivered',
  outcome: 'granted',
  waiting: null,
  appeal: 'none',
  deadline: '2026-03-10',
  path: ['registration', 'decision'],
  flows: [],
  acts: [
    { kind: 'registration', grounds: [] },
    { kind: 'decision', grounds: ['late'] },
  ],
  rules: [
    { file: 'decisions/eligibility.dmn', decision: 'eligibility', rule: 'low-income' },
    { file: 'decisions/eligibility.dmn', decision: 'amount', rule: 'third' },
  ],
  refusals: [],
  amount: money,
  suggested: 'granted',
  documents: [{ id: 'notice', version: 2, status: 'valid', data: { child: { name: 'A', father: null } } }],
  payments: [{ account: 'DMD-••••-1', amount: money }],
  files: [{ from: 'agency', mediaType: 'application/pdf', applicant: true }],
  notices: ['received', 'granted'],
  tasks: [{ id: 'review', role: 'case-worker' }],
  faults: [],
}
const differences = (expected: Expectation, found = seen) =>
  compareCase(expected, found, account => (account === 'account_1' ? 'DMD-••••-1' : undefined)).map(({ what }) => what)

describe('compareCase', () => {
  it('looks only at what is named', () => {
    expect(differences({})).toEqual([])
    const all: Expectation = {
      status: 'delivered',
      outcome: 'granted',
      appeal: 'none',
      path: ['registration', 'decision'],
      deadline: '2026-03-10',
      decision: { rules: ['third'], refusals: [], amount: '41000.00', suggested: 'granted' },
      acts: ['registration', 'decision'],
      grounds: ['late'],
      documents: [{ id: 'notice', version: 2, data: { child: { father: null } } }],
      payments: [{ to: 'account_1', amount: money }],
      files: [{ from: 'agency', mediaType: 'application/pdf', applicant: true }],
      notices: ['received', 'granted'],
      tasks: [{ id: 'review' }],
    }
    expect(differences(all)).toEqual([])
  })

  it.each<[string, Expectation]>([
    ['status', { status: 'decided' }],
    ['outcome', { outcome: null }],
    ['waiting', { waiting: 'applicant' }],
    ['appeal', { appeal: 'open' }],
    ['path', { path: ['registration'] }],
    ['deadline', { deadline: '2026-03-11' }],
    ['rules', { decision: { rules: ['low-income', 'second'] } }],
    ['refusals', { decision: { refusals: ['late'] } }],
    ['amount', { decision: { amount: '41000.01' } }],
    ['suggested', { decision: { suggested: 'refused' } }],
    ['acts', { acts: ['registration'] }],
    ['grounds', { grounds: [] }],
    ['documents', { documents: [] }],
    ['version of document notice', { documents: [{ id: 'notice', version: 1 }] }],
    ['status of document notice', { documents: [{ id: 'notice', status: 'revoked' }] }],
    ['data of document notice', { documents: [{ id: 'notice', data: { child: { name: 'B' } } }] }],
    ['payments', { payments: [] }],
    ['payments', { payments: [{ to: 'account_2', amount: money }] }],
    ['files', { files: [{ from: 'agency', mediaType: 'application/pdf', applicant: false }] }],
    ['notices', { notices: ['granted', 'received'] }],
    ['tasks', { tasks: [] }],
    ['tasks', { tasks: [{ id: 'review', role: 'registrar' }] }],
  ])('sees a wrong %s', (what, expected) => {
    expect(differences(expected)).toEqual([what])
  })

  it('reports what must never be, whatever the story says', () => {
    expect(differences({}, { ...seen, faults: ['stuck at x: no-flow-taken'] })).toEqual(['fault'])
  })
})

describe('values', () => {
  it('are equal whatever the order of members, and lists only in order', () => {
    expect(sameValue({ a: 1, b: [1, { c: 2 }] }, { b: [1, { c: 2 }], a: 1 })).toBe(true)
    expect(sameValue([1, 2], [2, 1])).toBe(false)
    expect(sameValue({ a: 1 }, { a: 1, b: 2 })).toBe(false)
    expect(sameValue({ a: [] }, { a: {} })).toBe(false)
  })

  it('contain their parts', () => {
    expect(containsPart({ a: { b: 1, c: 2 } }, { a: { b: 1 } })).toBe(true)
    expect(containsPart({ a: 1 }, { b: null })).toBe(true)
    expect(containsPart({ a: 1 }, { a: null })).toBe(false)
    expect(containsPart({ a: [1, 2] }, { a: [1] })).toBe(false)
    expect(containsPart(null, { a: 1 })).toBe(false)
  })
})
