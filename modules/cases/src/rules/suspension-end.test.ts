import { expect, test } from 'vitest'
import { decideEnd } from './suspension-end.ts'

const longest = { date: '2026-03-17', at: '2026-03-17T19:00:00.000Z' }
const end = (condition: 'answer' | 'date', date: string | null) =>
  decideEnd(condition, longest, date, '2026-03-02', 'Asia/Almaty')

test('a wait for an answer ends with its limit', () => {
  expect(end('answer', null)).toEqual({ at: longest.at })
})

test('a wait for a date ends with that day', () => {
  expect(end('date', '2026-03-10')).toEqual({ at: '2026-03-10T19:00:00.000Z' })
  expect(end('date', '2026-03-17')).toEqual({ at: longest.at })
})

test('a date that is missing, past, beyond the limit, none, or not wanted is no end', () => {
  for (const date of [null, '2026-03-02', '2026-03-18', '2026-02-30']) expect(end('date', date)).toBeNull()
  expect(end('answer', '2026-03-10')).toBeNull()
})
