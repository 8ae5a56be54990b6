import { RE2JS } from 're2js'
import { backReferencePattern } from './back-reference.ts'
import { translatePattern, withoutSpace } from './xpath-pattern.ts'

/** A match: offsets in UTF-16 units, and the text of a group, empty when it took no part. */
export interface Found {
  readonly start: number
  readonly end: number
  readonly group: (number: number) => string
}

/** A pattern ready to search with. */
export interface Pattern {
  readonly groupCount: number
  /** The first match at or after an offset. */
  readonly find: (text: string, from: number) => Found | null
}

const cache = new Map<string, Pattern | null>()
const MAX_CACHED = 500
const MAX_PATTERN = 10_000
/** The longest text that replacing makes, in UTF-16 units. */
const MAX_TEXT = 10_000_000

/**
 * A compiled pattern of XML Schema / XPath 2.0 regular expressions (DMN 1.5 §10.3.4.3), on an engine of linear time.
 * Back-references, which no such engine has, are matched a bounded number of steps. Undefined when the pattern or a flag is
 * wrong.
 */
export function compilePattern(pattern: string, flags: string): Pattern | undefined {
  const key = `${flags}/${pattern}`
  const known = cache.get(key)
  if (known !== undefined) return known ?? undefined
  const compiled = build(pattern, flags)
  if (cache.size >= MAX_CACHED) cache.clear()
  cache.set(key, compiled)
  return compiled ?? undefined
}

const BACK_REFERENCE = /(?:^|[^\\])(?:\\\\)*\\[1-9]/

function build(pattern: string, flags: string): Pattern | null {
  if (!/^[smixq]*$/.test(flags) || pattern.length > MAX_PATTERN) return null
  if (!flags.includes('q') && BACK_REFERENCE.test(pattern))
    return backReferencePattern(flags.includes('x') ? withoutSpace(pattern) : pattern, flags)
  let mask = 0
  if (flags.includes('s')) mask |= RE2JS.DOTALL
  if (flags.includes('m')) mask |= RE2JS.MULTILINE
  if (flags.includes('i')) mask |= RE2JS.CASE_INSENSITIVE
  const text = flags.includes('q') ? RE2JS.quote(pattern) : translatePattern(pattern, flags)
  if (text === null) return null
  try {
    return linearPattern(RE2JS.compile(text, mask))
  } catch {
    return null
  }
}

function linearPattern(compiled: RE2JS): Pattern {
  return {
    groupCount: compiled.groupCount(),
    find: (text, from) => {
      const matcher = compiled.matcher(text)
      if (!matcher.find(from)) return null
      return { start: matcher.start(), end: matcher.end(), group: number => matcher.group(number) ?? '' }
    },
  }
}

/** All matches, none inside another. */
export function* matchesOf(pattern: Pattern, text: string): Generator<Found> {
  for (let from = 0; from <= text.length; ) {
    const found = pattern.find(text, from)
    if (found === null) return
    yield found
    from = found.end > found.start ? found.end : found.end + 1
  }
}

/** A piece of a replacement: text, or the number of a group. */
export type Replacement = readonly (string | number)[]

/**
 * Reads a replacement text: `$N` is the group N, of which as many digits are taken as there are groups; `\$` and `\\` are
 * the characters. Undefined when a `$` or `\\` stands alone (XPath `fn:replace`, error FORX0004).
 */
export function readReplacement(text: string, groups: number, literal: boolean): Replacement | undefined {
  if (literal) return [text]
  const pieces: (string | number)[] = []
  for (let i = 0; i < text.length; i++) {
    const mark = text[i] as string
    if (mark === '\\') {
      const next = text[i + 1]
      if (next !== '\\' && next !== '$') return undefined
      pieces.push(next)
      i += 1
    } else if (mark === '$') {
      let digits = /^\d+/.exec(text.slice(i + 1))?.[0] ?? ''
      if (digits === '') return undefined
      while (digits.length > 1 && Number(digits) > groups) digits = digits.slice(0, -1)
      if (Number(digits) <= groups) pieces.push(Number(digits))
      i += digits.length
    } else pieces.push(mark)
  }
  return pieces
}

/** Replaces every match. */
export function replaceAll(pattern: Pattern, text: string, by: Replacement): string {
  let result = ''
  let from = 0
  for (const found of matchesOf(pattern, text)) {
    result += text.slice(from, found.start)
    for (const piece of by) result += typeof piece === 'string' ? piece : found.group(piece)
    if (result.length > MAX_TEXT) throw new RangeError('The text grows too long.')
    from = found.end
  }
  return result + text.slice(from)
}
