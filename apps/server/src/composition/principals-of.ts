import { listOwnPowers } from '@tereze/access/contract'
import type { Runner } from '@tereze/foundation-operations'
import { isRefused, type PersonActor } from '@tereze/operation'

/** For whom a person may act today: what they are shown themselves when they choose. */
export function createPrincipalsOf(runner: () => Runner): (person: string) => Promise<readonly string[]> {
  return async person => {
    const actor: PersonActor = {
      kind: 'person',
      id: person,
      session: 'token-exchange',
      assurance: 'low',
      onBehalfOf: null,
      language: 'en',
      clients: [],
    }
    const own = await runner().call(listOwnPowers, {}, actor)
    return isRefused(own) ? [] : own.principals.map(({ principal }) => principal)
  }
}
