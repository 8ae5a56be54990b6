import { RE2JS } from 're2js'
import { translatePattern } from './xpath-pattern.ts'

const cache = new Map<string, RE2JS | null>()
const MAX_CACHED = 500
const MAX_PATTERN = 10_000

/**
 * A compiled pattern of XML Schema / XPath 2.0 regular expressions (DMN 1.5 §10.3.4.3), on an engine of linear time.
 * Undefined when the pattern or a flag is wrong, or the pattern needs back-references, which no linear engine has.
 */
export function compilePattern(pattern: string, flags: string): RE2JS | undefined {
  const key = `${flags}/${pattern}`
  const known = cache.get(key)
  if (known !== undefined) return known ?? undefined
  const compiled = build(pattern, flags)
  if (cache.size >= MAX_CACHED) cache.clear()
  cache.set(key, compiled)
  return compiled ?? undefined
}

function build(pattern: string, flags: string): RE2JS | null {
  if (!/^[smixq]*$/.test(flags) || pattern.length > MAX_PATTERN) return null
  let mask = 0
  if (flags.includes('s')) mask |= RE2JS.DOTALL
  if (flags.includes('m')) mask |= RE2JS.MULTILINE
  if (flags.includes('i')) mask |= RE2JS.CASE_INSENSITIVE
  const text = flags.includes('q') ? RE2JS.quote(pattern) : translatePattern(pattern, flags)
  if (text === null) return null
  try {
    return RE2JS.compile(text, mask)
  } catch {
    return null
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
export function replaceAll(pattern: RE2JS, text: string, by: Replacement): string {
  const matcher = pattern.matcher(text)
  let result = ''
  let from = 0
  while (matcher.find()) {
    result += text.slice(from, matcher.start())
    for (const piece of by) result += typeof piece === 'string' ? piece : (matcher.group(piece) ?? '')
    from = matcher.end()
  }
  return result + text.slice(from)
}
