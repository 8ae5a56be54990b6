import { toInteger } from '../values/arithmetic.ts'
import type { FeelNumber } from '../values/decimal.ts'
import type { FeelValue } from '../values/value.ts'
import { PatternTooSlow } from './back-reference.ts'
import { type BuiltinFunction, builtin, overload } from './define.ts'
import { compilePattern, matchesOf, type Pattern, readReplacement, replaceAll } from './pattern.ts'

/** The code points of a text. */
function points(text: string): string[] {
  return Array.from(text)
}

/** True when every code point is one UTF-16 unit, so that offsets agree. */
function isPlain(text: string): boolean {
  return !/[\ud800-\udfff]/.test(text)
}

function substring(text: string, start: FeelNumber, length: FeelNumber | undefined): FeelValue | undefined {
  const from = toInteger(start)
  const count = length === undefined ? undefined : toInteger(length)
  if (from === null || from === 0 || count === null || (count !== undefined && count < 1)) return undefined
  const units = isPlain(text) ? null : points(text)
  const size = units === null ? text.length : units.length
  const begin = from > 0 ? from - 1 : size + from
  if (begin < 0 || begin > size) return begin < 0 ? undefined : ''
  const end = count === undefined ? size : Math.min(size, begin + count)
  return units === null ? text.slice(begin, end) : units.slice(begin, end).join('')
}

/** The longest text that a function makes, in UTF-16 units. */
const MAX_TEXT = 10_000_000

function joined(list: readonly FeelValue[], delimiter: string): string | undefined {
  if (!list.every(item => item === null || typeof item === 'string')) return undefined
  const texts = list.filter(item => item !== null)
  const length = texts.reduce((sum, text) => sum + text.length + delimiter.length, 0)
  return length > MAX_TEXT ? undefined : texts.join(delimiter)
}

/** Built-in functions on text (DMN 1.5 §10.3.4.3). */
export const stringFunctions: readonly BuiltinFunction[] = [
  builtin(
    'substring',
    overload({ string: 'string', 'start position': 'number', 'length?': 'number' }, ([text, start, length]) =>
      substring(text as string, start as FeelNumber, length as FeelNumber | undefined),
    ),
  ),
  builtin(
    'string length',
    overload({ string: 'string' }, ([text]) =>
      isPlain(text as string) ? (text as string).length : points(text as string).length,
    ),
  ),
  builtin(
    'upper case',
    overload({ string: 'string' }, ([text]) => (text as string).toUpperCase()),
  ),
  builtin(
    'lower case',
    overload({ string: 'string' }, ([text]) => (text as string).toLowerCase()),
  ),
  builtin(
    'substring before',
    overload({ string: 'string', match: 'string' }, ([text, match]) => {
      const at = (text as string).indexOf(match as string)
      return at < 0 ? '' : (text as string).slice(0, at)
    }),
  ),
  builtin(
    'substring after',
    overload({ string: 'string', match: 'string' }, ([text, match]) => {
      const at = (text as string).indexOf(match as string)
      return at < 0 ? '' : (text as string).slice(at + (match as string).length)
    }),
  ),
  builtin(
    'contains',
    overload({ string: 'string', match: 'string' }, ([text, match]) => (text as string).includes(match as string)),
  ),
  builtin(
    'starts with',
    overload({ string: 'string', match: 'string' }, ([text, match]) => (text as string).startsWith(match as string)),
  ),
  builtin(
    'ends with',
    overload({ string: 'string', match: 'string' }, ([text, match]) => (text as string).endsWith(match as string)),
  ),
  builtin(
    'matches',
    overload({ input: 'string', pattern: 'string', 'flags?': 'string?' }, ([input, pattern, flags]) =>
      bounded(() => {
        const compiled = compilePattern(pattern as string, (flags as string | null | undefined) ?? '')
        return compiled === undefined ? undefined : compiled.find(input as string, 0) !== null
      }),
    ),
  ),
  builtin(
    'replace',
    overload(
      { input: 'string', pattern: 'string', replacement: 'string', 'flags?': 'string?' },
      ([input, pattern, by, flags], site) => {
        const compiled = compilePattern(pattern as string, (flags as string | null | undefined) ?? '')
        if (compiled === undefined || compiled.find('', 0) !== null) return undefined
        const pieces = readReplacement(
          by as string,
          compiled.groupCount,
          ((flags as string | null | undefined) ?? '').includes('q'),
        )
        if (pieces === undefined) return undefined
        site.spend((input as string).length)
        return bounded(() => replaceAll(compiled, input as string, pieces))
      },
    ),
  ),
  builtin(
    'split',
    overload({ string: 'string', delimiter: 'string' }, ([text, delimiter], site) => {
      const compiled = compilePattern(delimiter as string, '')
      if (compiled === undefined) return undefined
      site.spend((text as string).length)
      return bounded(() => splitAll(compiled, text as string))
    }),
  ),
  builtin(
    'string join',
    overload({ list: 'list', 'delimiter?': 'string?' }, ([list, delimiter]) =>
      joined(list as readonly FeelValue[], (delimiter as string | null | undefined) ?? ''),
    ),
  ),
]

function splitAll(pattern: Pattern, text: string): string[] {
  const parts: string[] = []
  let from = 0
  for (const found of matchesOf(pattern, text)) {
    if (found.end === found.start) continue
    parts.push(text.slice(from, found.start))
    from = found.end
  }
  parts.push(text.slice(from))
  return parts
}

/** Undefined when a pattern with back-references takes too long. */
function bounded<T>(search: () => T): T | undefined {
  try {
    return search()
  } catch (fault) {
    if (fault instanceof PatternTooSlow || fault instanceof RangeError) return undefined
    throw fault
  }
}
