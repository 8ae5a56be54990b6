import { expect, test } from 'vitest'
import { dayOf } from './calendar.ts'
import { checkCalendar } from './check-calendar.ts'
import { addDays, yearOf } from './civil.ts'
import { calendarOfRegion, editionOf } from './edition.ts'
import { fileOf, jurisdictionOf } from './testing/jurisdiction.fixture.ts'

/** Working days, and hours of a week of forty with an hour less on a short day, as the labour ministries publish them. */
function balance(jurisdiction: string, year: number, region?: string): readonly [days: number, hours: number] {
  const { calendar } = jurisdictionOf(jurisdiction)
  const own = region === undefined ? calendar : calendarOfRegion(calendar, region)
  let days = 0
  let short = 0
  for (let date = `${year}-01-01`; yearOf(date) === year; date = addDays(date, 1)) {
    const day = dayOf(own, date)
    if (!day?.works) continue
    days++
    if (day.short) short++
  }
  return [days, days * 8 - short]
}

test.each([
  ['ru', 2024, undefined, 248, 1979],
  ['ru', 2025, undefined, 247, 1972],
  ['ru', 2026, undefined, 247, 1972],
  ['ru', 2027, undefined, 247, 1972],
  ['ru', 2025, 'tatarstan', 245, 1953],
  ['kz', 2024, undefined, 249, 1992],
  ['kz', 2025, undefined, 246, 1968],
  ['kz', 2026, undefined, 247, 1976],
  ['kz', 2027, undefined, 247, 1976],
])('%s %i %s has %i working days, %i hours', (jurisdiction, year, region, days, hours) => {
  expect(balance(jurisdiction, year, region)).toEqual([days, hours])
})

test.each(['demo', 'kz', 'ru'])(
  'the calendar of %s holds: every day and year has an act that is there',
  jurisdiction => {
    const { calendar, rules } = jurisdictionOf(jurisdiction)
    const { acts } = fileOf(jurisdiction, 'acts.json') as { acts: readonly { id: string }[] }
    const { regions } = fileOf(jurisdiction, 'jurisdiction.json') as { regions: readonly { id: string }[] }
    const words = fileOf(jurisdiction, 'messages/en.json') as Readonly<Record<string, string>>
    const { sources, days } = editionOf(calendar)
    const all = [...days.values(), ...(calendar.regional ?? []).flatMap(entry => entry.days)]
    const cited = [
      ...[...sources.values()].flatMap(source => source.acts),
      ...all.map(day => day.source),
      ...(calendar.amendments ?? []).map(amendment => amendment.act),
      ...Object.values(rules.clauses ?? {}),
      ...(rules.groundsOfExtension ?? []).map(({ ground }) => ground),
    ]
    const known = new Set(acts.map(({ id }) => id))
    expect(checkCalendar(calendar)).toEqual([])
    expect(cited.filter(ground => !known.has(ground.replace(/^act:|\/.*$/g, '')))).toEqual([])
    expect(all.filter(({ name }) => words[name?.replace('message:', '') ?? ''] === undefined)).toEqual([])
    expect((calendar.regional ?? []).filter(({ region }) => !regions.some(({ id }) => id === region))).toEqual([])
  },
)
