import { compareValues, equalValues } from '../values/compare.ts'
import { FeelRange } from '../values/range.ts'
import { textOf } from '../values/text.ts'
import type { FeelValue } from '../values/value.ts'
import { same } from './dates.ts'
import { type BuiltinFunction, builtin, overload } from './define.ts'
import { readRange } from './range-text.ts'

const isSame = ([a, b]: readonly (FeelValue | undefined)[]): boolean =>
  same(a ?? null, b ?? null) ?? equalValues(a ?? null, b ?? null) === true

/** Built-in functions of no one type: `string`, `not`, `is`, `range` (DMN 1.5 §10.3.4.1, §10.3.4.2, §10.3.4.7). */
export const generalFunctions: readonly BuiltinFunction[] = [
  builtin(
    'string',
    overload({ from: 'any' }, ([from]) => (from === null ? null : textOf(from as FeelValue))),
  ),
  builtin(
    'not',
    overload({ negand: 'any' }, ([negand]) =>
      typeof negand === 'boolean' ? !negand : negand === null ? null : undefined,
    ),
  ),
  builtin(
    'is',
    overload({ value1: 'any', value2: 'any' }, isSame),
    overload({ 'value1?': 'any', 'value2?': 'any' }, isSame),
  ),
  builtin(
    'range',
    overload({ from: 'string' }, ([from]) => {
      const range = readRange(from as string)
      if (!(range instanceof FeelRange)) return undefined
      const { start, end } = range
      if (start === undefined || end === undefined) return range
      const order = compareValues(start, end)
      return order === null || order > 0 ? undefined : range
    }),
  ),
]
