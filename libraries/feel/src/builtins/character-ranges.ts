/** Sets of characters as ranges of code points, first and last, in order and apart from each other. */
export type Ranges = readonly (readonly [number, number])[]

const LAST = 0x10ffff
const FIRST_SURROGATE = 0xd800
const LAST_SURROGATE = 0xdfff

function united(ranges: Ranges): Ranges {
  const sorted = ranges.toSorted((a, b) => a[0] - b[0])
  const result: [number, number][] = []
  for (const [first, last] of sorted) {
    const before = result.at(-1)
    if (before !== undefined && first <= before[1] + 1) before[1] = Math.max(before[1], last)
    else result.push([first, last])
  }
  return result
}

/** All characters that are not in the set. */
export function complement(ranges: Ranges): Ranges {
  const result: [number, number][] = []
  let next = 0
  for (const [first, last] of ranges) {
    if (first > next) result.push([next, first - 1])
    next = last + 1
  }
  if (next <= LAST) result.push([next, LAST])
  return result
}

/** The characters of the first set that are not in the second. */
export function difference(from: Ranges, without: Ranges): Ranges {
  const allowed = complement(without)
  const result: [number, number][] = []
  for (let i = 0, j = 0; i < from.length && j < allowed.length; ) {
    const [a, b] = from[i] as [number, number]
    const [c, d] = allowed[j] as [number, number]
    if (Math.max(a, c) <= Math.min(b, d)) result.push([Math.max(a, c), Math.min(b, d)])
    if (b < d) i += 1
    else j += 1
  }
  return result
}

/** The set as a class, surrogates left out, which are no characters. */
export function classOf(ranges: Ranges): string {
  const parts = difference(ranges, [[FIRST_SURROGATE, LAST_SURROGATE]]).map(
    ([first, last]) => `\\x{${first.toString(16)}}-\\x{${last.toString(16)}}`,
  )
  return parts.length === 0 ? `[^\\x{0}-\\x{${LAST.toString(16)}}]` : `[${parts.join('')}]`
}

const PIECE = /\\x\{([\da-fA-F]+)\}|\\([pP])\{([^}]+)\}|\\S|\\([nrt])|\\([^a-zA-Z\d])|([^\\\]])/suy

/** Reads a class in the notation that patterns are translated to (`[a-z\\x{400}-\\x{4FF}\\p{L}]`); null when it has something else. */
export function rangesOf(set: string): Ranges | null {
  const negated = set.startsWith('[^')
  const end = set.length - 1
  const found: (readonly [number, number])[] = []
  let at = negated ? 2 : 1
  while (at < end) {
    const piece = pieceAt(set, at)
    if (piece === null) return null
    at = piece.end
    const code = piece.code
    if (code === null || set[at] !== '-' || at + 1 >= end) {
      for (const range of piece.ranges) found.push(range)
      continue
    }
    const other = pieceAt(set, at + 1)
    if (other === null || other.code === null || other.code < code) return null
    found.push([code, other.code])
    at = other.end
  }
  const ranges = united(found)
  return negated ? complement(ranges) : ranges
}

interface Piece {
  readonly end: number
  /** A single character; null for a set of them. */
  readonly code: number | null
  readonly ranges: Ranges
}

function pieceAt(set: string, at: number): Piece | null {
  PIECE.lastIndex = at
  const match = PIECE.exec(set)
  if (match === null) return null
  const end = at + match[0].length
  const [whole, hex, property, name, control, escaped, plain] = match
  if (property !== undefined && name !== undefined) {
    const ranges = categoryRanges(name)
    return ranges === null ? null : { end, code: null, ranges: property === 'p' ? ranges : complement(ranges) }
  }
  if (whole === '\\S') return { end, code: null, ranges: complement(SPACES) }
  const text = control === undefined ? (escaped ?? plain ?? '') : CONTROLS[control]
  const code = hex === undefined ? text?.codePointAt(0) : Number.parseInt(hex, 16)
  return code === undefined || code > LAST ? null : { end, code, ranges: [[code, code]] }
}

const CONTROLS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' }
const SPACES: Ranges = [
  [9, 10],
  [13, 13],
  [32, 32],
]

const categories = new Map<string, Ranges | null>()
let characters: string | undefined

/** The characters of a general category of Unicode (`L`, `Lu`), as this runtime knows it. */
function categoryRanges(name: string): Ranges | null {
  if (!/^[A-Z][a-z]?$/.test(name)) return null
  let ranges = categories.get(name)
  if (ranges === undefined) {
    ranges = scanned(name)
    categories.set(name, ranges)
  }
  return ranges
}

function scanned(name: string): Ranges | null {
  let pattern: RegExp
  try {
    pattern = new RegExp(`\\p{${name}}+`, 'gu')
  } catch {
    return null
  }
  characters ??= everyCharacter()
  const found: (readonly [number, number])[] = []
  for (const match of characters.matchAll(pattern)) {
    const run = match[0]
    const first = run.codePointAt(0) as number
    const low = run.charCodeAt(run.length - 1)
    found.push([first, low >= 0xdc00 && low <= LAST_SURROGATE ? (run.codePointAt(run.length - 2) as number) : low])
  }
  // A run may pass over the surrogates, which stand in no text.
  return difference(united(found), [[FIRST_SURROGATE, LAST_SURROGATE]])
}

function everyCharacter(): string {
  const pieces: string[] = []
  for (let start = 0; start <= LAST; start += 0x800) {
    if (start >= FIRST_SURROGATE && start <= LAST_SURROGATE) continue
    pieces.push(String.fromCodePoint(...Array.from({ length: 0x800 }, (_, i) => start + i)))
  }
  return pieces.join('')
}
