import { toInteger } from '../values/arithmetic.ts'
import type { FeelNumber } from '../values/decimal.ts'
import type { CallSite } from '../values/function.ts'
import { MAX_TEXT } from '../values/meter.ts'
import type { FeelValue } from '../values/value.ts'
import { type BuiltinFunction, builtin, overload, Refusal } from './define.ts'
import { compilePattern, matchesOf, type Pattern, readReplacement, replaceAll } from './pattern.ts'

/** How many code points a text has. */
function lengthOf(text: string): number {
  return text.length - surrogatePairs(text)
}

function surrogatePairs(text: string): number {
  if (!/[\ud800-\udbff]/.test(text)) return 0
  let pairs = 0
  for (let i = 0; i < text.length - 1; i++) if (isPair(text, i)) pairs += 1
  return pairs
}

function isPair(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00
}

/** The offset of the code point so many after the one at an offset; the end of the text when there are fewer. */
function offsetAfter(text: string, from: number, points: number): number {
  let at = from
  for (let left = points; left > 0 && at < text.length; left--) at += isPair(text, at) ? 2 : 1
  return Math.min(at, text.length)
}

function substring(text: string, start: FeelNumber, length: FeelNumber | undefined): FeelValue | undefined {
  const from = toInteger(start)
  const count = length === undefined ? undefined : toInteger(length)
  if (from === null || from === 0 || count === null || (count !== undefined && count < 1)) return undefined
  const pairs = surrogatePairs(text)
  const size = text.length - pairs
  const begin = from > 0 ? from - 1 : size + from
  if (begin < 0 || begin > size) return begin < 0 ? undefined : ''
  const rest = count === undefined ? size - begin : Math.min(size - begin, count)
  if (pairs === 0) return text.slice(begin, begin + rest)
  const offset = offsetAfter(text, 0, begin)
  return text.slice(offset, offsetAfter(text, offset, rest))
}

function joined(list: readonly FeelValue[], delimiter: string): string | undefined {
  if (!list.every(item => item === null || typeof item === 'string')) return undefined
  const texts = list.filter(item => item !== null)
  const length = texts.reduce((sum, text) => sum + text.length + delimiter.length, 0)
  if (length > MAX_TEXT) throw new Refusal('feel.text-too-long', { longest: MAX_TEXT })
  return texts.join(delimiter)
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
    overload({ string: 'string' }, ([text]) => lengthOf(text as string)),
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
    overload({ string: 'string', match: 'string' }, ([text, match], site) => {
      const at = placeOf(text as string, match as string, site)
      return at < 0 ? '' : (text as string).slice(0, at)
    }),
  ),
  builtin(
    'substring after',
    overload({ string: 'string', match: 'string' }, ([text, match], site) => {
      const at = placeOf(text as string, match as string, site)
      return at < 0 ? '' : (text as string).slice(at + (match as string).length)
    }),
  ),
  builtin(
    'contains',
    overload(
      { string: 'string', match: 'string' },
      ([text, match], site) => placeOf(text as string, match as string, site) >= 0,
    ),
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
    overload({ input: 'string', pattern: 'string', 'flags?': 'string?' }, ([input, pattern, flags], site) => {
      const compiled = compilePattern(pattern as string, (flags as string | null | undefined) ?? '', site)
      return compiled === undefined ? undefined : compiled.finder(input as string, site)(0) !== null
    }),
  ),
  builtin(
    'replace',
    overload(
      { input: 'string', pattern: 'string', replacement: 'string', 'flags?': 'string?' },
      ([input, pattern, by, flags], site) => {
        const compiled = compilePattern(pattern as string, (flags as string | null | undefined) ?? '', site)
        if (compiled === undefined || compiled.finder('', site)(0) !== null) return undefined
        const pieces = readReplacement(
          by as string,
          compiled.groupCount,
          ((flags as string | null | undefined) ?? '').includes('q'),
        )
        return pieces === undefined ? undefined : replaceAll(compiled, input as string, pieces, site)
      },
    ),
  ),
  builtin(
    'split',
    overload({ string: 'string', delimiter: 'string' }, ([text, delimiter], site) => {
      const compiled = compilePattern(delimiter as string, '', site)
      return compiled === undefined ? undefined : splitAll(compiled, text as string, site)
    }),
  ),
  builtin(
    'string join',
    overload({ list: 'list', 'delimiter?': 'string?' }, ([list, delimiter]) =>
      joined(list as readonly FeelValue[], (delimiter as string | null | undefined) ?? ''),
    ),
  ),
]

function splitAll(pattern: Pattern, text: string, site: CallSite): string[] {
  const parts: string[] = []
  let from = 0
  for (const found of matchesOf(pattern, text, site)) {
    if (found.end === found.start) continue
    parts.push(text.slice(from, found.start))
    from = found.end
  }
  parts.push(text.slice(from))
  return parts
}

/** Where a text begins in another; a long text that almost stands everywhere takes its length for every place. */
function placeOf(text: string, match: string, site: CallSite): number {
  site.spend((text.length * Math.min(match.length, LOOK_BACK)) >> 9)
  return text.indexOf(match)
}

/** How far the search of the runtime looks back at most. */
const LOOK_BACK = 256
