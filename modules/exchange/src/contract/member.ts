import { JsonObject, OrganisationId, openScope, operation, Text } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { contractNotFound } from './message.ts'
import { ServiceVersion } from './service-version.ts'

/** A service of a member in one of its versions. */
export const Service = Type.Object({
  contract: ServiceVersion,
  /** Full version of the package (semantic). */
  version: Type.String(),
  title: Text,
  /** `notify` tells the provider a fact, `query` asks for facts, `topic` tells subscribers what happens. */
  kind: Type.Union([Type.Literal('notify'), Type.Literal('query'), Type.Literal('topic')]),
})
/** A service of a member. */
export type Service = Static<typeof Service>

/** A member of the exchange with its systems and services. */
export const Member = Type.Object({
  member: OrganisationId,
  name: Text,
  systems: Type.Array(Type.Object({ system: Type.String(), algorithm: Type.String() })),
  services: Type.Array(Service),
})
/** A member of the exchange. */
export type Member = Static<typeof Member>

/** The members of the exchange. */
export const listMembers = operation({
  name: 'exchange.list-members',
  does: 'Lists the members of the exchange with their systems and the services of each, in every published version.',
  kind: 'query',
  input: Type.Object({}),
  output: Type.Object({ items: Type.Array(Member) }),
  permission: 'exchange.member.read',
  scope: openScope,
})

/** What a service takes and gives. */
export const describeService = operation({
  name: 'exchange.describe-service',
  does: 'Describes a service: the JSON Schemas of its contract and the same as an OpenAPI 3.1 document.',
  kind: 'query',
  input: Type.Object({ contract: ServiceVersion }),
  output: Type.Object({
    contract: ServiceVersion,
    version: Type.String(),
    kind: Type.String(),
    request: JsonObject,
    response: JsonObject,
    openapi: JsonObject,
  }),
  permission: 'exchange.member.read',
  scope: openScope,
  refusals: [contractNotFound],
})
