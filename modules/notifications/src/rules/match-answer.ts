/** A message that asked for an answer by SMS. */
export interface Ask {
  readonly organisation: string
  readonly person: string
  readonly message: string
  readonly case: string
  readonly task: string
  readonly field: string | null
  /** The word before the answer, in any language. */
  readonly keywords: readonly string[]
}

/** An answer and what it answers. */
export interface Answered {
  readonly ask: Ask
  /** What follows the keyword. */
  readonly value: string
}

/** What is wrong with an SMS that is no answer. */
export type Wrong = 'keyword' | 'empty' | 'long'

const longest = 100

/** What an SMS that answers nothing lacks, by the newest ask: its word, what follows the word, or a reasonable length. */
export function findWrong(text: string, asks: readonly Ask[]): { ask: Ask; wrong: Wrong } | null {
  const [ask] = asks
  if (ask === undefined) return null
  const [first = ''] = text.trim().normalize('NFC').split(/\s+/u)
  const named = asks.find(({ keywords }) => keywords.some(known => bare(known.normalize('NFC')) === bare(first)))
  if (text.length > longest) return { ask: named ?? ask, wrong: 'long' }
  return named === undefined ? { ask, wrong: 'keyword' } : { ask: named, wrong: 'empty' }
}

/** Letters only, so that case, quotes and stops around the keyword do not matter. */
const bare = (word: string) => word.toLocaleUpperCase('und').replace(/[^\p{L}\p{N}]/gu, '')

/** The newest ask whose keyword begins the text; null when none does or nothing follows it. `asks` are newest first. */
export function matchAnswer(text: string, asks: readonly Ask[]): Answered | null {
  const match = /^\s*(\S+)\s+([\s\S]*\S)\s*$/u.exec(text.normalize('NFC'))
  if (match === null || text.length > longest) return null
  const keyword = bare(match[1] ?? '')
  const value = (match[2] ?? '').replace(/^[«"“'„]+|[»"”'.!]+$/gu, '').trim()
  if (keyword === '' || value === '') return null
  const ask = asks.find(({ keywords }) => keywords.some(known => bare(known.normalize('NFC')) === keyword))
  return ask === undefined ? null : { ask, value }
}
