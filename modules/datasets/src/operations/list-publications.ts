import { handle } from '@tereze/foundation-operations'
import { listPublications } from '../contract/publication.ts'
import { listNewestPublications } from '../store/publications.ts'
import { listSchedules } from '../store/schedules.ts'

/** Lists publications out of turn, and what could not be made. */
export const listPublicationsHandler = handle(listPublications, {
  tenant: input => input.organisation,
  async run({ organisation }, { tx }) {
    const failed = (await listSchedules(tx)).flatMap(({ tenant, dataset, failure, lookedAt }) =>
      tenant === organisation && failure !== null ? [{ dataset, failure, lookedAt }] : [],
    )
    return { items: await listNewestPublications(tx, organisation), failed }
  },
})
