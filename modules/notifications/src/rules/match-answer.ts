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

/** Letters only, so that case, quotes and stops around the keyword do not matter. */
const bare = (word: string) => word.toLocaleUpperCase('und').replace(/[^\p{L}\p{N}]/gu, '')

/** The newest ask whose keyword begins the text; null when none does or nothing follows it. `asks` are newest first. */
export function matchAnswer(text: string, asks: readonly Ask[]): Answered | null {
  const match = /^\s*(\S+)\s+([\s\S]*\S)\s*$/u.exec(text.normalize('NFC'))
  if (match === null) return null
  const keyword = bare(match[1] ?? '')
  const value = (match[2] ?? '').replace(/^[«"“'„]+|[»"”'.!]+$/gu, '').trim()
  if (keyword === '' || value === '') return null
  const ask = asks.find(({ keywords }) => keywords.some(known => bare(known.normalize('NFC')) === keyword))
  return ask === undefined ? null : { ask, value }
}
