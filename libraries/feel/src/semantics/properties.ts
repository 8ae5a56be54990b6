import { add, divide } from '../values/arithmetic.ts'
import { type FeelNumber, narrow } from '../values/decimal.ts'
import { DaysTimeDuration, daysTimeParts, YearsMonthsDuration } from '../values/durations.ts'
import { FeelRange } from '../values/range.ts'
import { FeelDate, FeelDateTime, FeelTime } from '../values/temporal.ts'
import type { FeelValue } from '../values/value.ts'

/** The property of a value that is not a context (DMN 1.5 table 66); undefined when it has none of that name. */
export function propertyOf(value: FeelValue, name: string): FeelValue | undefined {
  if (value instanceof FeelDate) return dateProperty(value, name)
  if (value instanceof FeelTime) return timeProperty(value, name)
  if (value instanceof FeelDateTime) {
    if (name === 'time offset' && value.time.place !== null)
      return new DaysTimeDuration(BigInt(value.offset ?? 0) * 1_000_000_000n)
    return dateProperty(value.date, name) ?? timeProperty(value.time, name)
  }
  if (value instanceof YearsMonthsDuration) {
    if (name === 'years') return Math.trunc(value.months / 12) + 0
    if (name === 'months') return (value.months % 12) + 0
    return undefined
  }
  if (value instanceof DaysTimeDuration) return durationProperty(value, name)
  if (value instanceof FeelRange) return rangeProperty(value, name)
  return undefined
}

function dateProperty(date: FeelDate, name: string): FeelValue | undefined {
  switch (name) {
    case 'year':
      return date.year
    case 'month':
      return date.month
    case 'day':
      return date.day
    case 'weekday':
      return date.weekday
  }
  return undefined
}

function timeProperty(time: FeelTime, name: string): FeelValue | undefined {
  switch (name) {
    case 'hour':
      return Math.floor(time.second / 3600)
    case 'minute':
      return Math.floor((time.second % 3600) / 60)
    case 'second':
      return time.nanos === 0 ? time.second % 60 : add(time.second % 60, divide(time.nanos, 1_000_000_000) ?? 0)
    case 'time offset': {
      const offset = time.offset
      return offset === null ? null : new DaysTimeDuration(BigInt(offset) * 1_000_000_000n)
    }
    case 'timezone':
      return time.place !== null && 'zone' in time.place ? time.place.zone : null
  }
  return undefined
}

function durationProperty(value: DaysTimeDuration, name: string): FeelValue | undefined {
  const parts = daysTimeParts(value)
  switch (name) {
    case 'days':
      return parts.days + 0
    case 'hours':
      return parts.hours + 0
    case 'minutes':
      return parts.minutes + 0
    case 'seconds':
      return narrow(parts.seconds, -9) as FeelNumber
  }
  return undefined
}

function rangeProperty(range: FeelRange, name: string): FeelValue | undefined {
  switch (name) {
    case 'start':
      return range.start ?? null
    case 'end':
      return range.end ?? null
    case 'start included':
      return range.startIncluded
    case 'end included':
      return range.endIncluded
  }
  return undefined
}
