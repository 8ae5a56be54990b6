import { OrganisationId, operation, refusal, Text } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { ApiScope } from './scope.ts'

/** Id of an application or system, as it names itself in OAuth. */
export const ClientId = Type.String({ pattern: '^[a-z][a-z0-9-]{1,62}$', description: 'Client of the OpenID provider' })

/** A public key of a client: P-256 for ES256, nothing of its private half (RFC 7517). */
export const ClientKey = Type.Object(
  {
    kty: Type.Literal('EC'),
    crv: Type.Literal('P-256'),
    x: Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' }),
    y: Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' }),
    kid: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
  },
  { additionalProperties: false },
)

/**
 * How a client comes to tokens: `code` signs people in with a browser, `refresh` goes on while they are away, `device` signs them in on
 * another device (RFC 8628), `system` comes for itself (RFC 6749 §4.4), `exchange` passes on what it was asked (RFC 8693), `offer` is a
 * wallet that takes offers of credentials (OpenID4VCI 1.0 §3.5).
 */
export const ClientGrant = Type.Union([
  Type.Literal('code'),
  Type.Literal('refresh'),
  Type.Literal('device'),
  Type.Literal('system'),
  Type.Literal('exchange'),
  Type.Literal('offer'),
])

/** An application or system of an organisation, known to the OpenID provider. */
export const Client = Type.Object({
  client: ClientId,
  organisation: OrganisationId,
  name: Text,
  grants: Type.Array(ClientGrant, { minItems: 1, maxItems: 6, uniqueItems: true }),
  /** Where browsers are sent back to: https, or http at the person's own machine. */
  redirectUris: Type.Array(Type.String({ maxLength: 500 }), { maxItems: 20 }),
  /** By which it proves itself (`private_key_jwt`, RFC 7523); none for an application that can keep no key. */
  keys: Type.Array(ClientKey, { maxItems: 5 }),
  /** What it may ask people to let it do; what they let it is theirs to choose. As a system it comes with these. */
  scopes: Type.Array(ApiScope, { maxItems: 30, uniqueItems: true }),
  /** Its roles when it comes as a system. */
  roles: Type.Array(Type.String({ pattern: '^[a-z][a-z-]*$' }), { maxItems: 20 }),
  /** Clients whose tokens it may exchange. */
  exchanges: Type.Array(ClientId, { maxItems: 20 }),
  /** Told when somebody signs out; null: not told. */
  signOutUri: Type.Union([Type.String({ maxLength: 500 }), Type.Null()]),
  /** Has to push its requests (RFC 9126) before it sends a browser. */
  pushed: Type.Boolean(),
  /** Gets tokens that only the holder of its key can use (DPoP, RFC 9449). */
  bound: Type.Boolean(),
})
/** An application or system of an organisation. */
export type Client = Static<typeof Client>

/** There is a client of this id. */
export const clientExists = refusal('identity.client-exists', 'conflict')
/** No such client is registered. */
export const clientNotFound = refusal('identity.client-not-found', 'not-found')
/** An address of the client is neither https nor at the person's own machine. */
export const clientAddressUnsafe = refusal('identity.client-address-unsafe', 'invalid')
/** Signing in with a browser needs an address to come back to, and only it has one. */
export const clientAddressMissing = refusal('identity.client-address-missing', 'invalid')
/** Coming as a system or passing tokens on needs a key. */
export const clientKeyMissing = refusal('identity.client-key-missing', 'invalid')
/** The role is the platform's own and given to nobody. */
export const clientRoleForbidden = refusal('identity.client-role-forbidden', 'invalid')
/** What comes as a system needs a scope: its tokens open nothing without. */
export const clientScopeMissing = refusal('identity.client-scope-missing', 'invalid')
/** Going on while people are away needs a way to sign them in. */
export const clientGrantAlone = refusal('identity.client-grant-alone', 'invalid')

/** Registers a client. */
export const registerClient = operation({
  name: 'identity.register-client',
  does: 'Registers an application or system at the OpenID provider.',
  /** Without `scopes` it may only learn who somebody is. */
  input: Type.Object({ ...Client.properties, scopes: Type.Optional(Client.properties.scopes) }),
  output: Type.Object({ client: ClientId }),
  permission: 'identity.client.register',
  assurance: 'substantial',
  refusals: [
    clientExists,
    clientAddressUnsafe,
    clientAddressMissing,
    clientKeyMissing,
    clientRoleForbidden,
    clientScopeMissing,
    clientGrantAlone,
  ],
})

/** Withdraws a client; everything that it was given is worth nothing from then on. */
export const withdrawClient = operation({
  name: 'identity.withdraw-client',
  does: 'Withdraws an application or system, with all its tokens.',
  input: Type.Object({ client: ClientId }),
  output: Type.Object({ client: ClientId }),
  permission: 'identity.client.register',
  assurance: 'substantial',
  refusals: [clientNotFound],
})

/** Registered clients. */
export const listClients = operation({
  name: 'identity.list-clients',
  does: 'Lists the applications and systems registered at the OpenID provider.',
  kind: 'query',
  input: Type.Object({}),
  output: Type.Object({ items: Type.Array(Client) }),
  permission: 'identity.client.read',
})
