import { compareValues, equalValues } from '../values/compare.ts'
import type { CallSite } from '../values/function.ts'
import { MAX_TEXT } from '../values/meter.ts'
import { FeelRange } from '../values/range.ts'
import { textOf } from '../values/text.ts'
import type { FeelValue } from '../values/value.ts'
import { same } from './dates.ts'
import { type BuiltinFunction, builtin, overload, Refusal } from './define.ts'
import { readRange } from './range-text.ts'

const isSame = ([a, b]: readonly (FeelValue | undefined)[], site: CallSite): boolean =>
  same(a ?? null, b ?? null) ?? equalValues(a ?? null, b ?? null, site) === true

function shortEnough(text: string): string {
  if (text.length > MAX_TEXT) throw new Refusal('feel.text-too-long', { longest: MAX_TEXT })
  return text
}

/** Built-in functions of no one type: `string`, `not`, `is`, `range` (DMN 1.5 §10.3.4.1, §10.3.4.2, §10.3.4.7). */
export const generalFunctions: readonly BuiltinFunction[] = [
  builtin(
    'string',
    overload({ from: 'any' }, ([from], site) => (from === null ? null : shortEnough(textOf(from as FeelValue, site)))),
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
