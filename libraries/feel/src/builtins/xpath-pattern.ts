import { classOf, complement, difference, rangesOf } from './character-ranges.ts'
import { unicodeBlock } from './unicode-blocks.ts'

// XML Schema's pattern language written in RE2's: character classes with subtraction, \i \c, Unicode blocks, and
// white space that the flag "x" takes away.

const NAME_START =
  ':A-Z_a-z\\x{C0}-\\x{D6}\\x{D8}-\\x{F6}\\x{F8}-\\x{2FF}\\x{370}-\\x{37D}\\x{37F}-\\x{1FFF}\\x{200C}-\\x{200D}\\x{2070}-\\x{218F}\\x{2C00}-\\x{2FEF}\\x{3001}-\\x{D7FF}\\x{F900}-\\x{FDCF}\\x{FDF0}-\\x{FFFD}'
const NAME_PART = `${NAME_START}\\-.0-9\\x{B7}\\x{300}-\\x{36F}\\x{203F}-\\x{2040}`

/** The pattern in RE2's notation; null when it has something that no linear engine can run, or a wrong escape. */
export function translatePattern(pattern: string, flags: string): string | null {
  return new PatternReader(flags.includes('x') ? withoutSpace(pattern) : pattern, flags.includes('s')).translate()
}

/** Takes white space away, except inside character classes (XPath `fn:matches`, flag "x"). */
export function withoutSpace(pattern: string): string {
  let result = ''
  let depth = 0
  for (let i = 0; i < pattern.length; i++) {
    const mark = pattern[i] as string
    if (depth === 0 && /\s/.test(mark)) continue
    result += mark
    if (mark === '\\') {
      while (depth === 0 && /\s/.test(pattern[i + 1] ?? '')) i += 1
      i += 1
      result += pattern[i] ?? ''
    } else if (mark === '[') depth += 1
    else if (mark === ']') depth = Math.max(0, depth - 1)
  }
  return result
}

/** The characters of one class that are not in another: RE2 has no subtraction, so the ranges are counted out. */
function subtraction(from: string, without: string): string | null {
  const [all, none] = [rangesOf(from), rangesOf(without)]
  return all === null || none === null ? null : classOf(difference(all, none))
}

/** A set that is a part of a class, its complement as ranges. */
function complementOf(set: string): string | null {
  const ranges = rangesOf(`[${set}]`)
  return ranges === null ? null : classOf(complement(ranges)).slice(1, -1)
}

/** The longest translation of a pattern; classes that are counted out grow. */
const MAX_TRANSLATION = 200_000

/** A set of characters as a test of one character: it has nothing to go back to, so JavaScript's own engine may do it. */
export function nativeClass(set: string, ignoreCase = false): RegExp {
  return new RegExp(`^${set.replace(/\\x\{/g, '\\u{')}$`, ignoreCase ? 'ui' : 'u')
}

/** Reads a pattern piece by piece. */
export class PatternReader {
  private readonly text: string
  private readonly dotAll: boolean
  private at = 0

  constructor(text: string, dotAll: boolean) {
    this.text = text
    this.dotAll = dotAll
  }

  get done(): boolean {
    return this.at >= this.text.length
  }

  sees(mark: string): boolean {
    return this.text.startsWith(mark, this.at)
  }

  take(mark: string): boolean {
    if (!this.sees(mark)) return false
    this.at += mark.length
    return true
  }

  /** The bounds of a quantifier; undefined when none comes next, null when it is wrong. */
  quantifier(): { readonly min: number; readonly max: number } | null | undefined {
    if (this.take('*')) return { min: 0, max: Number.POSITIVE_INFINITY }
    if (this.take('+')) return { min: 1, max: Number.POSITIVE_INFINITY }
    if (this.take('?')) return { min: 0, max: 1 }
    if (!this.sees('{')) return undefined
    const match = /^\{(\d{1,4})(,(\d{1,4})?)?\}/.exec(this.text.slice(this.at, this.at + 16))
    if (match === null) return null
    this.at += match[0].length
    const min = Number(match[1])
    const max = match[2] === undefined ? min : match[3] === undefined ? Number.POSITIVE_INFINITY : Number(match[3])
    return max < min ? null : { min, max }
  }

  /** The number of a back-reference; null when none comes next. */
  reference(): number | null {
    const match = /^\\([1-9])/.exec(this.text.slice(this.at, this.at + 2))
    if (match === null) return null
    this.at += 2
    return Number(match[1])
  }

  /** The next single character, escape or class as a set; null when it is wrong. */
  single(dotAll: boolean): string | null {
    const mark = this.text[this.at] as string
    if (mark === '\\') return this.escape(false)
    if (mark === '[') return this.characterClass()
    const code = this.text.codePointAt(this.at) as number
    this.at += code > 0xffff ? 2 : 1
    if (mark === '.') return dotAll ? '[^]' : '[^\\n\\r]'
    return '*+?{}()|]'.includes(mark) ? null : `\\u{${code.toString(16)}}`
  }

  translate(): string | null {
    let result = ''
    while (this.at < this.text.length) {
      const mark = this.text[this.at] as string
      let piece: string | null
      if (mark === '\\') piece = this.escape(false)
      else if (mark === '[') piece = this.characterClass()
      else {
        this.at += 1
        // Groups that only RE2 knows, such as (?i), are not XPath; (?:…) is.
        if (mark === '(' && this.text[this.at] === '?' && this.text[this.at + 1] !== ':') return null
        piece = mark === '.' && !this.dotAll ? '[^\\n\\r]' : mark
      }
      if (piece === null) return null
      result += piece
      if (result.length > MAX_TRANSLATION) return null
    }
    return result
  }

  private escape(inClass: boolean): string | null {
    const mark = this.text[this.at + 1]
    this.at += 2
    switch (mark) {
      case undefined:
        return null
      case 'i':
        return inClass ? NAME_START : `[${NAME_START}]`
      case 'I':
        return inClass ? complementOf(NAME_START) : `[^${NAME_START}]`
      case 'c':
        return inClass ? NAME_PART : `[${NAME_PART}]`
      case 'C':
        return inClass ? complementOf(NAME_PART) : `[^${NAME_PART}]`
      case 'd':
        return '\\p{Nd}'
      case 'D':
        return '\\P{Nd}'
      case 'w':
        return inClass ? '\\p{L}\\p{M}\\p{N}\\p{S}' : '[^\\p{P}\\p{Z}\\p{C}]'
      case 'W':
        return inClass ? '\\p{P}\\p{Z}\\p{C}' : '[\\p{P}\\p{Z}\\p{C}]'
      case 'p':
      case 'P':
        return this.property(mark, inClass)
    }
    if ('nrt'.includes(mark)) return `\\${mark}`
    if (mark === 's' || mark === 'S')
      return mark === 's' ? (inClass ? ' \\t\\n\\r' : '[ \\t\\n\\r]') : inClass ? '\\S' : '[^ \\t\\n\\r]'
    if ('\\|.?*+(){}[]^$-'.includes(mark)) return `\\${mark}`
    return null
  }

  private property(mark: 'p' | 'P', inClass: boolean): string | null {
    if (this.text[this.at] !== '{') return null
    const end = this.text.indexOf('}', this.at)
    if (end < 0) return null
    const name = this.text.slice(this.at + 1, end)
    this.at = end + 1
    if (!name.startsWith('Is')) return `\\${mark}{${name}}`
    const block = unicodeBlock(name.slice(2))
    if (block === undefined) return null
    if (inClass) return mark === 'p' ? block : complementOf(block)
    return `[${mark === 'P' ? '^' : ''}${block}]`
  }

  private characterClass(): string | null {
    this.at += 1
    let result = '['
    if (this.text[this.at] === '^') {
      result += '^'
      this.at += 1
    }
    for (let first = true; ; first = false) {
      const mark = this.text[this.at]
      if (mark === undefined) return null
      if (mark === ']' && !first) {
        this.at += 1
        return `${result}]`
      }
      if (mark === '-' && this.text[this.at + 1] === '[') {
        this.at += 1
        const without = this.characterClass()
        if (without === null || this.text[this.at] !== ']') return null
        this.at += 1
        return subtraction(`${result}]`, without)
      }
      if (mark === '\\') {
        const piece = this.escape(true)
        if (piece === null) return null
        result += piece
        continue
      }
      this.at += 1
      result += mark === '[' ? '\\[' : mark
    }
  }
}
