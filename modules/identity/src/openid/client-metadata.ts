import type { Client } from '../contract/index.ts'
import { isLoopback } from '../rules/decide-client.ts'
import type { OpenIdClient } from './client.ts'

/** What the provider keeps of a client besides the standard's metadata: its names in all languages, whose tokens it may exchange, and what it may be let do. */
export const ownMetadata = ['names', 'exchanges', 'opens'] as const

/** Grant type by which a service passes on what it was asked in somebody's name (RFC 8693 §2.1). */
export const tokenExchangeGrant = 'urn:ietf:params:oauth:grant-type:token-exchange'

/** Grant type by which a wallet takes an offer (OpenID4VCI 1.0, 6.1). */
export const offeredGrant = 'urn:ietf:params:oauth:grant-type:pre-authorized_code'

const grantTypes = {
  code: 'authorization_code',
  refresh: 'refresh_token',
  device: 'urn:ietf:params:oauth:grant-type:device_code',
  system: 'client_credentials',
  exchange: tokenExchangeGrant,
  offer: offeredGrant,
} as const

/** A registered client as the provider knows it (OpenID Connect Dynamic Client Registration 1.0 §2). */
export function clientMetadata(client: Client): Record<string, unknown> {
  return {
    client_id: client.client,
    client_name: client.name.en,
    names: client.name,
    exchanges: client.exchanges,
    opens: client.scopes,
    application_type: client.redirectUris.some(isLoopback) ? 'native' : 'web',
    ...(client.keys.length === 0
      ? { token_endpoint_auth_method: 'none' }
      : {
          token_endpoint_auth_method: 'private_key_jwt',
          token_endpoint_auth_signing_alg: 'ES256',
          jwks: { keys: client.keys.map(key => ({ ...key, use: 'sig', alg: 'ES256' })) },
        }),
    redirect_uris: client.redirectUris,
    response_types: client.redirectUris.length > 0 ? ['code'] : [],
    grant_types: client.grants.map(grant => grantTypes[grant]),
    id_token_signed_response_alg: 'ES256',
    require_pushed_authorization_requests: client.pushed,
    dpop_bound_access_tokens: client.bound,
    ...(client.signOutUri === null
      ? {}
      : { backchannel_logout_uri: client.signOutUri, backchannel_logout_session_required: true }),
  }
}

/** The one client of all wallets that do not name themselves: it can take offers and nothing else. */
export function walletMetadata(id: string): Record<string, unknown> {
  return {
    client_id: id,
    token_endpoint_auth_method: 'none',
    redirect_uris: [],
    response_types: [],
    grant_types: [offeredGrant],
    id_token_signed_response_alg: 'ES256',
  }
}

/** A client of the composition as the provider knows it. */
export function ownClientMetadata(client: OpenIdClient): Record<string, unknown> {
  return {
    client_id: client.id,
    client_name: client.name,
    ...(client.secret === null
      ? { token_endpoint_auth_method: 'none' }
      : { client_secret: client.secret, token_endpoint_auth_method: 'client_secret_basic' }),
    opens: client.scopes ?? [],
    redirect_uris: client.redirectUris,
    response_types: ['code'],
    grant_types: client.firstParty ? ['authorization_code'] : ['authorization_code', 'refresh_token'],
    id_token_signed_response_alg: 'ES256',
  }
}
