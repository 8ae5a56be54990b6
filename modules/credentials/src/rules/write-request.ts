import type { Text } from '@tereze/operation'
import type { JWK } from 'jose'
import { addresses } from '../addresses.ts'
import type { PresentationKind } from './presentation-kinds.ts'

/** Name under which the one credential of a question is asked and answered. */
export const queryId = 'shown'

/** What a question is made of. */
export interface RequestParts {
  readonly kind: PresentationKind
  readonly organisation: { readonly id: string; readonly name: Text }
  readonly origin: string
  readonly clientId: string
  readonly state: string
  readonly nonce: string
  /** Public key to which the answer is encrypted. */
  readonly responseKey: JWK
  readonly now: Date
  readonly expiresAt: Date
}

/** The query of a kind: one credential of one type with these claims and no others (DCQL, OpenID4VP 1.0, 6). */
export function writeQuery(kind: PresentationKind, origin: string): Record<string, unknown> {
  return {
    credentials: [
      {
        id: queryId,
        format: 'dc+sd-jwt',
        meta: { vct_values: [addresses.type(origin, kind.type.organisation, kind.type.id)] },
        claims: kind.claims.map(path => ({ path })),
      },
    ],
  }
}

/** The request object of a question (OpenID4VP 1.0, 5; RFC 9101). */
export function writeRequest(parts: RequestParts): Record<string, unknown> {
  const { kind, organisation, origin, now, expiresAt } = parts
  const seconds = (moment: Date) => Math.floor(moment.getTime() / 1000)
  const formats = { 'sd-jwt_alg_values': ['ES256'], 'kb-jwt_alg_values': ['ES256'] }
  return {
    response_type: 'vp_token',
    response_mode: 'direct_post.jwt',
    client_id: parts.clientId,
    response_uri: addresses.answer(origin, organisation.id, parts.state),
    nonce: parts.nonce,
    aud: 'https://self-issued.me/v2',
    iat: seconds(now),
    exp: seconds(expiresAt),
    dcql_query: writeQuery(kind, origin),
    client_metadata: {
      client_name: organisation.name.en,
      'client_name#ru': organisation.name.ru,
      'client_name#kk': organisation.name.kk,
      jwks: { keys: [{ ...parts.responseKey, use: 'enc', alg: 'ECDH-ES' }] },
      encrypted_response_enc_values_supported: ['A128GCM', 'A256GCM'],
      vp_formats_supported: { 'dc+sd-jwt': formats },
    },
  }
}
