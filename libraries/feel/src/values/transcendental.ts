import { compareNumbers, divide, isWhole, multiply, toInteger } from './arithmetic.ts'
import { digitCount, type FeelNumber, narrow, PRECISION, powerOfTen, widen } from './decimal.ts'

// Fixed-point arithmetic with guard digits below the 34 that are kept.
const GUARD = PRECISION + 22
const ONE = 10n ** BigInt(GUARD)

function fixed(value: FeelNumber): bigint | null {
  const { coefficient, exponent } = widen(value)
  const shift = exponent + GUARD
  if (shift > GUARD + 40) return null
  return shift >= 0 ? coefficient * powerOfTen(shift) : coefficient / powerOfTen(Math.min(-shift, 8000))
}

function integerRoot(value: bigint): bigint {
  let guess = 10n ** BigInt(Math.ceil(digitCount(value) / 2))
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

function logarithmOfFixed(x: bigint): bigint {
  // ln x = 2 artanh((x − 1) / (x + 1)); the argument is brought near one by square roots.
  let value = x
  let doublings = 1n
  while (value > (ONE * 11n) / 10n || value < (ONE * 9n) / 10n) {
    value = integerRoot(value * ONE)
    doublings *= 2n
  }
  const ratio = ((value - ONE) * ONE) / (value + ONE)
  const square = (ratio * ratio) / ONE
  let term = ratio
  let sum = 0n
  for (let n = 1n; term !== 0n; n += 2n) {
    sum += term / n
    term = (term * square) / ONE
  }
  return sum * 2n * doublings
}

const LN10 = logarithmOfFixed(10n * ONE)

function naturalLogarithmFixed(value: FeelNumber): bigint {
  const { coefficient, exponent } = widen(value)
  const digits = digitCount(coefficient) - 1
  const mantissa = (coefficient * ONE) / powerOfTen(digits)
  return logarithmOfFixed(mantissa) + BigInt(digits + exponent) * LN10
}

/** Natural logarithm, 34 digits; null when the number is not positive. */
export function logarithm(value: FeelNumber): FeelNumber | null {
  if (compareNumbers(value, 0) <= 0) return null
  if (value === 1) return 0
  return narrow(naturalLogarithmFixed(value), -GUARD)
}

function exponentialOfFixed(x: bigint): FeelNumber | null {
  // e^x = 10^k · e^r with r = x − k ln 10.
  const k = x / LN10
  if (k > 7000n) return null
  if (k < -7000n) return 0
  const rest = (x - k * LN10) / 256n
  let term = ONE
  let sum = ONE
  for (let n = 1n; term !== 0n; n += 1n) {
    term = (term * rest) / ONE / n
    sum += term
  }
  for (let i = 0; i < 8; i++) sum = (sum * sum) / ONE
  return narrow(sum, Number(k) - GUARD)
}

/** e to the power of the number, 34 digits; null on overflow. */
export function exponential(value: FeelNumber): FeelNumber | null {
  if (value === 0) return 1
  const x = fixed(value)
  if (x === null) return compareNumbers(value, 0) < 0 ? 0 : null
  return exponentialOfFixed(x)
}

function wholePower(base: FeelNumber, exponent: number): FeelNumber | null {
  const { coefficient, exponent: scale } = widen(base)
  let mantissa = coefficient
  let mantissaScale = scale
  let result = 1n
  let resultScale = 0
  for (let n = exponent; n > 0; n = Math.floor(n / 2)) {
    if (n % 2 === 1) {
      result *= mantissa
      resultScale += mantissaScale
      ;[result, resultScale] = trim(result, resultScale)
    }
    if (n > 1) {
      mantissa *= mantissa
      mantissaScale *= 2
      ;[mantissa, mantissaScale] = trim(mantissa, mantissaScale)
    }
    if (Math.abs(resultScale) > 100_000 || Math.abs(mantissaScale) > 1_000_000) return mantissaScale < 0 ? 0 : null
  }
  return narrow(result, resultScale)
}

function trim(value: bigint, scale: number): [bigint, number] {
  const surplus = digitCount(value) - 2 * PRECISION
  return surplus > 0 ? [value / powerOfTen(surplus), scale + surplus] : [value, scale]
}

/** `base ** exponent` (DMN 1.5 §10.3.2.3.1), 34 digits; null when not a real number, on overflow, or `0` to a negative power. */
export function power(base: FeelNumber, exponent: FeelNumber): FeelNumber | null {
  if (exponent === 0) return 1
  if (base === 0) return compareNumbers(exponent, 0) < 0 ? null : 0
  if (base === 1) return 1
  if (isWhole(exponent)) {
    const n = toInteger(exponent)
    if (n === null) return null
    if (n > 0 && n <= 60 && typeof base === 'number' && Number.isSafeInteger(base)) {
      const quick = base ** n
      if (Number.isSafeInteger(quick)) return quick
    }
    const result = wholePower(base, Math.abs(n))
    return n > 0 || result === null ? result : divide(1, result)
  }
  if (compareNumbers(base, 0) < 0) return null
  const x = fixed(exponent)
  if (x === null) return null
  return exponentialOfFixed((naturalLogarithmFixed(base) * x) / ONE)
}

/** The square of a number, for variances. */
export function square(value: FeelNumber): FeelNumber | null {
  return multiply(value, value)
}
