import type { Reader } from '@tereze/foundation-database'
import type { Authenticator, Clock } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { visitHeader, visitOver } from '../contract/visit.ts'
import { findVisit } from '../store/visits.ts'
import { isOver } from './own-visit.ts'

/**
 * An authenticator that also heeds in which visit an official asks (`tereze-visit`): they act for the visitor then, as far as the access
 * policy lets them. A visit that is over, or another’s, is refused: nothing is done in one’s office instead.
 */
export function inVisit(
  authenticator: Authenticator,
  { reader, clock }: { readonly reader: Reader; readonly clock: Pick<Clock, 'now'> },
): Authenticator {
  return {
    async authenticate(credentials) {
      const actor = await authenticator.authenticate(credentials)
      const id = credentials.headers[visitHeader]
      if (id === undefined || isRefused(actor) || actor.kind !== 'official') return actor
      const visit = await findVisit(reader, actor.organisation, id)
      if (visit === null || visit.official !== actor.id || isOver(visit, clock.now())) return refuse(visitOver)
      return { ...actor, visit: visit.id, onBehalfOf: visit.person }
    },
  }
}
