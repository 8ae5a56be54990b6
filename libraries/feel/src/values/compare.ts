import { compareNumbers } from './arithmetic.ts'
import type { FeelNumber } from './decimal.ts'
import { DaysTimeDuration, YearsMonthsDuration } from './durations.ts'
import { Allowance, costOf, type Meter } from './meter.ts'
import { FeelRange } from './range.ts'
import { FeelDate, FeelDateTime, FeelTime, timelineSeconds, timeSeconds } from './temporal.ts'
import { type FeelValue, isContext, isList, isNumber, kindOf } from './value.ts'

/** Compares text by code point (DMN 1.5 §10.3.2.3.2); UTF-16 order differs from it above U+D7FF. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i)
    const y = b.charCodeAt(i)
    if (x === y) continue
    const highX = x >= 0xd800 && x <= 0xdfff
    const highY = y >= 0xd800 && y <= 0xdfff
    if (highX !== highY) return highX ? 1 : -1
    return x - y
  }
  return a.length - b.length
}

function compareBig(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/**
 * Order of two values of one ordered type: negative, zero, positive; null when they have no order together (different
 * types, a local against a zoned time, or a type without order). A time is compared by its value, a number of whole seconds
 * (DMN 1.5 §10.3.2.3.4 and §10.3.2.3.6 as the compatibility kit reads them); `is()` tells fractions of a second apart.
 */
export function compareValues(a: FeelValue, b: FeelValue): number | null {
  if (typeof a === 'number' && typeof b === 'number') return a < b ? -1 : a > b ? 1 : 0
  if (typeof a === 'string') return typeof b === 'string' ? compareText(a, b) : null
  if (isNumber(a)) return isNumber(b) ? compareNumbers(a, b) : null
  if (a instanceof FeelDate) {
    if (b instanceof FeelDate) return a.days - b.days
    return null
  }
  if (a instanceof FeelDateTime) return b instanceof FeelDateTime ? compareDateTimes(a, b) : null
  if (a instanceof FeelTime) return b instanceof FeelTime ? compareTimes(a, b) : null
  if (a instanceof DaysTimeDuration) return b instanceof DaysTimeDuration ? compareBig(a.nanos, b.nanos) : null
  if (a instanceof YearsMonthsDuration) return b instanceof YearsMonthsDuration ? a.months - b.months : null
  return null
}

function compareDateTimes(a: FeelDateTime, b: FeelDateTime): number | null {
  if ((a.time.place === null) !== (b.time.place === null)) return null
  return timelineSeconds(a) - timelineSeconds(b)
}

function compareTimes(a: FeelTime, b: FeelTime): number | null {
  if ((a.place === null) !== (b.place === null)) return null
  return timeSeconds(a) - timeSeconds(b)
}

/**
 * FEEL equality (DMN 1.5 table 53): true, false, or null when the values are of different kinds. Lists and contexts may be
 * nested however deep; the meter bounds the work, without one an allowance of the steps of an evaluation does.
 * @throws LimitFault when there is too much to compare
 */
export function equalValues(a: FeelValue, b: FeelValue, meter?: Meter): boolean | null {
  if (a === b) return true
  if (a === null || b === null) return false
  const kind = kindOf(a)
  if (kind !== kindOf(b)) return null
  switch (kind) {
    case 'number':
      return compareNumbers(a as FeelNumber, b as FeelNumber) === 0
    case 'boolean':
    case 'string':
    case 'function':
      return false
    case 'list':
    case 'context':
    case 'range':
      return equalNested(a, b, meter ?? new Allowance())
    default: {
      const order = compareValues(a, b)
      return order === null ? false : order === 0
    }
  }
}

/** Compares what is inside, pair by pair; only what is equal for certain is equal. */
function equalNested(left: FeelValue, right: FeelValue, meter: Meter): boolean {
  const open: (FeelValue | undefined)[] = [left, right]
  while (open.length > 0) {
    const b = open.pop()
    const a = open.pop()
    if (a === b) continue
    if (a === undefined || b === undefined) return false
    meter.spend(1 + costOf(a))
    if (isList(a)) {
      if (!isList(b) || a.length !== b.length) return false
      for (let i = a.length - 1; i >= 0; i--) open.push(a[i], b[i])
    } else if (a instanceof FeelRange) {
      if (!(b instanceof FeelRange) || !sameForm(a, b)) return false
      open.push(a.end, b.end, a.start, b.start)
    } else if (isContext(a)) {
      if (!isContext(b)) return false
      const keys = Object.keys(a)
      if (keys.length !== Object.keys(b).length || !keys.every(key => Object.hasOwn(b, key))) return false
      for (const key of keys) open.push(a[key], b[key])
    } else if (isList(b) || isContext(b) || equalValues(a, b) !== true) return false
  }
  return true
}

/** Ranges are compared as they are written: `(= 10)` is no more `[10..10]` than `(< 10)`, which has no start, is `(null..10)`. */
function sameForm(a: FeelRange, b: FeelRange): boolean {
  return a.operator === b.operator && a.startIncluded === b.startIncluded && a.endIncluded === b.endIncluded
}

/**
 * True when the value lies in the range, false when it lies outside of an end, null when an end that could decide has no
 * order with the value (`value >= start and value <= end` in ternary logic, DMN 1.5 table 54).
 */
export function inRange(value: FeelValue, range: FeelRange, meter?: Meter): boolean | null {
  if (range.operator !== null) return isPoint(value, range.start ?? null, range.operator, meter)
  const above = range.start === undefined ? true : passes(value, range.start, 1, range.startIncluded)
  const below = range.end === undefined ? true : passes(value, range.end, -1, range.endIncluded)
  if (above === false || below === false) return false
  return above === null || below === null ? null : true
}

function isPoint(value: FeelValue, point: FeelValue, operator: '=' | '!=', meter?: Meter): boolean | null {
  const equal = equalValues(value, point, meter)
  return equal === null ? null : equal === (operator === '=')
}

function passes(value: FeelValue, end: FeelValue, sign: 1 | -1, included: boolean): boolean | null {
  const order = compareValues(value, end)
  return order === null ? null : order * sign > 0 || (order === 0 && included)
}
