import { expect, test } from 'vitest'
import { CaseOutcome, CaseStatus, WaitingFor } from '../contract/case.ts'
import { commonStatusWords, type PublicStatus } from './status-words.ts'

const values = <T>(union: { anyOf: readonly unknown[] }) =>
  union.anyOf.map(one => ((one as { const?: T }).const ?? null) as T)
const plain: PublicStatus = { status: 'in-progress', waiting: null, outcome: null, suspended: false }

test('every status, waiting and outcome has public words in three languages', () => {
  for (const status of values<PublicStatus['status']>(CaseStatus))
    for (const waiting of values<PublicStatus['waiting']>(WaitingFor))
      for (const outcome of [null, ...values<PublicStatus['outcome']>(CaseOutcome)])
        for (const text of Object.values(commonStatusWords({ status, waiting, outcome, suspended: false })))
          expect(text).not.toMatch(/^$|status\./)
})

test('the most particular words are taken', () => {
  expect(commonStatusWords(plain).en).toBe('In progress')
  expect(commonStatusWords({ ...plain, waiting: 'applicant' }).en).toBe('Waiting for you')
  expect(commonStatusWords({ ...plain, waiting: 'applicant', suspended: true }).en).toBe('Suspended')
  expect(commonStatusWords({ ...plain, status: 'delivered', outcome: 'refused' }).en).toBe('Refused')
  expect(commonStatusWords({ ...plain, status: 'closed', outcome: 'discontinued' }).en).toBe(
    'Left without consideration',
  )
})
