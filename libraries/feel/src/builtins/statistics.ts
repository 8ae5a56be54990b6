import { arithmetic } from '../semantics/operators.ts'
import { add, compareNumbers, divide, multiply, subtract } from '../values/arithmetic.ts'
import { Decimal, type FeelNumber } from '../values/decimal.ts'
import { DaysTimeDuration, YearsMonthsDuration } from '../values/durations.ts'
import type { CallSite } from '../values/function.ts'
import { costOf, costOfNumbers, costOfSorting } from '../values/meter.ts'
import { square, squareRoot } from '../values/transcendental.ts'
import { type FeelValue, isNumber } from '../values/value.ts'
import { type BuiltinFunction, builtin, overload } from './define.ts'

type Numbers = readonly FeelNumber[]

/** A function on a list of numbers, or on numbers one by one; null for the empty list. */
function onNumbers(
  name: string,
  run: (numbers: Numbers, site: CallSite) => FeelValue | undefined | null,
): BuiltinFunction {
  const checked = (values: readonly FeelValue[], site: CallSite): FeelValue | undefined => {
    if (!values.every(isNumber)) return undefined
    site.spend(costOfNumbers(values))
    return values.length === 0 ? null : (run(values as Numbers, site) ?? undefined)
  }
  return builtin(
    name,
    overload({ list: 'list' }, ([list], site) => checked(list as readonly FeelValue[], site)),
    overload({ '...items': 'any' }, ([items], site) => checked(items as readonly FeelValue[], site)),
  )
}

function sum(numbers: Numbers): FeelNumber | null {
  let total: FeelNumber | null = 0
  for (const number of numbers) {
    total = add(total, number)
    if (total === null) return null
  }
  return total
}

function product(numbers: Numbers): FeelNumber | null {
  let total: FeelNumber | null = 1
  for (const number of numbers) {
    total = multiply(total, number)
    if (total === null) return null
  }
  return total
}

function mean(numbers: Numbers): FeelNumber | null {
  const total = sum(numbers)
  return total === null ? null : divide(total, numbers.length)
}

function inOrder(numbers: Numbers, site: CallSite): FeelNumber[] {
  const slow = numbers.some(number => typeof number !== 'number')
  site.spend(costOfSorting(numbers.length, slow ? costOf(SLOW) : 1))
  return numbers.slice().sort(compareNumbers)
}

/** A number whose comparison takes as long as any. */
const SLOW = new Decimal(1n, 40)

function median(numbers: Numbers, site: CallSite): FeelNumber | null {
  const sorted = inOrder(numbers, site)
  const half = Math.floor(sorted.length / 2)
  const upper = sorted[half] as FeelNumber
  if (sorted.length % 2 === 1) return upper
  const both = add(sorted[half - 1] as FeelNumber, upper)
  return both === null ? null : divide(both, 2)
}

/** Standard deviation of a sample. */
function deviation(numbers: Numbers, site: CallSite): FeelNumber | null {
  // The distances from the middle have as many digits as there are.
  site.spend(numbers.length * 3 * costOf(SLOW))
  const middle = mean(numbers)
  if (middle === null || numbers.length < 2) return null
  let total: FeelNumber | null = 0
  for (const number of numbers) {
    const distance = subtract(number, middle)
    const squared = distance === null ? null : square(distance)
    total = squared === null || total === null ? null : add(total, squared)
  }
  const variance = total === null ? null : divide(total, numbers.length - 1)
  return variance === null ? null : squareRoot(variance)
}

function modes(numbers: Numbers, site: CallSite): FeelNumber[] {
  const sorted = inOrder(numbers, site)
  let best = 0
  let found: FeelNumber[] = []
  for (let i = 0; i < sorted.length; ) {
    let end = i + 1
    while (end < sorted.length && compareNumbers(sorted[i] as FeelNumber, sorted[end] as FeelNumber) === 0) end += 1
    if (end - i > best) {
      best = end - i
      found = []
    }
    if (end - i === best) found.push(sorted[i] as FeelNumber)
    i = end
  }
  return found
}

/** Sum and mean also take durations of one kind. */
function total(values: readonly FeelValue[], site: CallSite): FeelValue | undefined {
  if (values.length === 0) return null
  site.spend(costOfNumbers(values))
  if (values.every(isNumber)) return sum(values as Numbers) ?? undefined
  const durations =
    values.every(value => value instanceof DaysTimeDuration) ||
    values.every(value => value instanceof YearsMonthsDuration)
  if (!durations) return undefined
  let result = values[0] as FeelValue
  for (const value of values.slice(1)) {
    const next = arithmetic('+', result, value)
    if (next === undefined) return undefined
    result = next
  }
  return result
}

function average(values: readonly FeelValue[], site: CallSite): FeelValue | undefined {
  const all = total(values, site)
  return all === undefined || all === null ? all : arithmetic('/', all, values.length)
}

function onValues(
  name: string,
  run: (values: readonly FeelValue[], site: CallSite) => FeelValue | undefined,
): BuiltinFunction {
  return builtin(
    name,
    overload({ list: 'list' }, ([list], site) => run(list as readonly FeelValue[], site)),
    overload({ '...items': 'any' }, ([items], site) => run(items as readonly FeelValue[], site)),
  )
}

/** Built-in functions that calculate over lists (DMN 1.5 §10.3.4.4). */
export const statisticsFunctions: readonly BuiltinFunction[] = [
  onValues('sum', total),
  onValues('mean', average),
  onNumbers('product', product),
  onNumbers('median', median),
  onNumbers('stddev', deviation),
  builtin(
    'mode',
    overload({ list: 'list' }, ([list], site) =>
      (list as readonly FeelValue[]).every(isNumber) ? modes(list as Numbers, site) : undefined,
    ),
    overload({ '...items': 'any' }, ([items], site) =>
      (items as readonly FeelValue[]).every(isNumber) ? modes(items as Numbers, site) : undefined,
    ),
  ),
]
