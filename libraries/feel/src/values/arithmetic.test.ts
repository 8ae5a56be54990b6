import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { add, compareNumbers, divide, modulo, multiply, roundTo, subtract } from './arithmetic.ts'
import { type FeelNumber, numberText, parseNumeral } from './decimal.ts'
import { exponential, logarithm, power, squareRoot } from './transcendental.ts'

// The oracle: every number a fraction of bigints, rounded once to 34 digits half-even after each operation.
interface Fraction {
  readonly top: bigint
  readonly bottom: bigint
}

function fraction(text: string): Fraction {
  const [mantissa = '', exponent = '0'] = text.toLowerCase().split('e')
  const [whole = '', decimals = ''] = mantissa.split('.')
  const power = Number(exponent) - decimals.length
  const top = BigInt(whole + decimals)
  return power >= 0 ? { top: top * 10n ** BigInt(power), bottom: 1n } : { top, bottom: 10n ** BigInt(-power) }
}

function rounded({ top, bottom }: Fraction): string {
  if (top === 0n) return '0'
  const negative = top < 0n !== bottom < 0n
  const a = top < 0n ? -top : top
  const b = bottom < 0n ? -bottom : bottom
  let scale = 0
  let quotient = a / b
  const size = quotient.toString().length
  if (quotient > 0n && size > 34) scale = size - 34
  else while (a * 10n ** BigInt(-scale) < b * 10n ** 33n) scale -= 1
  const x = scale > 0 ? a : a * 10n ** BigInt(-scale)
  const y = scale > 0 ? b * 10n ** BigInt(scale) : b
  quotient = x / y
  const twice = (x % y) * 2n
  if (twice > y || (twice === y && quotient % 2n === 1n)) quotient += 1n
  return plain(negative, quotient, scale)
}

function plain(negative: boolean, digits: bigint, scale: number): string {
  let text = digits.toString()
  let exponent = scale
  while (text.endsWith('0')) {
    text = text.slice(0, -1)
    exponent += 1
  }
  const sign = negative ? '-' : ''
  if (exponent >= 0) return sign + text + '0'.repeat(exponent)
  const padded = text.padStart(1 - exponent, '0')
  return `${sign}${padded.slice(0, padded.length + exponent)}.${padded.slice(padded.length + exponent)}`
}

const numeral = fc.oneof(
  fc.integer({ min: -1000, max: 1000 }).map(String),
  fc.tuple(fc.integer(), fc.integer({ min: 0, max: 99 })).map(([a, b]) => `${a}.${b}`),
  fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }).map(String),
  fc
    .tuple(fc.bigInt({ min: -(10n ** 34n), max: 10n ** 34n }), fc.integer({ min: -40, max: 40 }))
    .map(([a, b]) => `${a}e${b}`),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e20, max: 1e20 }).map(String),
)

function number(text: string): FeelNumber {
  const value = parseNumeral(text)
  if (value === null) throw new Error(text)
  return value
}

const show = (value: FeelNumber | null): string => (value === null ? 'null' : numberText(value))

test('reading rounds to 34 digits half-even', () => {
  fc.assert(
    fc.property(numeral, text => {
      expect(show(number(text))).toBe(rounded(fraction(text)))
    }),
    { numRuns: 2000 },
  )
})

test('sums, products, quotients and order are those of the plain evaluator', () => {
  fc.assert(
    fc.property(numeral, numeral, (left, right) => {
      const [a, b] = [number(left), number(right)]
      const [x, y] = [fraction(show(a)), fraction(show(b))]
      expect(show(add(a, b))).toBe(rounded({ top: x.top * y.bottom + y.top * x.bottom, bottom: x.bottom * y.bottom }))
      expect(show(subtract(a, b))).toBe(
        rounded({ top: x.top * y.bottom - y.top * x.bottom, bottom: x.bottom * y.bottom }),
      )
      expect(show(multiply(a, b))).toBe(rounded({ top: x.top * y.top, bottom: x.bottom * y.bottom }))
      expect(show(divide(a, b))).toBe(
        y.top === 0n ? 'null' : rounded({ top: x.top * y.bottom, bottom: x.bottom * y.top }),
      )
      const order = x.top * y.bottom - y.top * x.bottom
      expect(Math.sign(compareNumbers(a, b))).toBe(order < 0n ? -1 : order > 0n ? 1 : 0)
    }),
    { numRuns: 3000 },
  )
})

test('doubles of data stand for their shortest text', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), value => {
      fc.pre(Math.abs(value) < 1e30 && (value === 0 || Math.abs(value) > 1e-30))
      expect(compareNumbers(value, number(String(value)))).toBe(0)
      expect(show(add(value, 0))).toBe(rounded(fraction(String(value))))
    }),
    { numRuns: 1000 },
  )
})

describe('rounding', () => {
  test.each([
    ['2.5', 0, 'half-even', '2'],
    ['3.5', 0, 'half-even', '4'],
    ['-2.5', 0, 'half-up', '-3'],
    ['-2.5', 0, 'half-down', '-2'],
    ['-1.5', 0, 'floor', '-2'],
    ['-1.5', 0, 'ceiling', '-1'],
    ['1.01', 1, 'up', '1.1'],
    ['-1.19', 1, 'down', '-1.1'],
    ['1234', -2, 'half-even', '1200'],
    ['0.001', 0, 'up', '1'],
  ] as const)('%s to %s places %s is %s', (value, places, rounding, expected) => {
    expect(show(roundTo(number(value), places, rounding))).toBe(expected)
  })
})

test('modulo takes the sign of the divisor', () => {
  expect(show(modulo(number('-10.1'), number('4.5')))).toBe('3.4')
  expect(modulo(1, 0)).toBeNull()
})

test('roots, logarithms and powers have 34 true digits', () => {
  expect(show(squareRoot(2))).toBe('1.414213562373095048801688724209698')
  expect(show(logarithm(10))).toBe('2.302585092994045684017991454684364')
  expect(show(exponential(1))).toBe('2.718281828459045235360287471352662')
  expect(show(power(2, number('0.5')))).toBe('1.414213562373095048801688724209698')
  expect(show(power(number('1.1'), 20))).toBe('6.72749994932560009201')
  expect(power(-1, number('0.5'))).toBeNull()
  expect(power(0, -1)).toBeNull()
  expect(power(10, 7000)).toBeNull()
})
