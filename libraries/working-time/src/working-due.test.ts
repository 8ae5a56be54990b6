import { expect, test } from 'vitest'
import { calendar, rules } from './testing/calendar.fixture.ts'
import { parseTerm, workingDue } from './working-due.ts'

test.each([
  ['PT16H', { workingHours: 16 }],
  ['PT120M', { workingHours: 2 }],
  ['P5D', { workingDays: 5 }],
  ['P2M', { months: 2 }],
  ['P1Y', { years: 1 }],
  ['P0D', { workingDays: 0 }],
  [' {"workingDays":2} ', { workingDays: 2 }],
  ['PT90M', undefined],
  ['P1DT2H', undefined],
  ['P1W', undefined],
  ['{"workingDays":-2}', undefined],
  ['{"workingDays"', undefined],
  ['soon', undefined],
])('%s is the term %j', (text, term) => {
  expect(parseTerm(text)).toEqual(term)
})

const from = '2026-03-02T04:00:00.000Z' // Monday, 09:00 in Almaty

test('a working duration passes only while the office is open', () => {
  const due = (term: string, more = {}) => workingDue({ from, term, calendar, rules, ...more })
  expect(due('PT16H')).toEqual({ ok: true, at: '2026-03-03T13:00:00.000Z' })
  expect(due('PT16H', { suspensions: [{ from: '2026-03-02T08:00:00.000Z', to: '2026-03-04T04:00:00.000Z' }] })).toEqual(
    {
      ok: true,
      at: '2026-03-05T08:00:00.000Z',
    },
  )
  expect(due('P5D')).toEqual({ ok: true, at: '2026-03-10T19:00:00.000Z' })
  expect(due('P1W')).toEqual({ ok: false, refusal: { code: 'term-invalid', params: {} } })
  expect(due('P9Y')).toMatchObject({ ok: false, refusal: { code: 'year-not-covered' } })
})
