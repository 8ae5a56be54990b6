/** A number with a kind, so that every value that is not a JSON value can tell what it is. */
export abstract class FeelScalar {
  abstract readonly kind: ScalarKind
}

/** The kinds of values that are instances of classes. */
export type ScalarKind =
  | 'number'
  | 'date'
  | 'time'
  | 'date and time'
  | 'days and time duration'
  | 'years and months duration'
  | 'range'
  | 'function'

/**
 * A decimal that does not fit a JavaScript number exactly: `coefficient × 10^exponent`, at most 34 digits, no trailing
 * zeros in the coefficient (DMN 1.5 §10.3.2.3.1: IEEE 754-2008 Decimal128). Immutable.
 */
export class Decimal extends FeelScalar {
  readonly kind = 'number'
  readonly coefficient: bigint
  readonly exponent: number

  constructor(coefficient: bigint, exponent: number) {
    super()
    this.coefficient = coefficient
    this.exponent = exponent
  }

  /** The plain decimal text, without an exponent. */
  override toString(): string {
    return plainText(this.coefficient, this.exponent)
  }

  /** JSON has no exact decimals, so the text is what crosses. */
  toJSON(): string {
    return this.toString()
  }
}

/**
 * A FEEL number. A JavaScript number stands for the decimal of its shortest text, so `0.1` is exactly one tenth; what
 * has more digits than a JavaScript number can tell apart is a `Decimal`.
 */
export type FeelNumber = number | Decimal

/** Significant digits of Decimal128. */
export const PRECISION = 34
/** Largest adjusted exponent of Decimal128. */
export const MAX_EXPONENT = 6144
/** Smallest exponent of a subnormal Decimal128. */
export const MIN_EXPONENT = -6176

const LIMIT = 10n ** 34n
const POWERS: bigint[] = []

/** `10^n` as a bigint; small powers are kept. */
export function powerOfTen(n: number): bigint {
  if (n > 200) return 10n ** BigInt(n)
  let power = POWERS[n]
  if (power === undefined) {
    power = 10n ** BigInt(n)
    POWERS[n] = power
  }
  return power
}

/** Below it decimal text is made as fast as any. */
const SHORT = 10n ** 80n

/** How many decimal digits a bigint has, its sign not counted; zero has one. */
export function digitCount(value: bigint): number {
  const positive = value < 0n ? -value : value
  if (positive < SHORT) return positive.toString().length
  // The count of binary digits gives the decimal one or one less; hexadecimal text is made in linear time.
  const hex = positive.toString(16)
  const bits = 4 * hex.length - Math.clz32(Number.parseInt(hex[0] as string, 16)) + 28
  const least = Math.floor((bits - 1) * Math.LOG10E * Math.LN2)
  return positive >= powerOfTen(least + 1) ? least + 2 : positive >= powerOfTen(least) ? least + 1 : least
}

/** Divides by `10^digits`, rounding half to even. */
export function shiftHalfEven(coefficient: bigint, digits: number): bigint {
  const unit = powerOfTen(digits)
  const quotient = coefficient / unit
  const rest = coefficient - quotient * unit
  const twice = (rest < 0n ? -rest : rest) * 2n
  if (twice > unit || (twice === unit && quotient % 2n !== 0n)) return coefficient < 0n ? quotient - 1n : quotient + 1n
  return quotient
}

/**
 * The FEEL number of `coefficient × 10^exponent`, rounded to 34 digits half-even, as a JavaScript number when that is
 * exact. Null when it is larger than Decimal128 can hold; below its subnormal numbers (1E-6176) it is zero.
 */
export function narrow(coefficient: bigint, exponent: number): FeelNumber | null {
  if (coefficient === 0n) return 0
  let value = coefficient
  let scale = exponent
  // Rounded once: to 34 digits, or to the last place that a subnormal number has, whichever is coarser.
  const surplus = value >= LIMIT || value <= -LIMIT ? digitCount(value) - PRECISION : 0
  const drop = scale + surplus < MIN_EXPONENT ? MIN_EXPONENT - scale : surplus
  if (drop > 0) {
    if (drop > surplus && drop > digitCount(value) + 1) return 0
    value = shiftHalfEven(value, drop)
    scale += drop
    if (value === 0n) return 0
  }
  if (value % 10n === 0n) {
    while (value % 100_000_000n === 0n) {
      value /= 100_000_000n
      scale += 8
    }
    while (value % 10n === 0n) {
      value /= 10n
      scale += 1
    }
  }
  if (value > -1_000_000_000_000_000n && value < 1_000_000_000_000_000n && scale >= -22) {
    if (scale < 0) return Number(value) / 10 ** -scale
    if (scale <= 15) {
      const whole = Number(value) * 10 ** scale
      if (Number.isSafeInteger(whole)) return whole
    }
  } else if (scale === 0 && value <= 9_007_199_254_740_991n && value >= -9_007_199_254_740_991n) return Number(value)
  if (scale + digitCount(value) - 1 > MAX_EXPONENT) return null
  return new Decimal(value, scale)
}

/** The coefficient and exponent of a JavaScript number's shortest text. */
export function widen(value: FeelNumber): { coefficient: bigint; exponent: number } {
  if (typeof value !== 'number') return value
  if (Number.isSafeInteger(value)) return { coefficient: BigInt(value), exponent: 0 }
  return split(String(value))
}

const NUMERAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/

function split(text: string): { coefficient: bigint; exponent: number } {
  const match = NUMERAL.exec(text)
  if (match === null) return { coefficient: 0n, exponent: 0 }
  const whole = match[2] ?? ''
  const fraction = match[3] ?? ''
  const digits = BigInt(`${whole}${fraction}` || '0')
  return { coefficient: match[1] === '-' ? -digits : digits, exponent: Number(match[4] ?? 0) - fraction.length }
}

/** Reads a numeral (`-12.50`, `.5`, `1e3`); null when the text is not one or is too large for Decimal128. */
export function parseNumeral(text: string): FeelNumber | null {
  if (text.length < 16 && /^-?\d+$/.test(text)) return Number(text) + 0
  const match = NUMERAL.exec(text)
  if (match === null || ((match[2] ?? '') === '' && (match[3] ?? '') === '')) return null
  if (text.length > 100_000 || Math.abs(Number(match[4] ?? 0)) > 100_000) return null
  const { coefficient, exponent } = split(text)
  return narrow(coefficient, exponent)
}

function plainText(coefficient: bigint, exponent: number): string {
  const negative = coefficient < 0n
  const digits = (negative ? -coefficient : coefficient).toString()
  const sign = negative ? '-' : ''
  if (exponent >= 0) return `${sign}${digits}${'0'.repeat(exponent)}`
  const point = digits.length + exponent
  if (point > 0) return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`
  return `${sign}0.${'0'.repeat(-point)}${digits}`
}

/** The plain decimal text of a FEEL number, as `string()` gives it (DMN 1.5 §10.3.4.1). */
export function numberText(value: FeelNumber): string {
  if (typeof value !== 'number') return value.toString()
  const text = String(value)
  if (!text.includes('e')) return text
  const { coefficient, exponent } = split(text)
  return plainText(coefficient, exponent)
}
