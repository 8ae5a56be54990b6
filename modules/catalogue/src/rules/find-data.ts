import { languages } from '@tereze/operation'
import type { DataEntry } from '../contract/meaning.ts'
import { meanOf, questionOf, scoresOf, wordsOf } from './match-words.ts'

const enough = 0.45

/** What an entry may be called: its title and id, less surely what it is said to be. */
function wordsFor({ id, title, summary }: DataEntry) {
  const weigh = (text: string, weight: number) => wordsOf(text).map(word => ({ word, weight }))
  return [
    ...weigh(id, 1),
    ...languages.flatMap(language => weigh(title[language], 1)),
    ...languages.flatMap(language => weigh(summary?.[language] ?? '', 0.7)),
  ]
}

/** The entries that somebody may mean by their words, the likeliest first; all in their order when no word says what is meant. */
export function findData(entries: readonly DataEntry[], words: string): DataEntry[] {
  const question = questionOf(words)
  if (question.length === 0) return [...entries]
  const even = question.map(() => 1)
  return entries
    .map(entry => ({ entry, rank: meanOf(scoresOf(question, wordsFor(entry)), even) }))
    .filter(({ rank }) => rank >= enough)
    .sort((a, b) => b.rank - a.rank)
    .map(({ entry }) => entry)
}
