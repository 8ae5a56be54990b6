import {
  add,
  compareValues,
  DaysTimeDuration,
  divide,
  FeelDate,
  FeelDateTime,
  FeelTime,
  type FeelValue,
  isNumber,
  type Kind,
  multiply,
  newContext,
  parseDateTime,
  roundTo,
  YearsMonthsDuration,
} from '@tereze/feel'
import { dateOfDays } from '../engine/iso-date.ts'

type End<T> = T | undefined

/**
 * A value of a kind strictly between two points, either of which may be missing; undefined when there is none. Dates are whole
 * days and years and months durations whole months; everything else has values between any two that its order tells apart.
 */
export function between(kind: Kind, low: FeelValue | undefined, high: FeelValue | undefined): FeelValue | undefined {
  for (const candidate of candidates(kind, low, high)) {
    if (candidate === null) continue
    const above = low === undefined || (compareValues(low, candidate) ?? 0) < 0
    const below = high === undefined || (compareValues(candidate, high) ?? 0) < 0
    if (above && below) return candidate
  }
  return undefined
}

/** Values that may lie between, the plainest first; which of them do, the order of FEEL itself says. */
function candidates(kind: Kind, low: End<FeelValue>, high: End<FeelValue>): (FeelValue | null)[] {
  switch (kind) {
    case 'number':
      return numbers(isNumber(low) ? low : undefined, isNumber(high) ? high : undefined)
    case 'string':
      return texts(low as End<string>, high as End<string>)
    case 'date':
      return dates(low as End<FeelDate>, high as End<FeelDate>)
    case 'years and months duration':
      return months(low as End<YearsMonthsDuration>, high as End<YearsMonthsDuration>)
    case 'days and time duration':
      return durations(low as End<DaysTimeDuration>, high as End<DaysTimeDuration>)
    case 'time':
      return times(low as End<FeelTime>, high as End<FeelTime>)
    case 'date and time':
      return moments(low as End<FeelDateTime>, high as End<FeelDateTime>)
    case 'context':
      return [newContext()]
    default:
      return []
  }
}

type Numeral = Parameters<typeof add>[0]

function numbers(low: End<Numeral>, high: End<Numeral>): (FeelValue | null)[] {
  if (low === undefined) return high === undefined ? [0] : [add(high, -1), multiply(high, 2), multiply(high, -2)]
  if (high === undefined) return [add(low, 1), multiply(low, 2), multiply(low, -2), divide(low, 2)]
  const floor = roundTo(low, 0, 'floor')
  const both = add(low, high)
  return [floor === null ? null : add(floor, 1), both === null ? null : divide(both, 2)]
}

/** After a text comes the same text with the first character of all behind it; nothing lies between the two. */
function texts(low: End<string>, high: End<string>): string[] {
  if (low === undefined) return high === undefined ? ['other'] : ['']
  return high === undefined ? [`${low}~`] : [`${low}-`, `${low} `, `${low}\u0001`, `${low}\u0000`]
}

function dates(low: End<FeelDate>, high: End<FeelDate>): (FeelDate | null)[] {
  if (low !== undefined) return [dateOfDays(low.days + 1)]
  return [high === undefined ? new FeelDate(2026, 1, 1) : dateOfDays(high.days - 1)]
}

/** Largest number of months of a duration that FEEL reads. */
const MAX_MONTHS = 24_000_000_000

function months(low: End<YearsMonthsDuration>, high: End<YearsMonthsDuration>): (FeelValue | null)[] {
  const next = low !== undefined ? low.months + 1 : high !== undefined ? high.months - 1 : 0
  return [Math.abs(next) > MAX_MONTHS ? null : new YearsMonthsDuration(next)]
}

const SECOND = 1_000_000_000n
const DAY = 86_400n * SECOND

/** Counts of nanoseconds between two: a step from one of them, or the middle. */
function steps(low: End<bigint>, high: End<bigint>): bigint[] {
  const sizes = [DAY, 3600n * SECOND, 60n * SECOND, SECOND]
  if (low !== undefined)
    return [...sizes.map(step => low + step), high === undefined ? low + 1n : (low + high) / 2n, low + 1n]
  return high === undefined ? [0n] : [...sizes.map(step => high - step), high - 1n]
}

function durations(low: End<DaysTimeDuration>, high: End<DaysTimeDuration>): FeelValue[] {
  return steps(low?.nanos, high?.nanos).map(nanos => new DaysTimeDuration(nanos))
}

const OFFSETS = [0, -18 * 3600, 18 * 3600]

/** Times of a place are on one line from 18 hours before midnight UTC to 18 hours after the next; local ones within a day. */
function times(low: End<FeelTime>, high: End<FeelTime>): (FeelValue | null)[] {
  const anchor = low ?? high
  const zoned = anchor !== undefined && anchor.place !== null
  const nanos = (time: End<FeelTime>): End<bigint> =>
    time === undefined ? undefined : BigInt(time.second - (time.offset ?? 0)) * SECOND + BigInt(time.nanos)
  const offsets = zoned ? [anchor.offset ?? 0, ...OFFSETS] : [0]
  const inHours = steps(nanos(low), nanos(high)).filter((_, i, all) => all.length === 1 || i > 1)
  return [...inHours, ...steps(nanos(low), nanos(high))].flatMap(line =>
    offsets.map(offset => {
      const own = line + BigInt(offset) * SECOND
      if (own < 0n || own >= DAY) return null
      return new FeelTime(Number(own / SECOND), Number(own % SECOND), zoned ? { offset } : null)
    }),
  )
}

function moments(low: End<FeelDateTime>, high: End<FeelDateTime>): (FeelValue | null)[] {
  const anchor = low ?? high
  if (anchor === undefined) return [parseDateTime('2026-01-01T00:00:00')]
  const nanos = (moment: End<FeelDateTime>): End<bigint> =>
    moment === undefined
      ? undefined
      : (BigInt(moment.date.days) * 86_400n + BigInt(moment.time.second - (moment.offset ?? 0))) * SECOND +
        BigInt(moment.time.nanos)
  const offset = anchor.offset
  return steps(nanos(low), nanos(high)).map(line => {
    const own = line + BigInt(offset ?? 0) * SECOND
    const rest = ((own % DAY) + DAY) % DAY
    const date = dateOfDays(Number((own - rest) / DAY))
    const place = offset === null ? null : { offset }
    return date === null
      ? null
      : new FeelDateTime(date, new FeelTime(Number(rest / SECOND), Number(rest % SECOND), place))
  })
}
