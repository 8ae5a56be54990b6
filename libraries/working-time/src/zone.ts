import { addDays, type CivilDate, dayNumber } from './civil.ts'

/** An instant as ISO 8601 text in UTC, `2026-03-02T04:00:00.000Z`. */
export type Instant = string

/** A moment on the wall clock of a zone: a date and minutes since midnight, with fractions. */
export interface LocalTime {
  readonly date: CivilDate
  readonly minutes: number
}

const msPerMinute = 60_000
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'iso8601',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
    formats.set(zone, format)
  }
  return format
}

/** Whether a zone is known to the zone data of the runtime (an IANA name or a fixed offset). */
export function isZone(zone: string): boolean {
  try {
    formatOf(zone)
    return true
  } catch {
    return false
  }
}

/** How far the wall clock of a zone is ahead of UTC at an instant, in milliseconds. */
export function offsetAt(epochMs: number, zone: string): number {
  const parts: Record<string, number> = {}
  for (const { type, value } of formatOf(zone).formatToParts(epochMs)) parts[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(epochMs / 1000) * 1000
}

/** What date and time it is in a zone at an instant. */
export function localTimeOf(instant: Instant, zone: string): LocalTime {
  const epochMs = Date.parse(instant)
  const local = epochMs + offsetAt(epochMs, zone)
  const date = new Date(local).toISOString().slice(0, 10)
  return { date, minutes: (local - dayNumber(date) * 86_400_000) / msPerMinute }
}

/** The date in a zone at an instant. */
export function localDateOf(instant: Instant, zone: string): CivilDate {
  return localTimeOf(instant, zone).date
}

/**
 * The instant at which the wall clock of a zone shows a date and a time. A time that the clock shows twice is the
 * earlier; one that it skips is as much later as the clock skips (RFC 5545 clause 3.3.5).
 */
export function instantOf(date: CivilDate, minutes: number, zone: string): Instant {
  const local = dayNumber(date) * 86_400_000 + Math.round(minutes * msPerMinute)
  const before = local - offsetAt(local - 86_400_000, zone)
  const after = local - offsetAt(local + 86_400_000, zone)
  const shows = (epochMs: number) => epochMs + offsetAt(epochMs, zone) === local
  const [early, late] = before < after ? [before, after] : [after, before]
  const epochMs = shows(early) ? early : shows(late) ? late : before
  return new Date(epochMs).toISOString()
}

/** The instant at which a date ends in a zone, which is when the next one begins. */
export function endOfDay(date: CivilDate, zone: string): Instant {
  return instantOf(addDays(date, 1), 0, zone)
}
