import { civilDate, epochDay, isCivilDate, MAX_YEAR, monthLength, twoDigits, weekday, yearText } from './calendar.ts'
import { FeelScalar } from './decimal.ts'
import { isZone, zoneOffsetAt, zoneOffsetOfLocal } from './zone.ts'

const SECONDS_PER_DAY = 86_400
const NANOS = 1_000_000_000n
/** Largest offset from UTC in seconds (XML Schema: 14 hours; java.time: 18). */
const MAX_OFFSET = 18 * 3600

/** A calendar day (DMN 1.5 §10.3.2.3.4). */
export class FeelDate extends FeelScalar {
  readonly kind = 'date'
  readonly year: number
  readonly month: number
  readonly day: number
  /** Days since 1970-01-01. */
  readonly days: number

  constructor(year: number, month: number, day: number) {
    super()
    this.year = year
    this.month = month
    this.day = day
    this.days = epochDay(year, month, day)
  }

  get weekday(): number {
    return weekday(this.days)
  }

  override toString(): string {
    return `${yearText(this.year)}-${twoDigits(this.month)}-${twoDigits(this.day)}`
  }

  toJSON(): string {
    return this.toString()
  }
}

/** Where a time is: at a fixed offset (seconds), in an IANA zone, or nowhere in particular (null). */
export type Place = { readonly offset: number } | { readonly zone: string } | null

/** A time of day (DMN 1.5 §10.3.2.3.4), to the nanosecond. */
export class FeelTime extends FeelScalar {
  readonly kind = 'time'
  /** Second of the day, 0–86 399. */
  readonly second: number
  readonly nanos: number
  readonly place: Place

  constructor(second: number, nanos: number, place: Place) {
    super()
    this.second = second
    this.nanos = nanos
    this.place = place
  }

  /** Offset in seconds; of a zone, the one that holds at the start of 1970; null for a local time. */
  get offset(): number | null {
    if (this.place === null) return null
    return 'offset' in this.place ? this.place.offset : zoneOffsetAt(this.place.zone, 0, 0)
  }

  override toString(): string {
    return `${clockText(this.second, this.nanos)}${placeText(this.place)}`
  }

  toJSON(): string {
    return this.toString()
  }
}

/** A date and time (DMN 1.5 §10.3.2.3.5), to the nanosecond. */
export class FeelDateTime extends FeelScalar {
  readonly kind = 'date and time'
  readonly date: FeelDate
  readonly time: FeelTime

  constructor(date: FeelDate, time: FeelTime) {
    super()
    this.date = date
    this.time = time
  }

  /** Offset in seconds at this very moment; null for a local date and time. */
  get offset(): number | null {
    const place = this.time.place
    if (place === null) return null
    return 'offset' in place ? place.offset : zoneOffsetOfLocal(place.zone, this.date.days, this.time.second)
  }

  override toString(): string {
    return `${this.date}T${this.time}`
  }

  toJSON(): string {
    return this.toString()
  }
}

function clockText(second: number, nanos: number): string {
  const hour = Math.floor(second / 3600)
  const minute = Math.floor((second % 3600) / 60)
  const fraction = nanos === 0 ? '' : `.${String(nanos).padStart(9, '0').replace(/0+$/, '')}`
  return `${twoDigits(hour)}:${twoDigits(minute)}:${twoDigits(second % 60)}${fraction}`
}

function placeText(place: Place): string {
  if (place === null) return ''
  if ('zone' in place) return `@${place.zone}`
  if (place.offset === 0) return 'Z'
  const size = Math.abs(place.offset)
  const seconds = size % 60
  return `${place.offset < 0 ? '-' : '+'}${twoDigits(Math.floor(size / 3600))}:${twoDigits(Math.floor((size % 3600) / 60))}${seconds === 0 ? '' : `:${twoDigits(seconds)}`}`
}

const DATE = /^(-?)(\d{4}|[1-9]\d{4,8})-(\d{2})-(\d{2})$/
const TIME = /^(\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(Z|z|[+-]\d{2}:\d{2}(?::\d{2})?|@.+)?$/

/** Makes a date; null when the day does not exist. */
export function dateOf(year: number, month: number, day: number): FeelDate | null {
  return isCivilDate(year, month, day) ? new FeelDate(year, month, day) : null
}

/** Reads `YYYY-MM-DD` (XML Schema date without a zone, years to ±999 999 999); null when it is not one. */
export function parseDate(text: string): FeelDate | null {
  const match = DATE.exec(text)
  if (match === null) return null
  const year = Number(match[2])
  return dateOf(match[1] === '-' ? 0 - year : year, Number(match[3]), Number(match[4]))
}

function parsePlace(text: string | undefined): Place | undefined {
  if (text === undefined) return null
  if (text === 'Z' || text === 'z') return { offset: 0 }
  if (text.startsWith('@')) {
    const zone = text.slice(1)
    return isZone(zone) ? { zone } : undefined
  }
  const minutes = Number(text.slice(4, 6))
  const seconds = Number(text.slice(7, 9) || '0')
  if (minutes > 59 || seconds > 59) return undefined
  const offset = Number(text.slice(1, 3)) * 3600 + minutes * 60 + seconds
  if (offset > MAX_OFFSET) return undefined
  return { offset: text.startsWith('-') ? 0 - offset : offset }
}

/** Reads `hh:mm:ss[.fraction][Z|±hh:mm[:ss]|@Zone]`; null when it is not a time. `24:00:00` is midnight. */
export function parseTime(text: string): FeelTime | null {
  return parseClock(text)?.time ?? null
}

function parseClock(text: string): { time: FeelTime; nextDay: boolean } | null {
  const match = TIME.exec(text)
  if (match === null) return null
  const hour = Number(match[1])
  const minute = Number(match[2])
  const second = Number(match[3])
  const fraction = Number((match[4] ?? '').padEnd(9, '0').slice(0, 9))
  const place = parsePlace(match[5])
  if (place === undefined) return null
  const endOfDay = hour === 24 && minute === 0 && second === 0 && fraction === 0
  if ((hour > 23 && !endOfDay) || minute > 59 || second > 59) return null
  return { time: new FeelTime(endOfDay ? 0 : hour * 3600 + minute * 60 + second, fraction, place), nextDay: endOfDay }
}

/** Reads a date and time joined by `T`; null when it is not one. */
export function parseDateTime(text: string): FeelDateTime | null {
  const at = text.indexOf('T')
  if (at < 0) return null
  const date = parseDate(text.slice(0, at))
  const clock = parseClock(text.slice(at + 1))
  if (date === null || clock === null) return null
  if (!clock.nextDay) return new FeelDateTime(date, clock.time)
  const next = plusDays(date, 1)
  return next === null ? null : new FeelDateTime(next, clock.time)
}

/** The date some days later; null beyond the last year. */
export function plusDays(date: FeelDate, days: number): FeelDate | null {
  const civil = civilDate(date.days + days)
  return Math.abs(civil.year) <= MAX_YEAR ? new FeelDate(civil.year, civil.month, civil.day) : null
}

/** The date some months later, on the last day of the month where the day does not exist (DMN 1.5 table 45). */
export function plusMonths(date: FeelDate, months: number): FeelDate | null {
  const total = date.year * 12 + (date.month - 1) + months
  const year = Math.floor(total / 12)
  if (Math.abs(year) > MAX_YEAR) return null
  const month = total - year * 12 + 1
  return new FeelDate(year, month, Math.min(date.day, monthLength(year, month)))
}

/** The date and time some nanoseconds later on the time line. */
export function plusNanos(value: FeelDateTime, nanos: bigint): FeelDateTime | null {
  const place = value.time.place
  const zoned = place !== null && 'zone' in place
  const shift = zoned ? (value.offset as number) : 0
  const total = BigInt(value.time.second - shift) * NANOS + BigInt(value.time.nanos) + nanos
  const dayNanos = BigInt(SECONDS_PER_DAY) * NANOS
  let days = total / dayNanos
  let rest = total % dayNanos
  if (rest < 0n) {
    rest += dayNanos
    days -= 1n
  }
  if (days > 2_000_000_000_000n || days < -2_000_000_000_000n) return null
  let day = value.date.days + Number(days)
  let second = Number(rest / NANOS)
  if (zoned) {
    second += zoneOffsetAt(place.zone, day, second)
    const carry = Math.floor(second / SECONDS_PER_DAY)
    day += carry
    second -= carry * SECONDS_PER_DAY
  }
  const civil = civilDate(day)
  if (Math.abs(civil.year) > MAX_YEAR) return null
  return new FeelDateTime(
    new FeelDate(civil.year, civil.month, civil.day),
    new FeelTime(second, Number(rest % NANOS), place),
  )
}

/** The time of day some nanoseconds later, past midnight if need be. */
export function plusNanosOfDay(value: FeelTime, nanos: bigint): FeelTime {
  const dayNanos = BigInt(SECONDS_PER_DAY) * NANOS
  let total = (BigInt(value.second) * NANOS + BigInt(value.nanos) + nanos) % dayNanos
  if (total < 0n) total += dayNanos
  return new FeelTime(Number(total / NANOS), Number(total % NANOS), value.place)
}

/** Midnight UTC of a date, which is what a date is when a date and time is expected (DMN 1.5 §10.3.2.3.6). */
export function startOfDay(date: FeelDate): FeelDateTime {
  return new FeelDateTime(date, new FeelTime(0, 0, { offset: 0 }))
}

/** Whole seconds from 1970-01-01T00:00:00 to the value, by which it is compared; UTC when it has a place, local otherwise. */
export function timelineSeconds(value: FeelDateTime): number {
  return value.date.days * SECONDS_PER_DAY + value.time.second - (value.offset ?? 0)
}

/** Whole seconds of the day of a time, by which it is compared; at UTC when it has a place. */
export function timeSeconds(value: FeelTime): number {
  return value.second - (value.offset ?? 0)
}

/** Nanoseconds from 1970-01-01T00:00:00 to the value; UTC when the value has a place, local otherwise. */
export function timelineNanos(value: FeelDateTime): bigint {
  const offset = value.offset ?? 0
  return (BigInt(value.date.days) * 86_400n + BigInt(value.time.second - offset)) * NANOS + BigInt(value.time.nanos)
}

/** Nanoseconds of the day of a time; at UTC when it has a place. */
export function timeNanos(value: FeelTime): bigint {
  return BigInt(value.second - (value.offset ?? 0)) * NANOS + BigInt(value.nanos)
}
