import { expect, test } from 'vitest'
import { deadline, remaining } from './index.ts'
import { calendar, rules } from './testing/calendar.fixture.ts'

test('what the README shows is so', () => {
  const result = deadline({ from: '2026-03-02T04:00:00.000Z', term: { workingDays: 5 }, calendar, rules })
  expect(result).toMatchObject({ ok: true, date: '2026-03-10', at: '2026-03-10T19:00:00.000Z' })
  expect(remaining({ now: '2026-03-06T10:00:00.000Z', date: '2026-03-10', calendar })).toEqual({
    ok: true,
    value: { workingDays: 1, calendarDays: 4, overdue: false },
  })
})
