import { findMessageProblems } from '@tereze/messages'
import { expect, test } from 'vitest'
import { type CaseDeadlineInput, caseDeadline } from './case-deadline.ts'
import { explainDeadline } from './explain.ts'
import en from './messages/en.json' with { type: 'json' }
import kk from './messages/kk.json' with { type: 'json' }
import ru from './messages/ru.json' with { type: 'json' }
import { calendar, rules } from './testing/calendar.fixture.ts'
import { writeDays } from './write-days.ts'

const from = '2026-03-02T04:00:00.000Z'
const named = {
  day: (key: string) => (key === 'message:day.moved' ? 'a moved day off' : undefined),
  clause: (clause: string) => clause.replace('act:procedure/', 'procedure act, article '),
}

function explain(input: Partial<CaseDeadlineInput>, language: 'en' | 'ru' | 'kk' = 'en') {
  const term = input.term ?? { workingDays: 5 }
  const result = caseDeadline({ from, calendar, rules, ...input, term })
  if (!result.ok) throw new Error(result.refusal.code)
  const { summary, lines } = explainDeadline({ ...result, term, from: input.from ?? from }, language, named)
  const plain = (text: string) => text.replaceAll('\u00a0', ' ')
  return { summary: plain(summary), lines: lines.map(plain) }
}

test('a deadline is told in one line in three languages', () => {
  expect(explain({}).summary).toBe('5 working days from 2 March 2026; days off: 7–9 March → 10 March 2026')
  expect(explain({}, 'ru').summary).toBe(
    '5 рабочих дней, отсчёт от 2 марта 2026 г.; нерабочие дни: 7–9 марта → 10 марта 2026 г.',
  )
  expect(explain({}, 'kk').summary).toBe(
    '5 жұмыс күні, есеп басы: 2026 жылғы 2 наурыз; демалыс күндері: 7–9 наурыз → 2026 жылғы 10 наурыз',
  )
})

test('and line by line, with what the days are called and the law', () => {
  expect(explain({}).lines).toEqual([
    'Received on 2 March 2026',
    'The first day that counts is 3 March 2026 (procedure act, article 40.1)',
    '7, 8 March: weekend',
    '9 March: a moved day off (act:holidays/2)',
  ])
})

test('suspension, extension, a moved last day and hours are told too', () => {
  const suspensions = [{ from: '2026-03-04T04:00:00.000Z', to: '2026-03-06T04:00:00.000Z', act: 'S-7' }]
  const moved = explain({
    term: { calendarDays: 3 },
    suspensions,
    extensions: [{ by: { calendarDays: 7 }, act: 'P-1' }],
  })
  expect(moved.summary).toBe(
    '3 days from 2 March 2026; suspended: 4, 5 March; the last day, 7 March, is a day off; prolonged by 7 days → 17 March 2026',
  )
  expect(moved.lines).toContain('Prolonged by 7 days, until 17 March 2026; act P-1')
  expect(moved.lines).toContain('Suspended from 4 March 2026 until 6 March 2026; act S-7')
  expect(explain({ term: { workingHours: 9 } }).summary).toBe(
    '9 working hours from 2 March 2026, 09:00 → 3 March 2026, 10:00',
  )
  expect(explain({ term: { months: 1 }, from: '2026-01-31T04:00:00.000Z' }).lines).toEqual([
    'Received on 31 January 2026',
    'The first day that counts is 1 February 2026 (procedure act, article 40.1)',
    'The month has no such day, so the term ends on 28 February 2026',
    'The last day, 28 February 2026, is a day off; the term ends on 2 March 2026 (procedure act, article 40.3)',
  ])
})

test('every rule has words in every language', () => {
  expect(findMessageProblems({ en, ru, kk })).toEqual([])
  const everything: Partial<CaseDeadlineInput> = {
    rules: { ...rules, shortDayCounts: false, receivedAfterHours: 'next-working-day' },
    from: '2026-03-07T05:00:00.000Z',
    term: { workingDays: 9 },
    suspensions: [{ from: '2026-03-16T05:00:00.000Z', limit: { workingDays: 1 } }],
    extensions: [{ by: { months: 1 } }],
  }
  for (const language of ['en', 'ru', 'kk'] as const) {
    const { summary, lines } = explain(everything, language)
    expect([summary, ...lines].filter(text => /[[\]{}]|undefined/.test(text))).toEqual([])
    expect(lines.length).toBeGreaterThan(8)
  }
})

test('days are joined to runs', () => {
  const stretches = [
    ['2026-03-07', '2026-03-08'],
    ['2026-03-09', '2026-03-09'],
    ['2026-03-14', '2026-03-15'],
    ['2026-03-30', '2026-04-02'],
  ] as const
  expect(writeDays(stretches, 'en')).toBe('7–9 March, 14, 15 March, 30 March – 2 April')
  expect(writeDays([], 'ru')).toBe('')
})
