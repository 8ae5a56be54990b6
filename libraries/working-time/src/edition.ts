import type { Calendar, CalendarAmendment, SpecialDay, YearSource } from './calendar-data.ts'
import type { CivilDate } from './civil.ts'

/** A calendar with everything that is known: what its days are after all amendments. */
export interface Edition {
  readonly version: string
  readonly years: ReadonlySet<number>
  readonly sources: ReadonlyMap<number, YearSource>
  readonly days: ReadonlyMap<CivilDate, SpecialDay>
}

const editions = new WeakMap<Calendar, Edition>()

function amended(calendar: Calendar, amendments: readonly CalendarAmendment[]): Edition {
  const years = new Set(calendar.years)
  const sources = new Map((calendar.sources ?? []).map(source => [source.year, source]))
  const days = new Map(calendar.days.map(day => [day.date, day]))
  for (const amendment of amendments) {
    for (const year of amendment.years ?? []) years.add(year)
    for (const source of amendment.sources ?? []) sources.set(source.year, source)
    for (const date of amendment.withdrawn ?? []) days.delete(date)
    for (const day of amendment.days ?? []) days.set(day.date, day)
  }
  return { version: amendments.at(-1)?.version ?? calendar.version, years, sources, days }
}

/** The newest edition of a calendar; computed once for each. */
export function editionOf(calendar: Calendar): Edition {
  let edition = editions.get(calendar)
  if (!edition) {
    edition = amended(calendar, calendar.amendments ?? [])
    editions.set(calendar, edition)
  }
  return edition
}

/** How a calendar is named in a trace: `ru@2026.1.0`, with the region after a slash. */
export function calendarLabel(calendar: Calendar): string {
  const region = calendar.region === undefined ? '' : `/${calendar.region}`
  return `${calendar.id}@${editionOf(calendar).version}${region}`
}

/** The calendar as it was known on a date: without the amendments and regional days that became known later. */
export function calendarAsOf(calendar: Calendar, date: CivilDate): Calendar {
  return {
    ...calendar,
    amendments: (calendar.amendments ?? []).filter(({ known }) => known <= date),
    regional: (calendar.regional ?? []).filter(({ known }) => known === undefined || known <= date),
  }
}

/**
 * The calendar of a region: the country's days with the region's over them, in years that the country's calendar covers.
 * A region that adds nothing has the country's days.
 */
export function calendarOfRegion(calendar: Calendar, region: string): Calendar {
  const { version, years, sources, days } = editionOf(calendar)
  const own = (calendar.regional ?? []).filter(entry => entry.region === region).flatMap(entry => entry.days)
  const over = new Map([...days, ...own.map(day => [day.date, day] as const)])
  const { amendments: _amendments, regional: _regional, ...rest } = calendar
  return { ...rest, version, region, years: [...years], sources: [...sources.values()], days: [...over.values()] }
}
