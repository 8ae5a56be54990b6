import { handle } from '@tereze/foundation-operations'
import { languages } from '@tereze/operation'
import { type Packages, packages } from '../contract/packages.ts'
import { searchCatalogue } from '../contract/search.ts'
import { textScore, wordsOf } from '../rules/match-words.ts'
import { catalogueEntries } from '../views/entries.ts'

const enough = 0.45
const most = 20

/** Everything a person may call an entry: title, summary and everyday words, in all languages. */
function wordsFor(all: Packages, kind: 'situation' | 'service', id: string): string[][] {
  const pack = all.get(kind, id)
  return languages.flatMap(language =>
    ['title', 'summary', 'search.words']
      .filter(key => pack.messages.has(key, language))
      .map(key => wordsOf(pack.messages.text(key, language))),
  )
}

/** Finds situations and services by everyday words. */
export const searchCatalogueHandler = handle(searchCatalogue, {
  tenant: () => 'platform',
  async run({ words }, context) {
    const all = context.port(packages)
    const question = wordsOf(words)
    const found = catalogueEntries(all)
      .map(entry => ({
        entry,
        score:
          Math.max(0, ...wordsFor(all, entry.kind, entry.id).map(text => textScore(question, text))) +
          (entry.kind === 'situation' ? 0.05 : 0),
      }))
      .filter(({ score }) => score >= enough)
      .sort((a, b) => b.score - a.score)
    return { items: found.slice(0, most).map(({ entry }) => entry) }
  },
})
