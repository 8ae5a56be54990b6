import type { ArithmeticOperator, ComparisonOperator } from '../syntax/tree.ts'
import { add, compareNumbers, divide, fromBigInt, multiply, negate, roundTo, subtract } from '../values/arithmetic.ts'
import { compareValues, equalValues, inRange } from '../values/compare.ts'
import { type FeelNumber, powerOfTen, widen } from '../values/decimal.ts'
import { DaysTimeDuration, YearsMonthsDuration, yearsMonths } from '../values/durations.ts'
import { costOf, costOfNumber, costOfPower, costOfText, MAX_TEXT, type Meter } from '../values/meter.ts'
import { FeelRange } from '../values/range.ts'
import {
  FeelDate,
  FeelDateTime,
  FeelTime,
  plusMonths,
  plusNanos,
  plusNanosOfDay,
  startOfDay,
  timelineNanos,
  timeNanos,
} from '../values/temporal.ts'
import { power } from '../values/transcendental.ts'
import { type FeelValue, isList, isNumber } from '../values/value.ts'

/** The result of an arithmetic operator (DMN 1.5 tables 55 and 56); undefined when the operands do not fit it. */
export function arithmetic(operator: ArithmeticOperator, a: FeelValue, b: FeelValue): FeelValue | undefined {
  if (isNumber(a) && isNumber(b)) {
    switch (operator) {
      case '+':
        return add(a, b) ?? undefined
      case '-':
        return subtract(a, b) ?? undefined
      case '*':
        return multiply(a, b) ?? undefined
      case '/':
        return divide(a, b) ?? undefined
      case '**':
        return power(a, b) ?? undefined
    }
  }
  switch (operator) {
    case '+':
      return plus(a, b)
    case '-':
      return minus(a, b)
    case '*':
      return times(a, b)
    case '/':
      return over(a, b)
    default:
      return undefined
  }
}

/** Steps that an operator took; none where the processor's own arithmetic does. */
export function costOfArithmetic(operator: ArithmeticOperator, a: FeelValue, b: FeelValue, result: FeelValue): number {
  if (typeof result === 'string') return 1 + costOfText(result)
  if (!isNumber(result)) return SLOW_OBJECT + costOf(a) + costOf(b)
  if (operator === '**') return costOfPower(b)
  return costOfNumber(a) + costOfNumber(b) + costOfNumber(result)
}

/** Steps for a date, a time or a duration that is calculated. */
const SLOW_OBJECT = 20

/** The longest duration, in nanoseconds: a thousand times the span of FEEL's years. */
const MAX_NANOS = 10n ** 29n

function durationOf(nanos: bigint): DaysTimeDuration | undefined {
  return nanos > MAX_NANOS || nanos < -MAX_NANOS ? undefined : new DaysTimeDuration(nanos)
}

function plus(a: FeelValue, b: FeelValue): FeelValue | undefined {
  if (typeof a === 'string' && typeof b === 'string') return a.length + b.length > MAX_TEXT ? undefined : a + b
  if (b instanceof DaysTimeDuration) return plusDuration(a, b.nanos)
  if (b instanceof YearsMonthsDuration) return plusYearsMonths(a, b.months)
  if (a instanceof DaysTimeDuration) return plusDuration(b, a.nanos)
  if (a instanceof YearsMonthsDuration) return plusYearsMonths(b, a.months)
  return undefined
}

function plusDuration(value: FeelValue, nanos: bigint): FeelValue | undefined {
  if (value instanceof DaysTimeDuration) return durationOf(value.nanos + nanos)
  if (value instanceof FeelDateTime) return plusNanos(value, nanos) ?? undefined
  if (value instanceof FeelTime) return plusNanosOfDay(value, nanos)
  if (value instanceof FeelDate) return plusNanos(startOfDay(value), nanos)?.date
  return undefined
}

function plusYearsMonths(value: FeelValue, months: number): FeelValue | undefined {
  if (value instanceof YearsMonthsDuration) return yearsMonths(value.months + months) ?? undefined
  if (value instanceof FeelDate) return plusMonths(value, months) ?? undefined
  if (value instanceof FeelDateTime) {
    const date = plusMonths(value.date, months)
    return date === null ? undefined : new FeelDateTime(date, value.time)
  }
  return undefined
}

function minus(a: FeelValue, b: FeelValue): FeelValue | undefined {
  if (b instanceof DaysTimeDuration) return plusDuration(a, -b.nanos)
  if (b instanceof YearsMonthsDuration) return plusYearsMonths(a, -b.months)
  if (a instanceof FeelDate && b instanceof FeelDate)
    return durationOf(BigInt(a.days - b.days) * 86_400n * 1_000_000_000n)
  if (a instanceof FeelTime && b instanceof FeelTime) {
    if ((a.place === null) !== (b.place === null)) return undefined
    return durationOf(timeNanos(a) - timeNanos(b))
  }
  const left = a instanceof FeelDate ? startOfDay(a) : a
  const right = b instanceof FeelDate ? startOfDay(b) : b
  if (left instanceof FeelDateTime && right instanceof FeelDateTime) {
    if ((left.time.place === null) !== (right.time.place === null)) return undefined
    return durationOf(timelineNanos(left) - timelineNanos(right))
  }
  return undefined
}

function scaleBig(value: bigint, by: FeelNumber): bigint {
  const { coefficient, exponent } = widen(by)
  const product = value * coefficient
  return exponent >= 0 ? product * powerOfTen(exponent) : product / powerOfTen(-exponent)
}

function times(a: FeelValue, b: FeelValue): FeelValue | undefined {
  if (isNumber(a)) return isNumber(b) ? undefined : times(b, a)
  if (!isNumber(b)) return undefined
  if (a instanceof DaysTimeDuration) return durationOf(scaleBig(a.nanos, b))
  if (a instanceof YearsMonthsDuration) return wholeMonths(multiply(a.months, b))
  return undefined
}

function wholeMonths(months: FeelNumber | null): FeelValue | undefined {
  const whole = months === null ? null : roundTo(months, 0, 'down')
  return typeof whole === 'number' ? (yearsMonths(whole) ?? undefined) : undefined
}

function over(a: FeelValue, b: FeelValue): FeelValue | undefined {
  if (a instanceof YearsMonthsDuration) {
    if (b instanceof YearsMonthsDuration) return divide(a.months, b.months) ?? undefined
    return isNumber(b) ? wholeMonths(divide(a.months, b)) : undefined
  }
  if (a instanceof DaysTimeDuration) {
    if (b instanceof DaysTimeDuration) return b.nanos === 0n ? undefined : divideBig(a.nanos, b.nanos)
    if (!isNumber(b) || compareNumbers(b, 0) === 0) return undefined
    const { coefficient, exponent } = widen(b)
    return durationOf(
      exponent >= 0 ? a.nanos / (coefficient * powerOfTen(exponent)) : (a.nanos * powerOfTen(-exponent)) / coefficient,
    )
  }
  return undefined
}

function divideBig(a: bigint, b: bigint): FeelNumber | undefined {
  const [dividend, divisor] = [fromBigInt(a), fromBigInt(b)]
  return dividend === null || divisor === null ? undefined : (divide(dividend, divisor) ?? undefined)
}

/** The number or duration with its sign changed; undefined for anything else. */
export function negated(value: FeelValue): FeelValue | undefined {
  if (isNumber(value)) return negate(value)
  if (value instanceof DaysTimeDuration) return durationOf(-value.nanos)
  if (value instanceof YearsMonthsDuration) return new YearsMonthsDuration(-value.months)
  return undefined
}

/** A comparison (DMN 1.5 tables 53 and 54); null when the operands cannot be compared. */
export function compare(operator: ComparisonOperator, a: FeelValue, b: FeelValue, meter: Meter): boolean | null {
  if (typeof a !== 'number' && typeof a !== 'boolean') {
    const cost = costOf(a) + (typeof a === 'object' ? costOf(b) : 0)
    if (cost > 0) meter.spend(cost)
  }
  if (operator === '=') return equalValues(a, b, meter)
  if (operator === '!=') {
    const equal = equalValues(a, b, meter)
    return equal === null ? null : !equal
  }
  const order = compareValues(a, b)
  if (order === null) return null
  switch (operator) {
    case '<':
      return order < 0
    case '<=':
      return order <= 0
    case '>':
      return order > 0
    default:
      return order >= 0
  }
}

/** `value in test` for a test that is a value (DMN 1.5 table 54): in the range, in the list, or equal. */
export function isIn(value: FeelValue, test: FeelValue, meter: Meter): boolean | null {
  if (test instanceof FeelRange && !(value instanceof FeelRange)) {
    const cost = costOf(value) + costOf(test.start) + costOf(test.end)
    if (cost > 0) meter.spend(cost)
    return inRange(value, test, meter)
  }
  if (isList(test)) {
    if (isList(value) && equalValues(value, test, meter) === true) return true
    meter.spend(1 + costOf(test) + test.length * costOf(value))
    return test.some(
      item => (item instanceof FeelRange ? inRange(value, item, meter) : equalValues(value, item, meter)) === true,
    )
  }
  return compare('=', value, test, meter)
}
