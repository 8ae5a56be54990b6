import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { conceptNotFound, getConcept } from '../contract/meaning.ts'
import { packages } from '../contract/packages.ts'
import { conceptsOf } from '../rules/concepts-of.ts'
import { conceptCard } from '../views/concept-card.ts'

/** One concept with its owner, sources, consumers and lineage. */
export const getConceptHandler = handle(getConcept, {
  tenant: () => 'platform',
  async run({ concept }, context) {
    const all = context.port(packages)
    const found = conceptsOf(all).get(concept)
    return found === undefined ? refuse(conceptNotFound, { pointer: '/concept' }) : conceptCard(all, found)
  },
})
