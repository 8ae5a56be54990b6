import { Instant, operation, PageInput, PersonId, page, refusal } from '@tereze/operation'
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
  /** Whether the platform looked for the person's own session, for their name on their page. A sign-in is not: it may have been somebody else. */
  own: Type.Optional(Type.Boolean()),
})
/** One access to somebody's data. */
export type AccessLine = Static<typeof AccessLine>

/** A person asked who looked at somebody else's data. */
export const personOther = refusal('audit.person-other', 'forbidden')

/** Who looked at a person's data, newest first. */
export const listAccesses = operation({
  name: 'audit.list-accesses',
  does: 'Lists who looked at a person’s data, why and with which outcome, newest first.',
  kind: 'query',
  input: Type.Object({
    person: PersonId,
    /** Lines of the person's own session are left out only when this is false. */
    includeOwn: Type.Optional(Type.Boolean()),
    ...PageInput.properties,
  }),
  output: page(AccessLine),
  permission: 'audit.access.read',
  refusals: [personOther],
})
