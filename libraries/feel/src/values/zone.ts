import { civilDate, epochDay } from './calendar.ts'

const formats = new Map<string, Intl.DateTimeFormat | null>()

function formatOf(zone: string): Intl.DateTimeFormat | null {
  const known = formats.get(zone)
  if (known !== undefined) return known
  let format: Intl.DateTimeFormat | null
  try {
    format = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
      timeZone: zone,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
  } catch {
    format = null
  }
  if (formats.size > 1000) formats.clear()
  formats.set(zone, format)
  return format
}

const ZONE_NAME = /^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/

/** True when the text names a zone of the IANA database that the runtime knows. */
export function isZone(zone: string): boolean {
  return ZONE_NAME.test(zone) && formatOf(zone) !== null
}

const SECONDS_PER_DAY = 86_400

/** Brings years that JavaScript's Date cannot hold to an equivalent year of the 400-year cycle. */
function representable(days: number): { days: number; shift: number } {
  if (days > -100_000_000 && days < 100_000_000) return { days, shift: 0 }
  const cycles = days > 0 ? Math.floor(days / 146097) - 600 : Math.ceil(days / 146097) + 600
  return { days: days - cycles * 146097, shift: cycles * 146097 }
}

/** Offset of the zone from UTC in seconds at an instant given as a day and a second of that day, both UTC. */
export function zoneOffsetAt(zone: string, day: number, second: number): number {
  const format = formatOf(zone)
  if (format === null) return 0
  const { days } = representable(day)
  const instant = (days * SECONDS_PER_DAY + second) * 1000
  let year = 0
  let month = 1
  let date = 1
  let local = 0
  let before = false
  for (const part of format.formatToParts(instant)) {
    switch (part.type) {
      case 'era':
        before = part.value.startsWith('B')
        break
      case 'year':
        year = Number(part.value)
        break
      case 'month':
        month = Number(part.value)
        break
      case 'day':
        date = Number(part.value)
        break
      case 'hour':
        local += Number(part.value) * 3600
        break
      case 'minute':
        local += Number(part.value) * 60
        break
      case 'second':
        local += Number(part.value)
        break
    }
  }
  const localDay = epochDay(before && year > 0 ? 1 - year : year, month, date)
  return (localDay - days) * SECONDS_PER_DAY + local - second
}

/** Offset in seconds of a local date-time in a zone; in a gap the earlier rule, in an overlap the earlier instant. */
export function zoneOffsetOfLocal(zone: string, day: number, second: number): number {
  const before = zoneOffsetAt(zone, day - 1, second)
  const after = zoneOffsetAt(zone, day + 1, second)
  if (before === after) return before
  return offsetMatches(zone, day, second, before) ? before : offsetMatches(zone, day, second, after) ? after : before
}

function offsetMatches(zone: string, day: number, second: number, offset: number): boolean {
  const total = second - offset
  const carry = Math.floor(total / SECONDS_PER_DAY)
  return zoneOffsetAt(zone, day + carry, total - carry * SECONDS_PER_DAY) === offset
}

/** The year, month and day in a zone of an instant in seconds since 1970-01-01T00:00:00Z. */
export function localDateOf(zone: string, epochSecond: number): { year: number; month: number; day: number } {
  const day = Math.floor(epochSecond / SECONDS_PER_DAY)
  const offset = zoneOffsetAt(zone, day, epochSecond - day * SECONDS_PER_DAY)
  return civilDate(Math.floor((epochSecond + offset) / SECONDS_PER_DAY))
}
