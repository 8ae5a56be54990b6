import { addDays, addMonths } from './civil.ts'
import { type Instant, instantOf, localTimeOf } from './zone.ts'

/** An ISO 8601 duration in its two kinds of parts: months (also years), and days and milliseconds. */
export interface Duration {
  readonly months: number
  readonly days: number
  readonly ms: number
}

const pattern =
  /^P(?=[\dT])(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/

/** Reads `P1Y2M3W4DT5H6M7.8S`; undefined when the text is not a duration. */
export function parseDuration(text: string): Duration | undefined {
  const match = pattern.exec(text)
  if (!match) return undefined
  const [years, months, weeks, days, hours, minutes, seconds] = match.slice(1).map(part => Number(part ?? 0))
  return {
    months: (years ?? 0) * 12 + (months ?? 0),
    days: (weeks ?? 0) * 7 + (days ?? 0),
    ms: (hours ?? 0) * 3_600_000 + (minutes ?? 0) * 60_000 + Math.round((seconds ?? 0) * 1000),
  }
}

/**
 * An instant moved by a duration: months and days by the calendar of the zone (the wall clock shows the same time),
 * hours and smaller as elapsed time.
 */
export function addDuration(instant: Instant, duration: Duration, zone: string): Instant {
  if (duration.months === 0 && duration.days === 0) return new Date(Date.parse(instant) + duration.ms).toISOString()
  const local = localTimeOf(instant, zone)
  const moved = instantOf(addDays(addMonths(local.date, duration.months), duration.days), local.minutes, zone)
  return new Date(Date.parse(moved) + duration.ms).toISOString()
}

const offsetPattern = /(?:Z|[+-]\d\d:?\d\d)$/

/** Reads a date or date and time; without an offset it is the wall clock of the zone. Undefined when it is neither. */
export function parseInstant(text: string, zone: string): Instant | undefined {
  const match = /^(\d{4}-\d\d-\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?(Z|[+-]\d\d:?\d\d)?)?$/.exec(text)
  if (!match?.[1] || Number.isNaN(Date.parse(match[1]))) return undefined
  if (offsetPattern.test(text) && match[2] !== undefined) {
    const epochMs = Date.parse(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'))
    return Number.isNaN(epochMs) ? undefined : new Date(epochMs).toISOString()
  }
  const [hours, minutes, seconds] = [match[2], match[3], match[4]].map(part => Number(part ?? 0))
  return instantOf(match[1], (hours ?? 0) * 60 + (minutes ?? 0) + (seconds ?? 0) / 60, zone)
}
