import { spellingKey } from '@tereze/record-matching'
import { kindWords } from './kind-words.ts'

/** A word that is asked for. */
export interface AskedWord {
  /** In small Latin letters and digits. */
  readonly word: string
  /** Whether it may be the beginning of a longer one. */
  readonly mayGoOn: boolean
  /** Whether it may be misspelt: a word of letters, long enough for that. */
  readonly mayDiffer: boolean
}

const isNumber = (word: string) => /^\d/.test(word)
const isLetter = (word: string) => /^[a-z]$/.test(word)

/** A house is 7а, 7 а or 7-а: one word. A letter before a number is a kind of part: 5 к 2. */
function withoutGaps(words: readonly string[]): string[] {
  const joined: string[] = []
  for (const [place, word] of words.entries()) {
    const last = joined.at(-1)
    const isPart = last !== undefined && /^\d+$/.test(last) && isLetter(word)
    if (isPart && place === words.length - 1) joined[joined.length - 1] = last + word
    else joined.push(word)
  }
  return joined
}

/** Words of a text in their order. What commas divide stays apart. */
function wordsOf(text: string): string[] {
  return text
    .slice(0, 500)
    .split(/[,;\n]/)
    .flatMap(part => {
      const apart = part.replaceAll(/(?<=\d)[/\\-]+(?=\d)/g, ' ').replaceAll(/(?<=\p{L})(?=\d)/gu, ' ')
      return withoutGaps(
        spellingKey(apart.replaceAll(/(?<=\d)-(?=\p{L})/gu, ''))
          .split(' ')
          .filter(word => word !== ''),
      )
    })
}

/** What is kept of texts to be found by: each word once, with a blank before and after it. */
export function soughtWords(texts: readonly string[]): string {
  const words = new Set(texts.flatMap(wordsOf))
  return words.size === 0 ? '' : ` ${[...words].join(' ')} `
}

/**
 * The words that one who types asks for. The last one may go on, and so may every word of letters; numbers before it are whole.
 * Words of kinds are left out unless there is nothing else. At most eight count.
 */
export function askedWords(typed: string): AskedWord[] {
  const all = wordsOf(typed)
  const named = all.filter(word => !kindWords.has(word))
  const isDone = /[\s,]$/.test(typed)
  return (named.length > 0 ? named : all).slice(0, 8).map((word, place, words) => ({
    word,
    mayGoOn: !isNumber(word) || (place === words.length - 1 && !isDone),
    mayDiffer: !isNumber(word) && word.length >= 4,
  }))
}
