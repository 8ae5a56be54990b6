import type { AskedWord } from './words.ts'

/** Slips between two words: letters left out, added, mistaken, or two that changed places; counted up to `most` + 1. */
function slipsBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1
  let before: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, place) => place)
  for (let i = 1; i <= one.length; i++) {
    const row = [i]
    for (let j = 1; j <= other.length; j++) {
      const isSame = one[i - 1] === other[j - 1]
      const swapped = one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1] ? (before[j - 2] ?? i + j) + 1 : i + j
      row.push(Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1), swapped))
    }
    before = last
    last = row
  }
  return Math.min(last[other.length] ?? 0, most + 1)
}

const mostSlips = (word: string) => (word.length < 4 ? 0 : word.length < 7 ? 1 : 2)

/** Slips between what is asked for and a kept word, or its beginning where the asked one may go on. */
function slipsIn(asked: AskedWord, kept: string, most: number): number {
  const beginnings = asked.mayGoOn ? [-1, 0, 1].map(more => kept.slice(0, asked.word.length + more)) : [kept]
  return Math.min(...beginnings.map(beginning => slipsBetween(asked.word, beginning, most)))
}

/**
 * How many slips lie between what one asks for and what is kept (`soughtWords`); null where it cannot be meant: a word of four to
 * six letters may have one slip, a longer one two, shorter ones and numbers none.
 */
export function slipsFrom(asked: readonly AskedWord[], sought: string): number | null {
  const kept = sought.trim().split(' ')
  let all = 0
  for (const word of asked) {
    const isThere = kept.some(one => (word.mayGoOn ? one.startsWith(word.word) : one === word.word))
    if (isThere) continue
    const most = word.mayDiffer ? mostSlips(word.word) : 0
    const least = most === 0 ? 1 : Math.min(...kept.map(one => slipsIn(word, one, most)))
    if (least > most) return null
    all += least
  }
  return all
}
