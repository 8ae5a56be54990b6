import { emptyWords, foldWord, isEnding, rootOf } from './endings.ts'

/** Words of a text as they are compared: folded, without punctuation. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.map(foldWord) ?? []
  )
}

/** The words of a question that say what is looked for; "we had a baby" asks for a baby. */
export function questionOf(text: string): string[] {
  return wordsOf(text).filter(word => !emptyWords.has(word))
}

/** Least number of single-letter changes between two words, up to a limit (Damerau–Levenshtein, adjacent swaps count one). */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1)
      row.push(best)
    }
    before = last
    last = row
  }
  return last[b.length] ?? limit + 1
}

function sharedBeginning(a: string, b: string): number {
  let length = 0
  while (length < a.length && a[length] === b[length]) length++
  return length
}

/** Whether two words differ in their endings only; a root of three letters bears short endings only. */
function sameRoot(a: string, b: string): boolean {
  for (let root = sharedBeginning(a, b); root >= 3; root--) {
    const [one, other] = [a.slice(root), b.slice(root)]
    if (root === 3 && Math.max(one.length, other.length) > 3) return false
    if (isEnding(one) && isEnding(other)) return true
  }
  return false
}

/** Whether the asked word is what somebody typed so far: four letters at least, and half of the known word. */
function isBegun(asked: string, known: string): boolean {
  return asked.length >= 4 && asked.length * 2 >= known.length && known.startsWith(asked)
}

/** Typing errors that a word of a length may have. */
function errorsIn(length: number): number {
  return length >= 8 ? 2 : length >= 5 ? 1 : 0
}

/** Typing errors between two words; infinite when they are too many, or the very first letter of a short word differs. */
function errors(asked: string, known: string): number {
  const limit = errorsIn(asked.length)
  if (limit === 0 || known.length < 4 || (limit === 1 && asked[0] !== known[0])) return Number.POSITIVE_INFINITY
  const far = distance(asked, known, limit)
  return far <= limit ? far : Number.POSITIVE_INFINITY
}

/** How well one asked word meets a known one, both folded: 1 same, less for another ending, a beginning, a typing error; 0 not at all. */
export function wordScore(asked: string, known: string): number {
  if (asked === known) return 1
  if (sameRoot(asked, known)) return 0.9
  if (isBegun(asked, known)) return 0.8
  const far = Math.min(errors(asked, known), errors(rootOf(asked), rootOf(known)))
  return Number.isFinite(far) ? 0.8 - far * 0.1 : 0
}

/** A word of an entry with what it weighs, from 0 to 1. */
export interface KnownWord {
  readonly word: string
  readonly weight: number
}

/** How well each word of a question meets an entry, from 0 to 1. */
export function scoresOf(question: readonly string[], known: readonly KnownWord[]): number[] {
  return question.map(asked => Math.max(0, ...known.map(({ word, weight }) => wordScore(asked, word) * weight)))
}

/** The mean of scores, each with its weight; 0 of nothing. */
export function meanOf(scores: readonly number[], weights: readonly number[]): number {
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  return whole === 0 ? 0 : scores.reduce((sum, score, at) => sum + score * (weights[at] ?? 0), 0) / whole
}
