import { handle } from '@tereze/foundation-operations'
import { listPublications } from '../contract/index.ts'
import { listPublicationRows } from '../store/publications.ts'
import { publicationCards } from '../views/publication-card.ts'

/** The requests of an organisation. */
export const listPublicationsHandler = handle(listPublications, {
  tenant: input => input.organisation,
  async run({ organisation, draft }, context) {
    const found = await listPublicationRows(context.tx, organisation, draft ?? null)
    return { items: await publicationCards(context, organisation, found) }
  },
})
