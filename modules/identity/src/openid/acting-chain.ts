import type { JWTPayload } from 'jose'

/** Who acts, with who acted before inside (RFC 8693 §4.1). */
export interface Acting {
  readonly sub: string
  readonly act?: Acting
}

/** Ids of persons, which no client has. */
const isPerson = (id: string) => id.startsWith('person_')

/** Everybody in the `act` of a token, the first first. */
function chainOf(payload: JWTPayload): string[] {
  const chain: string[] = []
  for (let act = payload.act as Acting | undefined; act !== undefined; act = act.act) chain.unshift(String(act.sub))
  return chain
}

/** Clients of a token, outermost first: the one that the person used, then each that passed the question on. */
export function clientsOf(payload: JWTPayload): string[] {
  const clients = chainOf(payload).filter(id => !isPerson(id))
  return clients.length === 0 ? [String(payload.client_id)] : clients
}

/** The person who acts by a token and for whom: `sub` is whose affairs it is about, and the first in `act` is a person who acts for them. */
export function actingBy(payload: JWTPayload): { account: string; onBehalfOf: string | null } {
  const { sub = '' } = payload
  const [first] = chainOf(payload)
  return first !== undefined && isPerson(first)
    ? { account: first, onBehalfOf: sub }
    : { account: sub, onBehalfOf: null }
}
