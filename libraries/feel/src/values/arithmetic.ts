import {
  Decimal,
  digitCount,
  type FeelNumber,
  MAX_EXPONENT,
  narrow,
  PRECISION,
  powerOfTen,
  shiftHalfEven,
  widen,
} from './decimal.ts'

const SHORT = 1e15
const SCALES = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8]

/** The number of decimals of a short decimal kept in a JavaScript number, or -1 when it is not short. */
function shortScale(value: number): number {
  for (let scale = 0; scale < SCALES.length; scale++) {
    const unit = SCALES[scale] as number
    const whole = Math.round(value * unit)
    if (whole >= SHORT || whole <= -SHORT) return -1
    if (whole / unit === value) return scale
  }
  return -1
}

function aligned(a: FeelNumber, b: FeelNumber): { left: bigint; right: bigint; exponent: number } {
  const x = widen(a)
  const y = widen(b)
  const exponent = Math.min(x.exponent, y.exponent)
  return {
    left: x.coefficient * powerOfTen(x.exponent - exponent),
    right: y.coefficient * powerOfTen(y.exponent - exponent),
    exponent,
  }
}

/** The power of ten of the first digit. */
function adjusted(value: { coefficient: bigint; exponent: number }): number {
  return digitCount(value.coefficient) - 1 + value.exponent
}

/** Sum, 34 digits half-even; null on overflow. */
export function add(a: FeelNumber, b: FeelNumber): FeelNumber | null {
  if (typeof a === 'number' && typeof b === 'number') {
    if (Number.isSafeInteger(a) && Number.isSafeInteger(b)) {
      const sum = a + b
      if (Number.isSafeInteger(sum)) return sum
    } else {
      const scaleA = shortScale(a)
      const scaleB = shortScale(b)
      if (scaleA >= 0 && scaleB >= 0) {
        const unit = SCALES[Math.max(scaleA, scaleB)] as number
        const sum = Math.round(a * unit) + Math.round(b * unit)
        if (sum < SHORT && sum > -SHORT && Math.abs(a) * unit < SHORT && Math.abs(b) * unit < SHORT)
          return sum / unit + 0
      }
    }
  }
  const x = widen(a)
  const y = widen(b)
  // Operands far apart would need an enormous common scale; the smaller one only decides the rounding.
  if (x.coefficient !== 0n && y.coefficient !== 0n) {
    const apart = adjusted(x) - adjusted(y)
    if (apart > 2 * PRECISION + 4)
      return narrow(x.coefficient * powerOfTen(PRECISION + 3) + sign(y.coefficient), x.exponent - PRECISION - 3)
    if (apart < -(2 * PRECISION + 4))
      return narrow(y.coefficient * powerOfTen(PRECISION + 3) + sign(x.coefficient), y.exponent - PRECISION - 3)
  }
  const { left, right, exponent } = aligned(a, b)
  return narrow(left + right, exponent)
}

function sign(value: bigint): bigint {
  return value < 0n ? -1n : value > 0n ? 1n : 0n
}

/** The number with its sign changed; exact. */
export function negate(a: FeelNumber): FeelNumber {
  if (typeof a === 'number') return 0 - a
  return new Decimal(-a.coefficient, a.exponent)
}

/** Difference, 34 digits half-even; null on overflow. */
export function subtract(a: FeelNumber, b: FeelNumber): FeelNumber | null {
  return add(a, negate(b))
}

/** Product, 34 digits half-even; null on overflow. */
export function multiply(a: FeelNumber, b: FeelNumber): FeelNumber | null {
  if (typeof a === 'number' && typeof b === 'number') {
    if (Number.isSafeInteger(a) && Number.isSafeInteger(b)) {
      const product = a * b
      if (Number.isSafeInteger(product)) return product + 0
    } else {
      const scaleA = shortScale(a)
      const scaleB = shortScale(b)
      if (scaleA >= 0 && scaleB >= 0) {
        const product = Math.round(a * (SCALES[scaleA] as number)) * Math.round(b * (SCALES[scaleB] as number))
        if (product < SHORT && product > -SHORT) return product / 10 ** (scaleA + scaleB) + 0
      }
    }
  }
  const x = widen(a)
  const y = widen(b)
  return narrow(x.coefficient * y.coefficient, x.exponent + y.exponent)
}

/** Quotient, 34 digits half-even; null when the divisor is zero or on overflow. */
export function divide(a: FeelNumber, b: FeelNumber): FeelNumber | null {
  if (b === 0) return null
  if (typeof a === 'number' && typeof b === 'number' && Number.isSafeInteger(a) && Number.isSafeInteger(b)) {
    const quotient = a / b
    if (Number.isInteger(quotient) && quotient * b === a) return quotient + 0
    const scale = shortScale(quotient)
    if (scale > 0) {
      const unit = SCALES[scale] as number
      const whole = Math.round(quotient * unit) * b
      if (Number.isSafeInteger(whole) && Number.isSafeInteger(a * unit) && whole === a * unit) return quotient
    }
  }
  const x = widen(a)
  const y = widen(b)
  if (x.coefficient === 0n) return 0
  const shift = Math.max(0, PRECISION + 2 + digitCount(y.coefficient) - digitCount(x.coefficient))
  const dividend = x.coefficient * powerOfTen(shift)
  let quotient = dividend / y.coefficient
  const exponent = x.exponent - y.exponent - shift
  if (quotient * y.coefficient !== dividend) {
    // A sticky digit below the last one keeps half-even exact.
    const positive = x.coefficient < 0n === y.coefficient < 0n
    quotient = quotient * 10n + (positive ? 1n : -1n)
    return narrow(quotient, exponent - 1)
  }
  return narrow(quotient, exponent)
}

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`. */
export function compareNumbers(a: FeelNumber, b: FeelNumber): number {
  if (typeof a === 'number' && typeof b === 'number') return a < b ? -1 : a > b ? 1 : 0
  const x = widen(a)
  const y = widen(b)
  const signX = x.coefficient === 0n ? 0 : x.coefficient < 0n ? -1 : 1
  const signY = y.coefficient === 0n ? 0 : y.coefficient < 0n ? -1 : 1
  if (signX !== signY) return signX - signY
  if (signX === 0) return 0
  const apart = adjusted(x) - adjusted(y)
  if (apart !== 0) return apart > 0 ? signX : -signX
  const { left, right } = aligned(a, b)
  return left < right ? -1 : left > right ? 1 : 0
}

/** How the digits below the kept ones are treated. */
export type Rounding = 'half-even' | 'half-up' | 'half-down' | 'up' | 'down' | 'floor' | 'ceiling'

/** Rounds to `scale` decimals (negative: tens, hundreds …); null when the result needs more digits than there are. */
export function roundTo(value: FeelNumber, scale: number, rounding: Rounding): FeelNumber | null {
  if (typeof value === 'number' && scale === 0 && Number.isSafeInteger(value)) return value
  const { coefficient, exponent } = widen(value)
  const drop = -scale - exponent
  if (drop <= 0) return narrow(coefficient, exponent)
  if (drop > digitCount(coefficient) + 1) return beyond(coefficient, scale, rounding)
  return narrow(dropDigits(coefficient, drop, rounding), -scale)
}

/** Everything lies below the kept digits: the result is nothing, or one unit of the last kept place. */
function beyond(coefficient: bigint, scale: number, rounding: Rounding): FeelNumber | null {
  const away =
    rounding === 'up' || (rounding === 'floor' && coefficient < 0n) || (rounding === 'ceiling' && coefficient > 0n)
  if (!away || coefficient === 0n) return 0
  if (-scale > MAX_EXPONENT) return null
  return narrow(coefficient < 0n ? -1n : 1n, -scale)
}

function dropDigits(coefficient: bigint, drop: number, rounding: Rounding): bigint {
  if (rounding === 'half-even') return shiftHalfEven(coefficient, drop)
  const unit = powerOfTen(drop)
  const quotient = coefficient / unit
  const rest = coefficient - quotient * unit
  if (rest === 0n) return quotient
  const negative = coefficient < 0n
  const twice = (negative ? -rest : rest) * 2n
  const away =
    rounding === 'up' ||
    (rounding === 'floor' && negative) ||
    (rounding === 'ceiling' && !negative) ||
    (rounding === 'half-up' && twice >= unit) ||
    (rounding === 'half-down' && twice > unit)
  if (!away) return quotient
  return negative ? quotient - 1n : quotient + 1n
}

/** True when the number has no decimals. */
export function isWhole(value: FeelNumber): boolean {
  if (typeof value === 'number') return Number.isInteger(value)
  return value.exponent >= 0
}

/** The whole number as a JavaScript integer, decimals cut off; null when it is beyond the safe integers. */
export function toInteger(value: FeelNumber): number | null {
  if (typeof value === 'number') return Number.isSafeInteger(Math.trunc(value)) ? Math.trunc(value) + 0 : null
  const whole = roundTo(value, 0, 'down')
  return typeof whole === 'number' && Number.isSafeInteger(whole) ? whole : null
}

/** The absolute value; exact. */
export function absolute(value: FeelNumber): FeelNumber {
  return compareNumbers(value, 0) < 0 ? negate(value) : value
}

/** `dividend − divisor × floor(dividend / divisor)` (DMN 1.5 §10.3.4.5), exact before it is rounded; null when the divisor is zero. */
export function modulo(dividend: FeelNumber, divisor: FeelNumber): FeelNumber | null {
  if (divisor === 0) return null
  const x = widen(dividend)
  const y = widen(divisor)
  if (x.coefficient === 0n) return 0
  const opposite = x.coefficient < 0n !== y.coefficient < 0n
  if (compareNumbers(absolute(dividend), absolute(divisor)) < 0) return opposite ? add(dividend, divisor) : dividend
  // The dividend's own digits reach down to the divisor's, so the powers of ten stay small or are taken modulo.
  const exponent = Math.min(x.exponent, y.exponent)
  const right = y.coefficient * powerOfTen(y.exponent - exponent)
  const left = (x.coefficient % right) * powerOfTenModulo(x.exponent - exponent, right)
  const rest = left % right
  return narrow(rest !== 0n && opposite ? rest + right : rest, exponent)
}

/** `10^n` modulo a number, without making the power. */
function powerOfTenModulo(n: number, modulus: bigint): bigint {
  let result = 1n
  let square = 10n
  for (let rest = n; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = (result * square) % modulus
    square = (square * square) % modulus
  }
  return result
}

/** A JavaScript number close to the value, for statistics of the trace and for screens; not for further arithmetic. */
export function approximate(value: FeelNumber): number {
  return typeof value === 'number' ? value : Number(value.toString())
}

/** The FEEL number of a bigint. */
export function fromBigInt(value: bigint): FeelNumber | null {
  return narrow(value, 0)
}
