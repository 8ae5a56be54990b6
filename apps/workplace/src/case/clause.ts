import type { Words } from '../words/words.ts'

/** A clause as one says it: of `act:family-benefits/7.2` the paragraph; a bare `7.2` is one already. */
export function paragraphOf(clause: string): string {
  return /^act:[^/]+\/(.+)$/.exec(clause)?.[1] ?? clause
}

/** “Clause 7.2” in the language. */
export function clauseWords(clause: string, words: Words): string {
  return words.say('case.clause', { clause: paragraphOf(clause) })
}
