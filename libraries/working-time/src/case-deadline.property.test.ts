import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOf } from './calendar.ts'
import type { Calendar } from './calendar-data.ts'
import { type CaseDeadlineInput, caseDeadline } from './case-deadline.ts'
import { addDays, dateOfDayNumber, dayNumber } from './civil.ts'
import { workingDaysBetween } from './remaining.ts'
import type { DeadlineRules } from './rules.ts'
import { stageDeadlines } from './stage-deadlines.ts'
import type { Suspension } from './suspension.ts'
import { calendar, rules } from './testing/calendar.fixture.ts'
import { instantOf, localDateOf } from './zone.ts'

const first = Date.UTC(2026, 0, 10)
const instants = fc.integer({ min: first, max: Date.UTC(2026, 7, 1) }).map(ms => new Date(ms).toISOString())
const terms = fc.oneof(
  fc.integer({ min: 1, max: 40 }).map(workingDays => ({ workingDays })),
  fc.integer({ min: 1, max: 60 }).map(calendarDays => ({ calendarDays })),
  fc.integer({ min: 1, max: 4 }).map(months => ({ months })),
  fc.integer({ min: 1, max: 90 }).map(workingHours => ({ workingHours })),
)
const suspensionRules = fc.record({
  resumes: fc.constant('remaining-days' as const),
  dayOfSuspensionCounts: fc.boolean(),
  dayOfResumptionCounts: fc.boolean(),
})

function ended(input: Partial<CaseDeadlineInput> & Pick<CaseDeadlineInput, 'from' | 'term'>) {
  const result = caseDeadline({ calendar, rules, ...input })
  if (!result.ok) throw new Error(result.refusal.code)
  return result
}

const noon = (date: string) => instantOf(date, 720, calendar.zone)

test('a rule that shifts the last day never leaves it on a day off', () => {
  fc.assert(
    fc.property(instants, terms, fc.constantFrom('next-working-day', 'previous-working-day'), (from, term, shift) => {
      const shifting: DeadlineRules = { ...rules, endsOnNonWorkingDay: shift }
      expect(dayOf(calendar, ended({ from, term, rules: shifting }).date)?.works).toBe(true)
    }),
  )
})

test('one more holiday never makes a deadline earlier, neither as an amendment nor of a region', () => {
  const anyDay = fc.integer({ min: dayNumber('2026-01-10'), max: dayNumber('2026-12-20') }).map(dateOfDayNumber)
  fc.assert(
    fc.property(instants, terms, fc.uniqueArray(anyDay, { maxLength: 6 }), (from, term, dates) => {
      const days = dates.map(date => ({ date, kind: 'holiday', source: 'act:x/1' }) as const)
      const amended: Calendar = {
        ...calendar,
        amendments: [{ version: '1.1.0', known: '2026-01-01', act: 'act:x/1', days }],
      }
      const regional: Calendar = { ...calendar, regional: [{ region: 'north', days }] }
      const plain = Date.parse(ended({ from, term }).at)
      const later = ended({ from, term, calendar: amended })
      expect(Date.parse(later.at)).toBeGreaterThanOrEqual(plain)
      expect(ended({ from, term, calendar: regional, region: 'north' }).at).toBe(later.at)
      expect(ended({ from, term, calendar: amended, asOf: '2025-12-31' }).at).toBe(ended({ from, term }).at)
    }),
  )
})

test('a suspension over n working days moves a term in working days by exactly n working days', () => {
  fc.assert(
    fc.property(
      instants,
      fc.integer({ min: 2, max: 30 }),
      fc.nat(20),
      fc.integer({ min: 1, max: 40 }),
      (from, workingDays, offset, long) => {
        const term = { workingDays }
        const plain = ended({ from, term }).date
        const since = addDays(localDateOf(from, calendar.zone), 1 + offset)
        fc.pre(since <= plain)
        const until = addDays(since, long)
        const moved = ended({ from, term, suspensions: [{ from: noon(since), to: noon(until) }] }).date
        const lost = workingDaysBetween(calendar, addDays(since, -1), addDays(until, -1))
        expect(workingDaysBetween(calendar, plain, moved)).toEqual(lost)
      },
    ),
  )
})

test('a suspension is the same however it is cut up, and in whatever order its parts are told', () => {
  fc.assert(
    fc.property(
      instants,
      terms,
      suspensionRules,
      fc.nat(20 * 86_400_000),
      fc.array(fc.integer({ min: 1, max: 5 * 86_400_000 }), { minLength: 1, maxLength: 6 }),
      fc.array(fc.nat(), { minLength: 6, maxLength: 6 }),
      (from, term, suspension, after, lengths, order) => {
        const cuts = [Date.parse(from) + after]
        for (const length of lengths) cuts.push((cuts.at(-1) ?? 0) + length)
        const at = (ms: number | undefined) => new Date(ms ?? 0).toISOString()
        const parts: Suspension[] = lengths.map((_, index) => ({ from: at(cuts[index]), to: at(cuts[index + 1]) }))
        const shuffled = parts
          .map((part, index) => ({ part, rank: order[index] ?? 0 }))
          .toSorted((a, b) => a.rank - b.rank)
          .map(({ part }) => part)
        const own: DeadlineRules = { ...rules, suspension }
        const whole = ended({ from, term, rules: own, suspensions: [{ from: at(cuts[0]), to: at(cuts.at(-1)) }] })
        expect(ended({ from, term, rules: own, suspensions: shuffled }).at).toBe(whole.at)
      },
    ),
  )
})

test('a later event, a longer suspension and a longer extension never end earlier', () => {
  fc.assert(
    fc.property(
      instants,
      terms,
      suspensionRules,
      fc.nat(20),
      fc.tuple(fc.nat(20), fc.nat(10)),
      fc.tuple(fc.nat(10), fc.nat(10)),
      fc.nat(30 * 86_400_000),
      (from, term, suspension, offset, [long, longer], [by, byMore], later) => {
        const own: DeadlineRules = { ...rules, suspension }
        const since = addDays(localDateOf(from, calendar.zone), offset)
        const at = (days: number, more: number, start = from) =>
          Date.parse(
            ended({
              from: start,
              term,
              rules: own,
              suspensions: [{ from: noon(since), to: noon(addDays(since, days)) }],
              extensions: [{ by: { workingDays: more } }],
            }).at,
          )
        const plain = at(long, by)
        expect(at(long + longer, by)).toBeGreaterThanOrEqual(plain)
        expect(at(long, by + byMore)).toBeGreaterThanOrEqual(plain)
        // A month that begins later may be shorter than what was left of an earlier one that was suspended.
        if (!('months' in term))
          expect(at(long, by, new Date(Date.parse(from) + later).toISOString())).toBeGreaterThanOrEqual(plain)
      },
    ),
  )
})

test('stages in working days add up to one term, and none ends after the case', () => {
  fc.assert(
    fc.property(
      instants,
      fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 1, max: 40 }),
      (from, lengths, whole) => {
        const stages = lengths.map((workingDays, index) => ({ id: `s${index}`, term: { workingDays } }))
        const result = stageDeadlines({ from, term: { workingDays: whole }, calendar, rules, stages })
        if (!result.ok) throw new Error(result.refusal.code)
        const sum = lengths.reduce((all, length) => all + length, 0)
        const last = result.stages.at(-1)?.date
        expect(last).toBe(ended({ from, term: { workingDays: Math.min(sum, whole) } }).date)
        for (const stage of result.stages) expect(stage.at <= result.case.at).toBe(true)
      },
    ),
  )
})
