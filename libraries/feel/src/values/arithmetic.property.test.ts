import fc from 'fast-check'
import { describe, expect, inject, test } from 'vitest'
import {
  type Fraction,
  fractionText,
  minus,
  order,
  over,
  plus,
  readFraction,
  remainder,
  rounded,
  times,
  toPower,
} from '../testing/fraction.fixture.ts'
import { add, compareNumbers, divide, modulo, multiply, roundTo, subtract } from './arithmetic.ts'
import { type FeelNumber, numberText, parseNumeral } from './decimal.ts'
import { exponential, logarithm, power, squareRoot } from './transcendental.ts'

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
const showSlow = (value: Fraction | null): string => (value === null ? 'null' : fractionText(value))

test('reading rounds to 34 digits half-even', () => {
  fc.assert(
    fc.property(numeral, text => {
      expect(show(number(text))).toBe(showSlow(rounded(readFraction(text))))
    }),
    { numRuns: 2000 * inject('share') },
  )
})

test('sums, products, quotients, remainders and order are those of the plain evaluator', () => {
  fc.assert(
    fc.property(numeral, numeral, (left, right) => {
      const [a, b] = [number(left), number(right)]
      const [x, y] = [readFraction(show(a)), readFraction(show(b))]
      expect(show(add(a, b))).toBe(showSlow(plus(x, y)))
      expect(show(subtract(a, b))).toBe(showSlow(minus(x, y)))
      expect(show(multiply(a, b))).toBe(showSlow(times(x, y)))
      expect(show(divide(a, b))).toBe(showSlow(over(x, y)))
      expect(show(modulo(a, b))).toBe(showSlow(remainder(x, y)))
      expect(Math.sign(compareNumbers(a, b))).toBe(order(x, y))
    }),
    { numRuns: 3000 * inject('share') },
  )
})

const extreme = fc
  .tuple(fc.bigInt({ min: -(10n ** 34n), max: 10n ** 34n }), fc.integer({ min: -6200, max: 6144 }))
  .map(([a, b]) => `${a}e${b}`)
  .filter(text => parseNumeral(text) !== null)

test('at the ends of decimal128 numbers are rounded once, overflow is null and underflow is gradual', () => {
  fc.assert(
    fc.property(extreme, extreme, (left, right) => {
      const [a, b] = [number(left), number(right)]
      const [x, y] = [readFraction(show(a)), readFraction(show(b))]
      expect(show(a)).toBe(showSlow(rounded(readFraction(left))))
      expect(show(add(a, b))).toBe(showSlow(plus(x, y)))
      expect(show(multiply(a, b))).toBe(showSlow(times(x, y)))
      expect(show(divide(a, b))).toBe(showSlow(over(x, y)))
      expect(show(modulo(a, b))).toBe(showSlow(remainder(x, y)))
    }),
    { numRuns: 60 * inject('share') },
  )
})

const base = fc.oneof(
  fc.integer({ min: -99, max: 99 }).map(String),
  fc.tuple(fc.integer({ min: -9999, max: 9999 }), fc.integer({ min: 0, max: 99 })).map(([a, b]) => `${a}.${b}`),
  fc.tuple(fc.bigInt({ min: 1n, max: 10n ** 34n }), fc.integer({ min: -60, max: 20 })).map(([a, b]) => `${a}e${b}`),
)

test('whole powers, also negative ones, are rounded once', () => {
  fc.assert(
    fc.property(base, fc.integer({ min: -60, max: 60 }), (text, n) => {
      expect(show(power(number(text), n))).toBe(showSlow(toPower(readFraction(show(number(text))), n)))
    }),
    { numRuns: 2000 * inject('share') },
  )
})

test('powers with decimals, also negative ones, are rounded once', () => {
  const exponent = fc.tuple(fc.integer({ min: -40, max: 40 }), fc.constantFrom(2, 4, 5, 8, 10))
  fc.assert(
    fc.property(base, exponent, (text, [p, q]) => {
      const exact = readFraction(show(number(text)))
      const [whole, degree] = lowest(p, q)
      expect(show(power(number(text), divide(p, q) ?? 0))).toBe(showSlow(toPower(exact, whole, degree)))
    }),
    { numRuns: 1000 * inject('share') },
  )
})

function lowest(p: number, q: number): [number, number] {
  for (let d = q; d > 1; d--) if (p % d === 0 && q % d === 0) return [p / d, q / d]
  return [p, q]
}

test('doubles of data stand for their shortest text', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), value => {
      fc.pre(Math.abs(value) < 1e30 && (value === 0 || Math.abs(value) > 1e-30))
      expect(compareNumbers(value, number(String(value)))).toBe(0)
      expect(show(add(value, 0))).toBe(showSlow(rounded(readFraction(String(value)))))
    }),
    { numRuns: 1000 * inject('share') },
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
  expect(power(10, -6150)).toEqual(parseNumeral('1e-6150'))
  expect(power(10, -6177)).toBe(0)
  expect(power(number('541.42'), -45)).toEqual(parseNumeral('9.793924378114055441305675333466743e-124'))
  expect(show(logarithm(number('1.000000000000000000000000000000001')))).toBe(
    '0.0000000000000000000000000000000009999999999999999999999999999999995',
  )
  expect(show(exponential(number('0.0000000000000000000000000000000005')))).toBe('1.000000000000000000000000000000001')
  expect(show(modulo(number('1e3000'), 7))).toBe('1')
})
