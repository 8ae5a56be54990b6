import { absolute, isWhole, modulo, type Rounding, roundTo, toInteger } from '../values/arithmetic.ts'
import { type FeelNumber, MAX_EXPONENT, MIN_EXPONENT, parseNumeral } from '../values/decimal.ts'
import { DaysTimeDuration, YearsMonthsDuration } from '../values/durations.ts'
import type { CallSite } from '../values/function.ts'
import { costOfNumber, costOfNumeral } from '../values/meter.ts'
import { exponential, logarithm, squareRoot } from '../values/transcendental.ts'
import { type FeelValue, isNumber } from '../values/value.ts'
import { type BuiltinFunction, builtin, overload } from './define.ts'

function rounded(value: FeelNumber, scale: FeelNumber | undefined, rounding: Rounding): FeelValue | undefined {
  const places = scale === undefined ? 0 : toInteger(scale)
  if (places === null || places < -MAX_EXPONENT + 33 || places > -MIN_EXPONENT) return undefined
  return roundTo(value, places, rounding) ?? undefined
}

function optionalScale(name: string, rounding: Rounding): BuiltinFunction {
  return builtin(
    name,
    overload({ n: 'number', 'scale?': 'number' }, ([n, scale]) =>
      rounded(n as FeelNumber, scale as FeelNumber | undefined, rounding),
    ),
  )
}

function neededScale(name: string, rounding: Rounding): BuiltinFunction {
  return builtin(
    name,
    overload({ n: 'number', scale: 'number' }, ([n, scale]) => rounded(n as FeelNumber, scale as FeelNumber, rounding)),
  )
}

function absoluteOf(value: FeelValue): FeelValue | undefined {
  if (isNumber(value)) return absolute(value)
  if (value instanceof DaysTimeDuration) return value.nanos < 0n ? new DaysTimeDuration(-value.nanos) : value
  if (value instanceof YearsMonthsDuration) return new YearsMonthsDuration(Math.abs(value.months))
  return undefined
}

function parity(value: FeelNumber, rest: 0 | 1): boolean {
  return isWhole(value) && modulo(value, 2) === rest
}

/** Reads a number with its separators (DMN 1.5 §10.3.4.1, `number`); undefined when the text is not one. */
function parseGrouped(
  text: string,
  grouping: string | null,
  decimal: string | null,
  site: CallSite,
): FeelValue | undefined {
  site.spend(costOfNumeral(text))
  if (grouping !== null && ![' ', ',', '.'].includes(grouping)) return undefined
  if (decimal !== null && !['.', ','].includes(decimal)) return undefined
  if (grouping !== null && grouping === decimal) return undefined
  let plain = text
  if (grouping !== null) plain = plain.split(grouping).join('')
  if (decimal === ',') {
    if (plain.includes('.')) return undefined
    plain = plain.replace(',', '.')
  }
  if (!/^[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?$/.test(plain)) return undefined
  return parseNumeral(plain) ?? undefined
}

// Steps for functions that are computed digit by digit.
const SQUARE_ROOT = 60
const LOGARITHM = 250
const EXPONENTIAL = 300

/** Built-in functions on numbers (DMN 1.5 §10.3.4.5), and the reading of numbers from text. */
export const numberFunctions: readonly BuiltinFunction[] = [
  builtin(
    'number',
    overload({ from: 'string' }, ([from], site) => parseGrouped(from as string, null, null, site)),
    overload(
      { from: 'string', 'grouping separator': 'string?', 'decimal separator': 'string?' },
      ([from, grouping, decimal], site) =>
        parseGrouped(from as string, grouping as string | null, decimal as string | null, site),
    ),
  ),
  neededScale('decimal', 'half-even'),
  optionalScale('floor', 'floor'),
  optionalScale('ceiling', 'ceiling'),
  neededScale('round up', 'up'),
  neededScale('round down', 'down'),
  neededScale('round half up', 'half-up'),
  neededScale('round half down', 'half-down'),
  builtin(
    'abs',
    overload({ n: 'any' }, ([n]) => absoluteOf(n as FeelValue)),
  ),
  builtin(
    'modulo',
    overload({ dividend: 'number', divisor: 'number' }, ([dividend, divisor], site) => {
      site.spend(3 * (costOfNumber(dividend) + costOfNumber(divisor)))
      return modulo(dividend as FeelNumber, divisor as FeelNumber) ?? undefined
    }),
  ),
  builtin(
    'sqrt',
    overload({ number: 'number' }, ([number], site) => {
      site.spend(SQUARE_ROOT)
      return squareRoot(number as FeelNumber) ?? undefined
    }),
  ),
  builtin(
    'log',
    overload({ number: 'number' }, ([number], site) => {
      site.spend(LOGARITHM)
      return logarithm(number as FeelNumber) ?? undefined
    }),
  ),
  builtin(
    'exp',
    overload({ number: 'number' }, ([number], site) => {
      site.spend(EXPONENTIAL)
      return exponential(number as FeelNumber) ?? undefined
    }),
  ),
  builtin(
    'odd',
    overload({ number: 'number' }, ([number]) => parity(number as FeelNumber, 1)),
  ),
  builtin(
    'even',
    overload({ number: 'number' }, ([number]) => parity(number as FeelNumber, 0)),
  ),
]
