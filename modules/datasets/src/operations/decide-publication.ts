import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { decidePublication, publicationDecided, publicationNotFound, publicationOwn } from '../contract/publication.ts'
import { findPublication, updateDecided } from '../store/publications.ts'

/** Decides on a publication that somebody else asked for. */
export const decidePublicationHandler = handle(decidePublication, {
  tenant: input => input.organisation,
  async run({ publication, approved }, { tx, actor, now }) {
    const found = await findPublication(tx, tx.tenant, publication)
    if (found === null) return refuse(publicationNotFound, { pointer: '/publication' })
    if (found.askedBy === actor.id) return refuse(publicationOwn, { pointer: '/publication' })
    const isFirst = await updateDecided(tx, { publication, approved, by: actor.id, now })
    return isFirst ? { publication } : refuse(publicationDecided, { pointer: '/publication' })
  },
})
