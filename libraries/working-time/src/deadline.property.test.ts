import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOf } from './calendar.ts'
import { addDays, addMonths, dayNumber, isCivilDate, weekday } from './civil.ts'
import { deadline } from './deadline.ts'
import { addDuration } from './duration.ts'
import { remaining, workingDaysBetween } from './remaining.ts'
import type { DeadlineRules } from './rules.ts'
import { calendar, rules } from './testing/calendar.fixture.ts'
import { endOfDay, instantOf, localDateOf, localTimeOf } from './zone.ts'

const instants = fc
  .integer({ min: Date.UTC(2026, 0, 10), max: Date.UTC(2026, 8, 1) })
  .map(ms => new Date(ms).toISOString())
const terms = fc.oneof(
  fc.nat(60).map(workingDays => ({ workingDays })),
  fc.nat(90).map(calendarDays => ({ calendarDays })),
  fc.nat(6).map(months => ({ months })),
)
const someRules: fc.Arbitrary<DeadlineRules> = fc.record({
  format: fc.constant(1 as const),
  jurisdiction: fc.constant('any'),
  start: fc.constantFrom('next-day', 'next-working-day', 'same-day'),
  receivedAfterHours: fc.constantFrom('same-day', 'next-working-day'),
  endsOnNonWorkingDay: fc.constantFrom('next-working-day', 'previous-working-day', 'same-day'),
  monthWithoutDay: fc.constantFrom('last-day', 'first-of-next'),
  shortDayCounts: fc.boolean(),
  suspension: fc.record({ resumes: fc.constantFrom('remaining-days', 'anew'), dayOfSuspensionCounts: fc.boolean() }),
})
const zones = fc.constantFrom(
  'Asia/Almaty',
  'Europe/Berlin',
  'America/St_Johns',
  'Pacific/Apia',
  'UTC',
  'Australia/Lord_Howe',
)

function dateOf(input: Parameters<typeof deadline>[0]): string {
  const result = deadline(input)
  if (!result.ok) throw new Error(result.refusal.code)
  return result.date
}

test('a term in working days ends on a working day and contains exactly so many', () => {
  fc.assert(
    fc.property(instants, fc.integer({ min: 1, max: 80 }), (from, workingDays) => {
      const date = dateOf({ from, term: { workingDays }, calendar, rules })
      expect(dayOf(calendar, date)?.works).toBe(true)
      expect(workingDaysBetween(calendar, localDateOf(from, calendar.zone), date)).toEqual({
        ok: true,
        value: workingDays,
      })
      expect(remaining({ now: from, date, calendar })).toMatchObject({
        ok: true,
        value: { workingDays, overdue: false },
      })
    }),
  )
})

test('working days between two dates are those that a count day by day finds, in both directions', () => {
  fc.assert(
    fc.property(instants, fc.integer({ min: 0, max: 400 }), (instant, length) => {
      const from = localDateOf(instant, calendar.zone)
      let days = 0
      for (let day = 1; day <= length; day++) if (dayOf(calendar, addDays(from, day))?.works === true) days++
      const to = addDays(from, length)
      expect(workingDaysBetween(calendar, from, to)).toEqual({ ok: true, value: days })
      expect(workingDaysBetween(calendar, to, from)).toEqual({ ok: true, value: days === 0 ? 0 : -days })
    }),
  )
})

test('a later event or a longer term never ends earlier', () => {
  fc.assert(
    fc.property(instants, fc.nat(40 * 86_400_000), terms, someRules, (from, later, term, rule) => {
      const shifted = new Date(Date.parse(from) + later).toISOString()
      expect(
        dateOf({ from: shifted, term, calendar, rules: rule }) >= dateOf({ from, term, calendar, rules: rule }),
      ).toBe(true)
      const [unit = '', count = 0] = Object.entries(term)[0] ?? []
      const longer = { [unit]: count + 1 } as typeof term
      // A term of no days ends on the day of receipt itself, so only longer ones are compared.
      if (count > 0)
        expect(
          dateOf({ from, term: longer, calendar, rules: rule }) >= dateOf({ from, term, calendar, rules: rule }),
        ).toBe(true)
    }),
  )
})

test('a suspension never brings a deadline nearer, and one after it does not move it', () => {
  fc.assert(
    fc.property(
      instants,
      terms,
      fc.nat(30 * 86_400_000),
      fc.nat(40 * 86_400_000),
      fc.boolean(),
      (from, term, after, long, counts) => {
        const rule: DeadlineRules = {
          ...rules,
          suspension: { resumes: 'remaining-days', dayOfSuspensionCounts: counts },
        }
        const start = Date.parse(from) + after
        const suspensions = [{ from: new Date(start).toISOString(), to: new Date(start + long).toISOString() }]
        const plain = dateOf({ from, term, calendar, rules: rule })
        const moved = dateOf({ from, term, calendar, rules: rule, suspensions })
        expect(moved >= plain).toBe(true)
        if (localDateOf(suspensions[0]?.from ?? '', calendar.zone) > plain) expect(moved).toBe(plain)
      },
    ),
  )
})

test('dates and days, months and the wall clock go there and back', () => {
  fc.assert(
    fc.property(fc.integer({ min: -200_000, max: 200_000 }), fc.integer({ min: -500, max: 500 }), (days, months) => {
      const date = addDays('1970-01-01', days)
      expect(isCivilDate(date)).toBe(true)
      expect(dayNumber(date)).toBe(days)
      expect(weekday(addDays(date, 7))).toBe(weekday(date))
      const moved = addMonths(date, months)
      expect(isCivilDate(moved)).toBe(true)
      expect(moved.slice(8) <= date.slice(8)).toBe(true)
    }),
  )
  fc.assert(
    fc.property(instants, zones, (at, zone) => {
      const { date, minutes } = localTimeOf(at, zone)
      const back = instantOf(date, minutes, zone)
      // A time that the clock shows twice comes back as the earlier of the two.
      expect(localTimeOf(back, zone)).toEqual({ date, minutes })
      expect(back <= at).toBe(true)
      expect(localDateOf(endOfDay(date, zone), zone) > date).toBe(true)
      expect(localDateOf(new Date(Date.parse(endOfDay(date, zone)) - 1).toISOString(), zone)).toBe(date)
    }),
  )
})

test('a day later by the wall clock is not always 24 hours later', () => {
  const day = { months: 0, days: 1, ms: 0 }
  expect(addDuration('2026-03-28T11:00:00.000Z', day, 'Europe/Berlin')).toBe('2026-03-29T10:00:00.000Z')
  expect(addDuration('2026-03-28T11:00:00.000Z', day, 'Asia/Almaty')).toBe('2026-03-29T11:00:00.000Z')
  expect(instantOf('2026-03-29', 150, 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z')
  expect(instantOf('2026-10-25', 150, 'Europe/Berlin')).toBe('2026-10-25T00:30:00.000Z')
})
