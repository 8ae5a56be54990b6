import { isWhole, toInteger } from '../values/arithmetic.ts'
import { civilDate, epochDay, weekday } from '../values/calendar.ts'
import { type FeelNumber, powerOfTen, widen } from '../values/decimal.ts'
import { DaysTimeDuration, parseDuration, YearsMonthsDuration } from '../values/durations.ts'
import type { CallSite } from '../values/function.ts'
import {
  dateOf,
  FeelDate,
  FeelDateTime,
  FeelTime,
  type Place,
  parseDate,
  parseDateTime,
  parseTime,
} from '../values/temporal.ts'
import { type FeelValue, kindOf } from '../values/value.ts'
import { isZone, localDateOf, zoneOffsetAt } from '../values/zone.ts'
import { type BuiltinFunction, builtin, overload } from './define.ts'

const NANOS = 1_000_000_000n
/** Steps for asking the runtime for a zone by its name. */
const ZONE_NAME = 500

function toDate(value: FeelDate | FeelDateTime): FeelDate {
  return value instanceof FeelDateTime ? value.date : value
}

function whole(value: FeelNumber): number {
  return isWhole(value) ? (toInteger(value) ?? Number.NaN) : Number.NaN
}

function timeOf(
  hour: FeelNumber,
  minute: FeelNumber,
  second: FeelNumber,
  offset: FeelValue | undefined,
): FeelTime | undefined {
  const h = whole(hour)
  const m = whole(minute)
  const { coefficient, exponent } = widen(second)
  const nanos = exponent + 9 >= 0 ? coefficient * powerOfTen(exponent + 9) : coefficient / powerOfTen(-exponent - 9)
  if (!(h >= 0 && h <= 23 && m >= 0 && m <= 59) || nanos < 0n || nanos >= 60n * NANOS) return undefined
  let place: Place = null
  if (offset instanceof DaysTimeDuration) {
    if (offset.nanos % NANOS !== 0n) return undefined
    const seconds = Number(offset.nanos / NANOS)
    if (Math.abs(seconds) > 18 * 3600) return undefined
    place = { offset: seconds }
  }
  return new FeelTime(h * 3600 + m * 60 + Number(nanos / NANOS), Number(nanos % NANOS), place)
}

function fromTime(value: FeelValue): FeelTime | undefined {
  if (value instanceof FeelTime) return value
  if (value instanceof FeelDateTime) return value.time
  if (value instanceof FeelDate) return new FeelTime(0, 0, { offset: 0 })
  return undefined
}

/** The moment that the host gave, in its zone; undefined when it gave none or one that is not a moment. */
function moment(site: CallSite): FeelDateTime | undefined {
  if (site.now === undefined) return undefined
  const given = parseDateTime(site.now)
  const offset = given?.offset
  if (given === null || offset === null || offset === undefined) return undefined
  const { zone } = site
  if (zone === undefined) return given
  site.spend(ZONE_NAME)
  if (!isZone(zone)) return undefined
  const second = given.date.days * 86_400 + given.time.second - offset
  const day = Math.floor(second / 86_400)
  const ofDay = second - day * 86_400
  const date = localDateOf(zone, second)
  const localSecond = (((ofDay + zoneOffsetAt(zone, day, ofDay)) % 86_400) + 86_400) % 86_400
  return new FeelDateTime(
    new FeelDate(date.year, date.month, date.day),
    new FeelTime(localSecond, given.time.nanos, { zone }),
  )
}

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** ISO 8601 week number: the week that has the year's first Thursday is the first. */
function weekOfYear(date: FeelDate): number {
  const thursday = date.days - weekday(date.days) + 4
  const { year } = civilDate(thursday)
  return Math.floor((thursday - epochDay(year, 1, 1)) / 7) + 1
}

/** Whole years and months between two days (DMN 1.5 §10.3.4.1). */
function monthsBetween(from: FeelDate, to: FeelDate): YearsMonthsDuration {
  let months = (to.year - from.year) * 12 + to.month - from.month
  if (months > 0 && to.day < from.day) months -= 1
  else if (months < 0 && to.day > from.day) months += 1
  return new YearsMonthsDuration(months)
}

/** Two values that are the same in every part (DMN 1.5 §10.3.4.7, `is`). */
function same(a: FeelValue, b: FeelValue): boolean | undefined {
  if (kindOf(a) !== kindOf(b)) return false
  if (a instanceof FeelTime && b instanceof FeelTime) return sameTime(a, b)
  if (a instanceof FeelDateTime && b instanceof FeelDateTime)
    return a.date.days === b.date.days && sameTime(a.time, b.time)
  return undefined
}

function sameTime(a: FeelTime, b: FeelTime): boolean {
  return a.second === b.second && a.nanos === b.nanos && samePlace(a.place, b.place)
}

function samePlace(a: Place, b: Place): boolean {
  if (a === null || b === null) return a === b
  if ('zone' in a) return 'zone' in b && a.zone === b.zone
  return 'offset' in b && a.offset === b.offset
}

function spendOnZone(text: string, site: CallSite): void {
  if (text.includes('@')) site.spend(ZONE_NAME)
}

function onDay(name: string, run: (date: FeelDate) => FeelValue): BuiltinFunction {
  return builtin(
    name,
    overload({ date: 'day' }, ([date]) => run(toDate(date as FeelDate | FeelDateTime))),
  )
}

/** Built-in functions that make and read dates, times and durations (DMN 1.5 §10.3.4.1, §10.3.4.7, §10.3.4.8). */
export const dateFunctions: readonly BuiltinFunction[] = [
  builtin(
    'date',
    overload({ from: 'string' }, ([from]) => parseDate(from as string) ?? undefined),
    overload({ from: 'day' }, ([from]) => toDate(from as FeelDate | FeelDateTime)),
    overload(
      { year: 'number', month: 'number', day: 'number' },
      ([year, month, day]) =>
        dateOf(whole(year as FeelNumber), whole(month as FeelNumber), whole(day as FeelNumber)) ?? undefined,
    ),
  ),
  builtin(
    'time',
    overload({ from: 'string' }, ([from], site) => {
      spendOnZone(from as string, site)
      return parseTime(from as string) ?? fromTime(parseDateTime(from as string) ?? null)
    }),
    overload({ from: 'any' }, ([from]) => fromTime(from as FeelValue)),
    overload({ hour: 'number', minute: 'number', second: 'number' }, ([hour, minute, second]) =>
      timeOf(hour as FeelNumber, minute as FeelNumber, second as FeelNumber, undefined),
    ),
    overload({ hour: 'number', minute: 'number', second: 'number', offset: 'any' }, ([hour, minute, second, offset]) =>
      offset === null || offset instanceof DaysTimeDuration
        ? timeOf(hour as FeelNumber, minute as FeelNumber, second as FeelNumber, offset)
        : undefined,
    ),
  ),
  builtin(
    'date and time',
    overload({ from: 'string' }, ([from], site) => {
      const text = from as string
      spendOnZone(text, site)
      const date = parseDate(text)
      return parseDateTime(text) ?? (date === null ? undefined : new FeelDateTime(date, new FeelTime(0, 0, null)))
    }),
    overload({ from: 'date and time' }, ([from]) => from as FeelValue),
    overload(
      { date: 'day', time: 'time' },
      ([date, time]) => new FeelDateTime(toDate(date as FeelDate | FeelDateTime), time as FeelTime),
    ),
  ),
  builtin(
    'duration',
    overload({ from: 'string' }, ([from]) => parseDuration(from as string) ?? undefined),
    overload({ from: 'duration' }, ([from]) => from as FeelValue),
  ),
  builtin(
    'years and months duration',
    overload({ from: 'day', to: 'day' }, ([from, to]) =>
      monthsBetween(toDate(from as FeelDate | FeelDateTime), toDate(to as FeelDate | FeelDateTime)),
    ),
  ),
  builtin(
    'now',
    overload({}, (_, site) => moment(site)),
  ),
  builtin(
    'today',
    overload({}, (_, site) => moment(site)?.date),
  ),
  onDay('day of year', date => date.days - epochDay(date.year, 1, 1) + 1),
  onDay('day of week', date => DAYS[date.weekday - 1] as string),
  onDay('month of year', date => MONTHS[date.month - 1] as string),
  onDay('week of year', weekOfYear),
]

export { same }
