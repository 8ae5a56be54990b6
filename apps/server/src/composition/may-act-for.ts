import { listOwnPowers } from '@tereze/access/contract'
import type { Runner } from '@tereze/foundation-operations'
import { isRefused, type PersonActor } from '@tereze/operation'

/** Whether a person may act for somebody today: what they are asked themselves when they choose for whom they act. */
export function createMayActFor(runner: () => Runner): (person: string, principal: string) => Promise<boolean> {
  return async (person, principal) => {
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
    return !isRefused(own) && own.principals.some(one => one.principal === principal)
  }
}
