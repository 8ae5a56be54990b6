import { Instant, operation, protocol, refusal, Text } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { signInStale } from './passkey.ts'
import { signInExpired, signInMismatched } from './sign-in.ts'
import { wayChanged } from './way-changed.ts'

/** Id of an outside provider, as this place calls it. */
export const ProviderId = Type.String({ pattern: '^[a-z][a-z0-9-]{1,62}$', description: 'Outside OpenID provider' })

/** An OpenID provider of others, at which people may sign in. */
export const OutsideProvider = Type.Object({
  provider: ProviderId,
  name: Text,
  /** Its issuer, https. */
  issuer: Type.String({ maxLength: 500 }),
  /** The id that this place has there. It proves itself by its key (`private_key_jwt`), published at `/oidc/jwks`. */
  client: Type.String({ minLength: 1, maxLength: 200 }),
  /** What its levels (`acr`) are worth here; any other is low. */
  levels: Type.Record(
    Type.String({ maxLength: 200 }),
    Type.Union([Type.Literal('low'), Type.Literal('substantial'), Type.Literal('high')]),
  ),
})
/** An OpenID provider of others. */
export type OutsideProvider = Static<typeof OutsideProvider>

/** There is a provider of this id. */
export const providerExists = refusal('identity.provider-exists', 'conflict')
/** No such provider is registered. */
export const providerNotFound = refusal('identity.provider-not-found', 'not-found')
/** The issuer is no https address. */
export const providerAddressUnsafe = refusal('identity.provider-address-unsafe', 'invalid')
/** The outside provider does not answer, or not as one. */
export const providerUnreachable = refusal('identity.provider-unreachable', 'unavailable')
/** Nobody connected this outside account with one here. */
export const outsideUnlinked = refusal('identity.outside-unlinked', 'forbidden')
/** The outside account is connected with somebody else's here, or another outside account with this one. */
export const outsideTaken = refusal('identity.outside-taken', 'conflict')
/** The account has no such connection. */
export const linkNotFound = refusal('identity.link-not-found', 'not-found')

/** Registers an outside provider. */
export const registerProvider = operation({
  name: 'identity.register-provider',
  does: 'Registers an OpenID provider of others, at which people may sign in.',
  input: OutsideProvider,
  output: Type.Object({ provider: ProviderId }),
  permission: 'identity.client.register',
  assurance: 'substantial',
  refusals: [providerExists, providerAddressUnsafe],
})

/** Withdraws an outside provider; nobody signs in there any more. */
export const withdrawProvider = operation({
  name: 'identity.withdraw-provider',
  does: 'Withdraws an OpenID provider of others, with all connections to it.',
  input: Type.Object({ provider: ProviderId }),
  output: Type.Object({ provider: ProviderId }),
  permission: 'identity.client.register',
  assurance: 'substantial',
  refusals: [providerNotFound],
})

/** Registered outside providers. */
export const listProviders = operation({
  name: 'identity.list-providers',
  does: 'Lists the OpenID providers of others at which people may sign in.',
  kind: 'query',
  input: Type.Object({}),
  output: Type.Object({ items: Type.Array(OutsideProvider) }),
  permission: 'identity.client.read',
})

/** Outside providers, with the connections of the own account. */
export const listLinks = operation({
  name: 'identity.list-links',
  does: 'Lists outside providers, and which of them the own account is connected with.',
  kind: 'query',
  input: Type.Object({}),
  output: Type.Object({
    items: Type.Array(Type.Object({ provider: ProviderId, name: Text, linkedAt: Type.Union([Instant, Type.Null()]) })),
  }),
  permission: 'identity.way.read',
})

/** Removes a connection of the own account. */
export const removeLink = operation({
  name: 'identity.remove-link',
  does: 'Removes the connection of the own account with one at an outside provider.',
  input: Type.Object({ provider: ProviderId }),
  output: Type.Object({ provider: ProviderId }),
  permission: 'identity.way.change',
  assurance: 'substantial',
  refusals: [signInStale, linkNotFound],
  emits: [wayChanged],
})

/** `POST /sign-in/interaction/:uid/outside` */
export const leaveForProvider = protocol({
  name: 'identity.leave-for-provider',
  does: 'Sends the browser to an outside provider to sign in there.',
  method: 'POST',
  path: '/sign-in/interaction/:uid/outside',
  permission: 'identity.session.begin',
  limit: 4096,
  refusals: [signInExpired, providerNotFound, providerUnreachable],
})

/** `GET /sign-in/outside/callback` */
export const returnFromProvider = protocol({
  name: 'identity.return-from-provider',
  does: 'Takes the answer of an outside provider: signs in, or connects the accounts.',
  method: 'GET',
  path: '/sign-in/outside/callback',
  permission: 'identity.session.begin',
  refusals: [signInExpired, signInMismatched, signInStale, outsideUnlinked, outsideTaken],
})
