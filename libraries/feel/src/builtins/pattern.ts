import { RE2JS } from 're2js'
import type { CallSite } from '../values/function.ts'
import { MAX_TEXT, type Meter } from '../values/meter.ts'
import { backReferencePattern } from './back-reference.ts'
import { Refusal } from './define.ts'
import { writtenOut } from './pattern-size.ts'
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
  /** Searches a text: what it gives finds the first match at or after an offset, and spends on every character it looks at. */
  readonly finder: (text: string, meter: Meter) => (from: number) => Found | null
}

interface Cached {
  readonly pattern: Pattern | null
  /** Steps for making it. */
  readonly cost: number
}

const cache = new Map<string, Cached>()
const MAX_CACHED = 500
const MAX_PATTERN = 10_000
/** The most instructions of a pattern, its repeats written out. */
const MAX_INSTRUCTIONS = 20_000

/**
 * A compiled pattern of XML Schema / XPath 2.0 regular expressions (DMN 1.5 §10.3.4.3), on an engine of linear time.
 * Back-references, which no such engine has, are matched a bounded number of steps. Making it is spent once. Undefined when the pattern or a flag is
 * wrong.
 */
export function compilePattern(pattern: string, flags: string, site: CallSite): Pattern | undefined {
  const key = `${flags}/${pattern}`
  const known = cache.get(key)
  if (known !== undefined) {
    site.spendOnPattern(key, known.cost)
    return known.pattern ?? undefined
  }
  const size = instructions(pattern, flags)
  if (pattern.length > MAX_PATTERN || size > MAX_INSTRUCTIONS) return undefined
  const cost = 500 + 10 * (pattern.length + size)
  site.spendOnPattern(key, cost)
  const compiled = build(pattern, flags)
  if (cache.size >= MAX_CACHED) cache.clear()
  cache.set(key, { pattern: compiled, cost })
  return compiled ?? undefined
}

function instructions(pattern: string, flags: string): number {
  return flags.includes('q') ? pattern.length : writtenOut(pattern)
}

function hasBackReference(pattern: string): boolean {
  for (let i = 0; i < pattern.length - 1; i++) {
    if (pattern[i] !== '\\') continue
    i += 1
    if (/[1-9]/.test(pattern[i] as string)) return true
  }
  return false
}

function build(pattern: string, flags: string): Pattern | null {
  if (!/^[smixq]*$/.test(flags)) return null
  if (!flags.includes('q') && hasBackReference(pattern))
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
  const each = 2 + (compiled.programSize() >> 3)
  return {
    groupCount: compiled.groupCount(),
    finder: (text, meter) => {
      const matcher = compiled.matcher(new MeteredText(text, meter, each) as unknown as string)
      return from => {
        meter.spend(SEARCH)
        if (!matcher.find(from)) return null
        return { start: matcher.start(), end: matcher.end(), group: number => String(matcher.group(number) ?? '') }
      }
    },
  }
}

/** Steps for beginning a search. */
const SEARCH = 10

/** A text that counts how often the engine looks at it: what one search reads, another may read again. */
class MeteredText extends String {
  private readonly meter: Meter
  private readonly each: number

  constructor(text: string, meter: Meter, each: number) {
    super(text)
    this.meter = meter
    this.each = each
  }

  override charCodeAt(index: number): number {
    this.meter.spend(this.each)
    return super.charCodeAt(index)
  }

  override indexOf(text: string, from = 0): number {
    const at = super.indexOf(text, from)
    this.meter.spend(1 + (((at < 0 ? this.length : at) - from) >> 4))
    return at
  }
}

/** All matches, none inside another. */
export function* matchesOf(pattern: Pattern, text: string, meter: Meter): Generator<Found> {
  const find = pattern.finder(text, meter)
  for (let from = 0; from <= text.length; ) {
    const found = find(from)
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
  let plain = 0
  for (let i = 0; i < text.length; i++) {
    const mark = text[i] as string
    if (mark !== '\\' && mark !== '$') continue
    if (i > plain) pieces.push(text.slice(plain, i))
    if (mark === '\\') {
      const next = text[i + 1]
      if (next !== '\\' && next !== '$') return undefined
      pieces.push(next)
      i += 1
    } else {
      let digits = /^\d+/.exec(text.slice(i + 1, i + 1 + MAX_DIGITS))?.[0] ?? ''
      if (digits === '') return undefined
      while (digits.length > 1 && Number(digits) > groups) digits = digits.slice(0, -1)
      if (Number(digits) <= groups) pieces.push(Number(digits))
      i += digits.length
    }
    plain = i + 1
  }
  if (plain < text.length) pieces.push(text.slice(plain))
  return pieces
}

/** A pattern has not as many groups as more digits would count. */
const MAX_DIGITS = 6

/**
 * Replaces every match.
 * @throws Refusal when the text grows too long
 */
export function replaceAll(pattern: Pattern, text: string, by: Replacement, meter: Meter): string {
  let result = ''
  let from = 0
  for (const found of matchesOf(pattern, text, meter)) {
    meter.spend(by.length)
    result += text.slice(from, found.start)
    for (const piece of by) result += typeof piece === 'string' ? piece : found.group(piece)
    if (result.length > MAX_TEXT) throw new Refusal('feel.text-too-long', { longest: MAX_TEXT })
    from = found.end
  }
  return result + text.slice(from)
}
