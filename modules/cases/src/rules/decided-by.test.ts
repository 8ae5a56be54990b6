import { expect, test } from 'vitest'
import { decidedBy } from './decided-by.ts'

const ruled = { outcome: 'refused', refusals: ['income-too-high'], amount: null }
const none = { review: {}, reconsidered: {}, appeal: {} }

test('what the rules gave stands where nobody looked', () => {
  expect(decidedBy({ ruled, ...none }, 'o')).toEqual({ ...ruled, automatic: true, official: null })
})

test('an official stands before the rules, with their own grounds only', () => {
  const review = { outcome: 'granted', reason: 'The employer proves it' }
  expect(decidedBy({ ruled, ...none, review }, 'o')).toMatchObject({
    ...review,
    refusals: [],
    automatic: false,
    official: 'o',
  })
})

test('what an official finds after hearing the applicant stands before the draft', () => {
  const review = { outcome: 'refused', reason: 'The fund says more', refusals: ['income-too-high'] }
  const reconsidered = { outcome: 'granted', reason: 'The fund corrected its report' }
  expect(decidedBy({ ruled, ...none, review, reconsidered }, 'o')).toMatchObject({ ...reconsidered, refusals: [] })
})

test('an upheld appeal grants, a dismissed one changes nothing', () => {
  const review = { outcome: 'refused', reason: 'The fund says more', refusals: ['income-too-high'] }
  expect(decidedBy({ ruled, ...none, review, appeal: { outcome: 'upheld', reason: 'Wrong' } }, 'o')).toMatchObject({
    outcome: 'granted',
    refusals: [],
    reason: 'Wrong',
  })
  expect(decidedBy({ ruled, ...none, review, appeal: { outcome: 'dismissed', reason: 'Right' } }, 'o')).toMatchObject(
    review,
  )
})
