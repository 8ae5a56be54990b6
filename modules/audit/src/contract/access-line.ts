import { Instant, LocalDate, OrganisationId, operation, PageInput, PartyId, page, refusal } from '@tereze/operation'
import { type Static, Type } from 'typebox'

/** One access to somebody's data, as the person it concerns may see it. */
export const AccessLine = Type.Object({
  line: Type.String(),
  time: Instant,
  /** Kind of actor: person, official, system. */
  by: Type.Union([Type.Literal('person'), Type.Literal('official'), Type.Literal('system'), Type.Literal('anonymous')]),
  /** Id of who looked; an official is named by role and organisation, never hidden. */
  actor: Type.String(),
  roles: Type.Array(Type.String()),
  organisation: Type.String(),
  operation: Type.String(),
  purpose: Type.String(),
  ground: Type.Union([Type.String(), Type.Null()]),
  outcome: Type.String(),
  /** What was looked at, as the operation told it: `register:…`, `contract:…`, `case:…`, `purpose:…`, `ground:…`, names of fields. */
  fields: Type.Optional(Type.Array(Type.String())),
  /** For whom the person who looked acted; absent: for themselves. `fields` say by what (`acting-by:…`). */
  onBehalfOf: Type.Optional(Type.String()),
  /** The applications by which somebody came, outermost first; absent where they came themselves. */
  applications: Type.Optional(Type.Array(Type.String())),
  /** Whether the platform looked for the person's own session, for their name on their page. A sign-in is not: it may have been somebody else. */
  own: Type.Optional(Type.Boolean()),
  /** The organisation in whose log the line stands; another than `organisation` when that one asked over the exchange. */
  log: Type.Optional(OrganisationId),
})
/** One access to somebody's data. */
export type AccessLine = Static<typeof AccessLine>

/** A person asked who looked at somebody else's data. */
export const personOther = refusal('audit.person-other', 'forbidden')

/** Which looks are wanted; what is not said does not narrow. */
export const AccessFilter = {
  /** The organisation that looked, or the member of the exchange that asked. */
  who: Type.Optional(Type.String({ maxLength: 100 })),
  purpose: Type.Optional(Type.String({ maxLength: 100 })),
  ground: Type.Optional(Type.String({ maxLength: 200 })),
  /** What was looked at, as a line names it: `register:…` or `contract:…`. */
  fact: Type.Optional(Type.String({ pattern: '^(register|contract):', maxLength: 200 })),
  /** First and last day, in the time zone given. */
  from: Type.Optional(LocalDate),
  until: Type.Optional(LocalDate),
}

/** Who looked at a person's data, newest first. */
export const listAccesses = operation({
  name: 'audit.list-accesses',
  does: 'Lists who looked at a person’s data, why and with which outcome, newest first.',
  kind: 'query',
  input: Type.Object({
    person: PartyId,
    /** Lines of the person's own session are left out only when this is false. */
    includeOwn: Type.Optional(Type.Boolean()),
    ...AccessFilter,
    /** IANA time zone of the days; UTC when not said. */
    zone: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9_+/-]{1,60}$' })),
    ...PageInput.properties,
  }),
  output: page(AccessLine),
  permission: 'audit.access.read',
  scope: 'access.read',
  refusals: [personOther],
})

/** What a person's access log can be narrowed by. */
export const listAccessKinds = operation({
  name: 'audit.list-access-kinds',
  does: 'Lists who looked at a person’s data, for which purposes, on which grounds and at what: each value once.',
  kind: 'query',
  input: Type.Object({ person: PartyId }),
  output: Type.Object({
    who: Type.Array(Type.String()),
    purposes: Type.Array(Type.String()),
    grounds: Type.Array(Type.String()),
    facts: Type.Array(Type.String()),
  }),
  permission: 'audit.access.read',
  scope: 'access.read',
  refusals: [personOther],
})
