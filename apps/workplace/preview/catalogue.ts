import { getConcept, searchData } from '@tereze/catalogue/contract'
import type { InputOf, Operation, OutputOf } from '@tereze/operation'
import { openedContent } from '../../../modules/catalogue/src/demo-content.fixture.ts'
import { conceptsOf } from '../../../modules/catalogue/src/rules/concepts-of.ts'
import { findData } from '../../../modules/catalogue/src/rules/find-data.ts'
import { conceptCard } from '../../../modules/catalogue/src/views/concept-card.ts'
import { dataEntries } from '../../../modules/catalogue/src/views/data-entries.ts'
import { No } from '../../../tools/web/no.ts'

type Handle = <O extends Operation>(
  definition: O,
  run: (input: InputOf<O>) => OutputOf<O>,
) => { readonly definition: Operation; run(input: never): unknown }

/** The data catalogue of the content as it lies in the repository. */
export function sampleCatalogue(handler: Handle) {
  const content = openedContent()
  const entries = dataEntries(content)
  return [
    handler(searchData, ({ words, kind }) => ({
      items: findData(kind === undefined ? entries : entries.filter(entry => entry.kind === kind), words),
    })),
    handler(getConcept, ({ concept }) => {
      const found = conceptsOf(content).get(concept)
      if (found === undefined) throw new No('catalogue.concept-not-found', 404, 'The catalogue has no such concept')
      return conceptCard(content, found)
    }),
  ]
}
