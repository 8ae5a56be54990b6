import { expect, test } from 'vitest'
import { readUntil } from './suspension.ts'

test('a ground says what ends a suspension, and how long it lasts at the most', () => {
  expect(readUntil('answer or P10D')).toEqual({ condition: 'answer', limit: { workingDays: 10 } })
  expect(readUntil('agency or P1M')).toEqual({ condition: 'agency', limit: { months: 1 } })
  expect(readUntil('date or P1Y')).toEqual({ condition: 'date', limit: { years: 1 } })
})

test('anything else is no end', () => {
  for (const text of [undefined, '', 'answer', 'P10D', 'rain or P1D', 'answer or PT1H'])
    expect(readUntil(text)).toBeNull()
})
