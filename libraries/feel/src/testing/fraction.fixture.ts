/**
 * The slow numbers that the fast ones are compared with: fractions of bigints, rounded once after each operation to what
 * IEEE 754-2008 decimal128 holds (34 digits half-even, exponents from −6176, largest adjusted exponent 6144).
 */
export interface Fraction {
  readonly top: bigint
  /** Always positive. */
  readonly bottom: bigint
}

/** A fraction of two whole numbers. */
export function fractionOf(top: bigint, bottom = 1n): Fraction {
  return bottom < 0n ? { top: -top, bottom: -bottom } : { top, bottom }
}

/** The fraction that a numeral says, exactly. */
export function readFraction(text: string): Fraction {
  const [mantissa = '', exponent = '0'] = text.toLowerCase().split('e')
  const [whole = '', decimals = ''] = mantissa.split('.')
  return scaled(BigInt(whole + decimals), Number(exponent) - decimals.length)
}

function scaled(digits: bigint, exponent: number): Fraction {
  return exponent >= 0 ? fractionOf(digits * 10n ** BigInt(exponent)) : fractionOf(digits, 10n ** BigInt(-exponent))
}

function sizeOf(value: bigint): bigint {
  return value < 0n ? -value : value
}

/** The decimal128 nearest to a fraction; null on overflow. */
export function rounded({ top, bottom }: Fraction): Fraction | null {
  if (top === 0n) return fractionOf(0n)
  const size = sizeOf(top)
  let first = size.toString().length - bottom.toString().length
  if (compareSizes(size, bottom, first) < 0) first -= 1
  const scale = Math.max(first - 33, -6176)
  const over = scale >= 0 ? size : size * 10n ** BigInt(-scale)
  const under = scale >= 0 ? bottom * 10n ** BigInt(scale) : bottom
  let digits = over / under
  const twice = (over % under) * 2n
  if (twice > under || (twice === under && digits % 2n === 1n)) digits += 1n
  if (digits.toString().length - 1 + scale > 6144) return null
  return scaled(top < 0n ? -digits : digits, scale)
}

/** Whether a / b is less than, equal to or greater than 10^n. */
function compareSizes(a: bigint, b: bigint, n: number): number {
  const left = n < 0 ? a * 10n ** BigInt(-n) : a
  const right = n < 0 ? b : b * 10n ** BigInt(n)
  return left < right ? -1 : left > right ? 1 : 0
}

/** Negative, zero or positive as the first is less than, equal to or greater than the second. */
export function order(a: Fraction, b: Fraction): number {
  const difference = a.top * b.bottom - b.top * a.bottom
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** Sum. */
export function plus(a: Fraction, b: Fraction): Fraction | null {
  return rounded(fractionOf(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom))
}

/** Difference. */
export function minus(a: Fraction, b: Fraction): Fraction | null {
  return plus(a, fractionOf(-b.top, b.bottom))
}

/** Product. */
export function times(a: Fraction, b: Fraction): Fraction | null {
  return rounded(fractionOf(a.top * b.top, a.bottom * b.bottom))
}

/** Quotient; null when the divisor is zero. */
export function over(a: Fraction, b: Fraction): Fraction | null {
  return b.top === 0n ? null : rounded(fractionOf(a.top * b.bottom, a.bottom * b.top))
}

/** The largest whole number that is not greater. */
export function floorOf({ top, bottom }: Fraction): bigint {
  const whole = top / bottom
  return top < 0n && whole * bottom !== top ? whole - 1n : whole
}

/** `a − b × floor(a / b)`, rounded once; null when b is zero. */
export function remainder(a: Fraction, b: Fraction): Fraction | null {
  if (b.top === 0n) return null
  const whole = floorOf(fractionOf(a.top * b.bottom, a.bottom * b.top))
  return rounded(fractionOf(a.top * b.bottom - b.top * whole * a.bottom, a.bottom * b.bottom))
}

function wholeRoot(value: bigint, degree: bigint): bigint {
  let low = 0n
  let high = 10n ** (BigInt(value.toString().length) / degree + 1n)
  while (low < high) {
    const middle = (low + high + 1n) / 2n
    if (middle ** degree <= value) low = middle
    else high = middle - 1n
  }
  return low
}

/** `base ** (p / q)` by whole powers and a whole root by bisection; null where FEEL gives null. For small p and q. */
export function toPower(base: Fraction, p: number, q = 1): Fraction | null {
  if (p === 0) return fractionOf(1n)
  if (base.top === 0n) return p < 0 ? null : fractionOf(0n)
  const size = BigInt(Math.abs(p))
  const raised = fractionOf(base.top ** size, base.bottom ** size)
  const exact = p > 0 ? raised : fractionOf(raised.bottom, raised.top)
  if (q === 1) return rounded(exact)
  if (base.top < 0n) return null
  const degree = BigInt(q)
  // Enough decimals that forty digits of the root are whole, and one more digit where it is cut off.
  const first = exact.top.toString().length - exact.bottom.toString().length
  const decimals = BigInt(Math.max(0, 42 - Math.floor(first / q)))
  const lifted = (exact.top * 10n ** (decimals * degree)) / exact.bottom
  const root = wholeRoot(lifted, degree)
  const whole = root ** degree * exact.bottom === exact.top * 10n ** (decimals * degree)
  return rounded(fractionOf(root * 10n + (whole ? 0n : 1n), 10n ** (decimals + 1n)))
}

/** The plain decimal text, as FEEL's `string()` gives it. */
export function fractionText({ top, bottom }: Fraction): string {
  const decimals = bottom.toString().length - 1
  const digits = sizeOf(top * (10n ** BigInt(decimals) / bottom))
    .toString()
    .padStart(decimals + 1, '0')
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, '')
  const whole = digits.slice(0, digits.length - decimals)
  return `${top < 0n ? '-' : ''}${whole}${decimals === 0 || fraction === '' ? '' : `.${fraction}`}`
}
