import { expect, it } from 'vitest'
import { answerTerm, millisecondsOf, queueTerm } from './term.ts'

it.each([
  ['PT30S', 30_000],
  ['PT1H30M', 5_400_000],
  ['P5D', 432_000_000],
  ['P1W', 604_800_000],
  ['P1DT12H', 129_600_000],
  ['P1M', null],
  ['P', null],
  ['PT', null],
  ['soon', null],
])('reads %s', (period, milliseconds) => {
  expect(millisecondsOf(period)).toBe(milliseconds)
})

it('takes the terms of the contract; an answer is never waited for longer than two minutes', () => {
  expect(answerTerm({ term: { answer: 'PT10S', queue: 'P30D' } })).toBe(10_000)
  expect(answerTerm({ term: { answer: 'PT1H', queue: 'P30D' } })).toBe(120_000)
  expect(answerTerm(undefined)).toBe(30_000)
  expect(queueTerm({ term: { answer: 'PT10S', queue: 'P30D' } })).toBe(30 * 86_400_000)
  expect(queueTerm(undefined)).toBe(5 * 86_400_000)
})
