import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Counting, startClocks } from './start-clocks.ts'

const read = (jurisdiction: string, file: string) =>
  JSON.parse(
    readFileSync(new URL(`../../../../content/jurisdictions/${jurisdiction}/${file}.json`, import.meta.url), 'utf8'),
  )

function clocks(jurisdiction: string, known: string, zone: string) {
  const counting: Counting = {
    calendar: read(jurisdiction, 'calendar'),
    rules: read(jurisdiction, 'deadline-rules'),
    zone,
  }
  return startClocks(read(jurisdiction, 'leaks').duties, known, counting).map(({ duty, dueAt }) => [
    duty,
    new Date(dueAt).toISOString(),
  ])
}

test('Russia: 24 and 72 hours of the clock, on days off too (152-FZ, article 21 part 3.1)', () => {
  expect(clocks('ru', '2026-03-06T18:30:00Z', 'Europe/Moscow')).toEqual([
    ['primary-notice', '2026-03-07T18:30:00.000Z'],
    ['findings', '2026-03-09T18:30:00.000Z'],
  ])
})

test('Kazakhstan: one working day (Law 94-V, article 25), to its end, over a weekend', () => {
  expect(clocks('kz', '2026-03-12T05:00:00Z', 'Asia/Almaty')).toEqual([['notice', '2026-03-13T19:00:00.000Z']])
  expect(clocks('kz', '2026-03-13T05:00:00Z', 'Asia/Almaty')).toEqual([['notice', '2026-03-16T19:00:00.000Z']])
})
