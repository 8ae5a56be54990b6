import type { ProtocolContext } from '@tereze/foundation-operations'
import type { ProtocolRequest } from '@tereze/operation'
import { addresses, typeOfScope } from './addresses.ts'
import { tokenReader } from './ports/token-reader.ts'

/** What a wallet may have by its token. */
export interface Allowed {
  readonly person: string
  readonly client: string
  readonly types: readonly string[]
  readonly within: readonly string[] | null
}

/** What the token of a request lets a wallet have of an issuer; null when it is no token of a person for this issuer. */
export async function allowedBy(
  { headers, params }: ProtocolRequest,
  context: ProtocolContext,
): Promise<Allowed | null> {
  const [, token] = /^(?:Bearer|DPoP) +(\S+)$/i.exec(headers.authorization ?? '') ?? []
  if (token === undefined || context.actor.kind !== 'person') return null
  const issuer = addresses.issuer(context.origin, params.organisation ?? '')
  const read = await context.port(tokenReader).read(token, issuer)
  if (read === null || read.account !== context.actor.id) return null
  const types = read.scopes.flatMap(scope => typeOfScope(scope) ?? [])
  return { person: read.account, client: read.client, types, within: read.documents }
}
