import { expect, test } from 'vitest'
import { nextOccurrence } from '../index.ts'
import { firstDueOf } from './first-due.ts'

const moment = { now: '2026-03-02T04:00:00.000Z', zone: 'Asia/Almaty' }

test('a date, a duration and a cycle are counted from the moment, a term is left to the caller', () => {
  expect(firstDueOf({ kind: 'date', value: { text: '2026-04-01T09:00:00+05:00' } }, moment)).toEqual({
    at: '2026-04-01T04:00:00.000Z',
  })
  expect(firstDueOf({ kind: 'duration', value: { feel: '"PT" + string(1 + 1) + "H"' } }, moment)).toEqual({
    at: '2026-03-02T06:00:00.000Z',
  })
  expect(firstDueOf({ kind: 'cycle', value: { text: 'R2/P1D' } }, moment)).toEqual({
    at: '2026-03-03T04:00:00.000Z',
    again: { left: 1, every: 'P1D' },
  })
  expect(firstDueOf({ kind: 'term', term: { workingDays: 2 } }, moment)).toEqual({ term: { workingDays: 2 } })
  expect(firstDueOf({ kind: 'term', feel: '{ workingDays: 3 }' }, moment)).toEqual({ term: { workingDays: 3 } })
})

test('what is not of its kind is never due', () => {
  expect(firstDueOf({ kind: 'date', value: { text: 'soon' } }, moment)).toBeUndefined()
  expect(firstDueOf({ kind: 'cycle', value: { feel: 'amount' } }, moment)).toBeUndefined()
})

test('a cycle that was missed for days is made up for once and keeps its rhythm', () => {
  const late = { ...moment, now: '2026-03-09T10:00:00.000Z' }
  expect(nextOccurrence('2026-03-03T04:00:00.000Z', { left: null, every: 'P1D' }, late)).toEqual({
    at: '2026-03-10T04:00:00.000Z',
    again: { left: null, every: 'P1D' },
  })
})
