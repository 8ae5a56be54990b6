import { arithmetic } from '../semantics/operators.ts'
import { add, compareNumbers, divide, multiply, subtract } from '../values/arithmetic.ts'
import type { FeelNumber } from '../values/decimal.ts'
import { DaysTimeDuration, YearsMonthsDuration } from '../values/durations.ts'
import { square, squareRoot } from '../values/transcendental.ts'
import { type FeelValue, isNumber } from '../values/value.ts'
import { type BuiltinFunction, builtin, overload } from './define.ts'

type Numbers = readonly FeelNumber[]

/** A function on a list of numbers, or on numbers one by one; null for the empty list. */
function onNumbers(name: string, run: (numbers: Numbers) => FeelValue | undefined | null): BuiltinFunction {
  const checked = (values: readonly FeelValue[]): FeelValue | undefined => {
    if (!values.every(isNumber)) return undefined
    return values.length === 0 ? null : (run(values as Numbers) ?? undefined)
  }
  return builtin(
    name,
    overload({ list: 'list' }, ([list]) => checked(list as readonly FeelValue[])),
    overload({ '...items': 'any' }, ([items]) => checked(items as readonly FeelValue[])),
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

function median(numbers: Numbers): FeelNumber | null {
  const sorted = numbers.slice().sort(compareNumbers)
  const half = Math.floor(sorted.length / 2)
  const upper = sorted[half] as FeelNumber
  if (sorted.length % 2 === 1) return upper
  const both = add(sorted[half - 1] as FeelNumber, upper)
  return both === null ? null : divide(both, 2)
}

/** Standard deviation of a sample. */
function deviation(numbers: Numbers): FeelNumber | null {
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

function modes(numbers: Numbers): FeelNumber[] {
  const sorted = numbers.slice().sort(compareNumbers)
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
function total(values: readonly FeelValue[]): FeelValue | undefined {
  if (values.length === 0) return null
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

function average(values: readonly FeelValue[]): FeelValue | undefined {
  const all = total(values)
  return all === undefined || all === null ? all : arithmetic('/', all, values.length)
}

function onValues(name: string, run: (values: readonly FeelValue[]) => FeelValue | undefined): BuiltinFunction {
  return builtin(
    name,
    overload({ list: 'list' }, ([list]) => run(list as readonly FeelValue[])),
    overload({ '...items': 'any' }, ([items]) => run(items as readonly FeelValue[])),
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
    overload({ list: 'list' }, ([list]) =>
      (list as readonly FeelValue[]).every(isNumber) ? modes(list as Numbers) : undefined,
    ),
    overload({ '...items': 'any' }, ([items]) =>
      (items as readonly FeelValue[]).every(isNumber) ? modes(items as Numbers) : undefined,
    ),
  ),
]
