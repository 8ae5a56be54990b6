import { event, Instant, LocalDate, OrganisationId, operation, refusal, Text } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { contractNotFound } from './message.ts'

/** `provider.name@major`: a service of a member in one of its versions. */
export const ServiceVersion = Type.String({ pattern: '^[a-z][a-z0-9-]*\\.[a-z][a-z0-9-]*@[0-9]+$' })
/** An act and its clause, `act:<id>/<clause>`. */
export const Ground = Type.String({ pattern: '^act:[a-z][a-z0-9]*(-[a-z0-9]+)*/[0-9A-Za-z.]+$', maxLength: 200 })
const SystemId = Type.String({ pattern: '^[a-z][a-z0-9-]{0,62}$' })
const Purpose = Type.String({ pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$', maxLength: 100 })

/** One access: which member may use which service, for what, on what ground, until when. */
export const Access = Type.Object({
  access: Type.String(),
  contract: ServiceVersion,
  provider: OrganisationId,
  consumer: OrganisationId,
  /** Systems of the consumer that may; null: all of them. */
  systems: Type.Union([Type.Array(SystemId), Type.Null()]),
  purpose: Type.String(),
  /** The purpose in the words of the jurisdiction; absent where it has none. */
  purposeTitle: Type.Optional(Text),
  ground: Type.String(),
  /** First day; null: from the beginning. */
  from: Type.Union([LocalDate, Type.Null()]),
  /** Last day. */
  until: LocalDate,
  /** Where it comes from: the contract's own package, or an official of the provider. */
  by: Type.Union([Type.Literal('contract'), Type.Literal('official')]),
  /** Who gave it and when; null where the contract did. */
  given: Type.Union([Type.Object({ by: Type.String(), at: Instant }), Type.Null()]),
  /** Who took it back, when and why; null: nobody. */
  revoked: Type.Union([Type.Object({ by: Type.String(), at: Instant, reason: Type.String() }), Type.Null()]),
})
/** One access. */
export type Access = Static<typeof Access>

/** The provider has no such access. */
export const accessNotFound = refusal('exchange.access-not-found', 'not-found')
/** The access was taken back before. */
export const accessRevokedBefore = refusal('exchange.access-revoked-before', 'conflict')
/** The last day lies before the first, or in the past. */
export const accessTermWrong = refusal('exchange.access-term-wrong', 'invalid')
/** There is no such member, or it has no such system. */
export const memberNotFound = refusal('exchange.member-not-found', 'not-found')

/** A member was given access to a service. */
export const accessGranted = event({
  type: 'exchange.access-granted',
  does: 'A provider gave a member access to a service.',
  data: Type.Object({ access: Type.String(), contract: Type.String(), consumer: OrganisationId }),
})
/** An access was taken back. */
export const accessRevoked = event({
  type: 'exchange.access-revoked',
  does: 'A provider took back a member’s access to a service.',
  data: Type.Object({ access: Type.String(), contract: Type.String(), consumer: OrganisationId }),
})

/** Who may use the services of an organisation. */
export const listAccess = operation({
  name: 'exchange.list-access',
  does: 'Lists who may use the services of an organisation: for what, on what ground, until when, taken back ones too.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, contract: Type.Optional(ServiceVersion) }),
  output: Type.Object({ items: Type.Array(Access) }),
  permission: 'exchange.access.read',
})

/** Gives a member access to a service. */
export const grantAccess = operation({
  name: 'exchange.grant-access',
  does: 'Gives a member access to a service of the organisation for a purpose, on a legal ground and for a term.',
  input: Type.Object({
    organisation: OrganisationId,
    contract: ServiceVersion,
    consumer: OrganisationId,
    systems: Type.Optional(Type.Array(SystemId, { minItems: 1, maxItems: 50, uniqueItems: true })),
    purpose: Purpose,
    ground: Ground,
    from: Type.Optional(LocalDate),
    until: LocalDate,
  }),
  output: Type.Object({ access: Type.String() }),
  permission: 'exchange.access.grant',
  refusals: [contractNotFound, memberNotFound, accessTermWrong],
  emits: [accessGranted],
})

/** Takes an access back. */
export const revokeAccess = operation({
  name: 'exchange.revoke-access',
  does: 'Takes back a member’s access to a service, at once and with the reason.',
  input: Type.Object({
    organisation: OrganisationId,
    access: Type.String({ maxLength: 100 }),
    reason: Type.String({ minLength: 3, maxLength: 500 }),
  }),
  output: Type.Object({ access: Type.String() }),
  permission: 'exchange.access.grant',
  refusals: [accessNotFound, accessRevokedBefore],
  emits: [accessRevoked],
})
