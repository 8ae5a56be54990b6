import { OrganisationId, openScope, operation, protocol, refusal } from '@tereze/operation'
import { Type } from 'typebox'

/** The organisation gives no credentials, or has no such list. */
export const issuerUnknown = refusal('credentials.issuer-unknown', 'not-found')

/** Metadata of an issuer. */
export const showIssuer = protocol({
  name: 'credentials.show-issuer',
  does: 'Says which credentials an organisation gives, with words in all languages (OpenID4VCI 1.0, 12.2).',
  method: 'GET',
  path: '/.well-known/openid-credential-issuer/credentials/:organisation',
  permission: 'credentials.issuer.read',
  scope: openScope,
  refusals: [issuerUnknown],
})

/** Keys of an issuer. */
export const showIssuerKeys = protocol({
  name: 'credentials.show-issuer-keys',
  does: 'Gives the keys by which anyone checks an organisation’s credentials (SD-JWT VC, JWT VC issuer metadata).',
  method: 'GET',
  path: '/.well-known/jwt-vc-issuer/credentials/:organisation',
  permission: 'credentials.issuer.read',
  scope: openScope,
  refusals: [issuerUnknown],
})

/** Metadata of a type. */
export const showType = protocol({
  name: 'credentials.show-type',
  does: 'Says what a type of credential is and what its claims are called (SD-JWT VC, type metadata).',
  method: 'GET',
  path: '/credentials/:organisation/types/:type',
  permission: 'credentials.issuer.read',
  scope: openScope,
  refusals: [issuerUnknown],
})

/** Signs a status list. */
export const signStatusList = operation({
  name: 'credentials.sign-status-list',
  does: 'Gives the signed list that says which credentials are revoked, made anew when something changed.',
  input: Type.Object({ organisation: OrganisationId, list: Type.Integer({ minimum: 1, maximum: 1_000_000 }) }),
  output: Type.Object({ token: Type.String() }),
  permission: 'credentials.issuer.read',
  scope: openScope,
  refusals: [issuerUnknown],
})

/** A status list. */
export const showStatusList = protocol({
  name: 'credentials.show-status-list',
  does: 'Gives a signed status list (Token Status List, 8).',
  method: 'GET',
  path: '/credentials/:organisation/status/:list',
  permission: 'credentials.issuer.read',
  scope: openScope,
  refusals: [issuerUnknown],
})
