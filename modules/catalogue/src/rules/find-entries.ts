import { languages } from '@tereze/operation'
import type { Packages } from '../contract/packages.ts'
import type { CatalogueEntry } from '../contract/search.ts'
import { emptyWords } from './endings.ts'
import { type KnownWord, meanOf, questionOf, scoresOf, wordsOf } from './match-words.ts'
import { readingsOf } from './readings-of.ts'

const enough = 0.45
const preferSituation = 0.05

/** What each text of an entry weighs: its title, the everyday words people search with, its summary. */
const weights = { title: 1, 'search.words': 1, summary: 0.7 }

/** Everything a person may call an entry, in all languages. */
function wordsFor(packages: Packages, { kind, id }: CatalogueEntry): KnownWord[] {
  const { messages } = packages.get(kind, id)
  return languages.flatMap(language =>
    Object.entries(weights)
      .filter(([key]) => messages.has(key, language))
      .flatMap(([key, weight]) =>
        wordsOf(messages.text(key, language))
          .filter(word => !emptyWords.has(word))
          .map(word => ({ word, weight })),
      ),
  )
}

/** An entry with every word it is called by. */
interface KnownEntry {
  readonly entry: CatalogueEntry
  readonly known: readonly KnownWord[]
}

/** The entries that words of one reading mean, the likeliest first. */
function findByReading(entries: readonly KnownEntry[], reading: string): CatalogueEntry[] {
  const question = questionOf(reading)
  const scored = entries.map(({ entry, known }) => ({ entry, scores: scoresOf(question, known) }))
  const even = question.map(() => 1)
  const rare = question.map(
    (_, at) => 1 / (1 + Math.log(Math.max(1, scored.filter(({ scores }) => scores[at]).length))),
  )
  return scored
    .filter(({ scores }) => meanOf(scores, even) >= enough)
    .map(({ entry, scores }) => ({
      entry,
      rank: meanOf(scores, rare) + (entry.kind === 'situation' ? preferSituation : 0),
    }))
    .sort((a, b) => b.rank - a.rank)
    .map(({ entry }) => entry)
}

/**
 * The entries that a person may mean by their words, in any of the three languages, the likeliest first; situations
 * before their services. What fewer entries know says more: of "doctor for my baby" the doctor decides. What finds nothing as it stands
 * is read as typed in Latin letters, or with the other keyboard on.
 */
export function findEntries(packages: Packages, entries: readonly CatalogueEntry[], words: string): CatalogueEntry[] {
  const known = entries.map(entry => ({ entry, known: wordsFor(packages, entry) }))
  for (const reading of readingsOf(words)) {
    const found = findByReading(known, reading)
    if (found.length > 0) return found
  }
  return []
}
