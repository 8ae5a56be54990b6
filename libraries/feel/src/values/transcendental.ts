import { absolute, compareNumbers, isWhole, multiply, toInteger } from './arithmetic.ts'
import { digitCount, type FeelNumber, narrow, PRECISION, powerOfTen, shiftHalfEven, widen } from './decimal.ts'

// Every result is rounded correctly: it is computed with some digits to spare and a bound of its error, and when the bound
// does not decide the 34th digit, with more digits.

/** `coefficient × 10^exponent`, true to within `error` units of the last place. */
interface Approximation {
  readonly coefficient: bigint
  readonly exponent: number
  readonly error: bigint
}

/** How many digits are computed, first and when they do not decide. */
const DIGITS = [PRECISION + 12, 2 * PRECISION + 14, 4 * PRECISION + 14] as const

/** The number that an ever closer approximation tends to; null is overflow. */
function rounded(approximate: (digits: number) => Approximation | FeelNumber | null): FeelNumber | null {
  let last: Approximation | undefined
  for (const digits of DIGITS) {
    const found = approximate(digits)
    if (found === null || typeof found === 'number' || !('error' in found)) return found
    const low = narrow(found.coefficient - found.error, found.exponent)
    const high = narrow(found.coefficient + found.error, found.exponent)
    if (low === null || high === null ? low === high : compareNumbers(low, high) === 0) return low
    last = found
  }
  // What is so near to a number of few digits is that number, and lies half way between two of 34 digits.
  if (last === undefined) return null
  const surplus = digitCount(last.coefficient) - 3 * PRECISION
  return narrow(shiftHalfEven(last.coefficient, surplus), last.exponent + surplus)
}

function integerRoot(value: bigint): bigint {
  let guess = powerOfTen(Math.ceil(digitCount(value) / 2))
  for (;;) {
    const next = (guess + value / guess) / 2n
    if (next >= guess) return guess
    guess = next
  }
}

/** Square root, 34 digits; null for a negative number. */
export function squareRoot(value: FeelNumber): FeelNumber | null {
  const order = compareNumbers(value, 0)
  if (order < 0) return null
  if (order === 0) return 0
  const { coefficient, exponent } = widen(value)
  let shift = Math.max(0, 2 * (PRECISION + 2) - digitCount(coefficient))
  if ((exponent - shift) % 2 !== 0) shift += 1
  const scaled = coefficient * powerOfTen(shift)
  const root = integerRoot(scaled)
  const half = (exponent - shift) / 2
  return root * root === scaled ? narrow(root, half) : narrow(root * 10n + 1n, half - 1)
}

/** Digits computed below those that are promised, for the errors that add up on the way. */
const SPARE = 15

/** ln of a fixed-point number from 1 to 10 (`one` is 1), true to some thousand units. */
function logarithmOfFixed(x: bigint, one: bigint): bigint {
  // ln x = 2 artanh((x − 1) / (x + 1)); the argument is brought near one by square roots.
  let value = x
  let doublings = 1n
  while (value > (one * 11n) / 10n) {
    value = integerRoot(value * one)
    doublings *= 2n
  }
  const ratio = ((value - one) * one) / (value + one)
  const square = (ratio * ratio) / one
  let term = ratio
  let sum = 0n
  for (let n = 1n; term !== 0n; n += 2n) {
    sum += term / n
    term = (term * square) / one
  }
  return sum * 2n * doublings
}

const tens = new Map<number, bigint>()

/** ln 10 with some decimals, the last few of them not true. */
function logarithmOfTen(decimals: number): bigint {
  const known = tens.get(decimals)
  if (known !== undefined) return known
  if (tens.size > 500) tens.clear()
  const one = powerOfTen(decimals)
  const value = logarithmOfFixed(10n * one, one)
  tens.set(decimals, value)
  return value
}

/** Natural logarithm of a positive number with some decimals, true to one unit. */
function naturalLogarithm(value: FeelNumber, decimals: number): bigint {
  const { coefficient, exponent } = widen(value)
  const digits = digitCount(coefficient) - 1
  const one = powerOfTen(decimals + SPARE)
  const mantissa = (coefficient * one) / powerOfTen(digits)
  const sum = logarithmOfFixed(mantissa, one) + BigInt(digits + exponent) * logarithmOfTen(decimals + SPARE)
  return sum / powerOfTen(SPARE)
}

/** Natural logarithm, 34 digits; null when the number is not positive. */
export function logarithm(value: FeelNumber): FeelNumber | null {
  if (compareNumbers(value, 0) <= 0) return null
  if (value === 1) return 0
  return rounded(digits => ({ coefficient: naturalLogarithm(value, digits), exponent: -digits, error: 2n }))
}

/** e^x of a fixed-point number that is true to one unit of its decimals, at least `digits` + 3. */
function exponentialOfFixed(x: bigint, decimals: number, digits: number): Approximation | FeelNumber | null {
  // e^x = 10^k · e^r with r = x − k ln 10.
  const wide = decimals + SPARE
  const one = powerOfTen(wide)
  const ten = logarithmOfTen(wide)
  const scaled = x * powerOfTen(SPARE)
  const k = scaled / ten
  if (k > 7000n) return null
  if (k < -7000n) return 0
  const rest = (scaled - k * ten) / 256n
  let term = one
  let sum = one
  for (let n = 1n; term !== 0n; n += 1n) {
    term = (term * rest) / one / n
    sum += term
  }
  for (let i = 0; i < 8; i++) sum = (sum * sum) / one
  return { coefficient: sum / powerOfTen(wide - digits), exponent: Number(k) - digits, error: 2n }
}

/** The power of ten of the first digit. */
function magnitude(value: FeelNumber): number {
  const { coefficient, exponent } = widen(value)
  return digitCount(coefficient) - 1 + exponent
}

/** Cuts a number to some decimals. */
function fixed(value: FeelNumber, decimals: number): bigint {
  const { coefficient, exponent } = widen(value)
  const shift = exponent + decimals
  return shift >= 0 ? coefficient * powerOfTen(shift) : coefficient / powerOfTen(-shift)
}

/** e to the power of the number, 34 digits; null on overflow. */
export function exponential(value: FeelNumber): FeelNumber | null {
  if (value === 0) return 1
  if (magnitude(value) > 5) return compareNumbers(value, 0) < 0 ? 0 : null
  return rounded(digits => exponentialOfFixed(fixed(value, digits + 4), digits + 4, digits))
}

/** A power with some digits kept at every step; an error of nothing when none was lost. */
function wholePower(base: FeelNumber, exponent: number, digits: number): Approximation | 'overflow' | 'underflow' {
  const kept = digits + 20
  let exact = true
  const trim = (value: bigint, scale: number): [bigint, number] => {
    const surplus = digitCount(value) - kept
    if (surplus <= 0) return [value, scale]
    exact = false
    return [value / powerOfTen(surplus), scale + surplus]
  }
  let { coefficient: mantissa, exponent: mantissaScale } = widen(base)
  let result = 1n
  let resultScale = 0
  for (let n = exponent; n > 0; n = Math.floor(n / 2)) {
    if (n % 2 === 1) [result, resultScale] = trim(result * mantissa, resultScale + mantissaScale)
    if (n > 1) [mantissa, mantissaScale] = trim(mantissa * mantissa, mantissaScale * 2)
    if (Math.abs(mantissaScale) > 1_000_000) return mantissaScale < 0 ? 'underflow' : 'overflow'
  }
  if (exact) return { coefficient: result, exponent: resultScale, error: 0n }
  // Twice the exponent times the relative error of one cut, generously: 10^(17 − kept).
  return { coefficient: result, exponent: resultScale, error: powerOfTen(18) }
}

/** One divided by an approximation. */
function reciprocal(of: Approximation, digits: number): Approximation {
  const size = digitCount(of.coefficient)
  const top = powerOfTen(size + digits)
  const coefficient = top / of.coefficient
  const whole = of.error === 0n && coefficient * of.coefficient === top
  return { coefficient, exponent: -of.exponent - size - digits, error: whole ? 0n : 20n }
}

/** `base ** exponent` (DMN 1.5 §10.3.2.3.1), 34 digits; null when not a real number, on overflow, or `0` to a negative power. */
export function power(base: FeelNumber, exponent: FeelNumber): FeelNumber | null {
  if (exponent === 0 || base === 1) return 1
  const downward = compareNumbers(exponent, 0) < 0
  if (base === 0) return downward ? null : 0
  const n = isWhole(exponent) ? toInteger(exponent) : null
  if (n !== null) {
    if (n > 0 && n <= 60 && typeof base === 'number' && Number.isSafeInteger(base)) {
      const quick = base ** n
      if (Number.isSafeInteger(quick)) return quick
    }
    return rounded(digits => {
      const found = wholePower(base, Math.abs(n), digits)
      if (typeof found === 'string') return (found === 'underflow') === downward ? null : 0
      return downward ? reciprocal(found, digits) : found
    })
  }
  const negative = compareNumbers(base, 0) < 0
  if (negative && !isWhole(exponent)) return null
  const size = realPower(absolute(base), exponent)
  return negative && isOdd(exponent) && size !== null ? multiply(size, -1) : size
}

function isOdd(value: FeelNumber): boolean {
  const { coefficient, exponent } = widen(value)
  return exponent === 0 && coefficient % 2n !== 0n
}

/** A power of a positive number that is not one. */
function realPower(base: FeelNumber, exponent: FeelNumber): FeelNumber | null {
  if (base === 1) return 1
  const upward = compareNumbers(base, 1) > 0 === compareNumbers(exponent, 0) > 0
  const size = magnitude(exponent)
  // No number but one has a logarithm below 10^-34, and no result one above 14 300.
  if (size > PRECISION + 6) return upward ? null : 0
  return rounded(digits => {
    const decimals = digits + 4
    const more = decimals + Math.max(0, size + 2)
    const product = naturalLogarithm(base, more) * fixed(exponent, decimals + 6)
    return exponentialOfFixed(product / powerOfTen(more + 6), decimals, digits)
  })
}

/** The square of a number, for variances. */
export function square(value: FeelNumber): FeelNumber | null {
  return multiply(value, value)
}
