import { Instant, OrganisationId, openScope, operation, refusal, Text, TypedId } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { accessNotGranted } from './access.ts'
import { RecordId, RegisterId, RegisterRecord, recordNotFound, registerNotFound } from './record.ts'

/** Id of a link to one record. */
export const LinkId = TypedId('link')

/** The time of a link lies in the past or further ahead than links live. */
export const linkTermWrong = refusal('registers.link-term-wrong', 'invalid')
/** There is no such link, or it has ended: revoked, over its time, or with another secret. Which of them is not told. */
export const linkClosed = refusal('registers.link-closed', 'gone')

/** A link to one record, as the register's keepers see it: never its secret. */
export const RecordLink = Type.Object({
  link: LinkId,
  register: RegisterId,
  record: RecordId,
  /** Fields it shows; null: all that may be handed out. */
  fields: Type.Union([Type.Array(Type.String()), Type.Null()]),
  purpose: Type.String(),
  madeBy: Type.String(),
  madeAt: Instant,
  until: Instant,
  state: Type.Union([Type.Literal('open'), Type.Literal('ended'), Type.Literal('revoked')]),
  openings: Type.Array(Type.Object({ by: Type.String(), at: Instant })),
})
/** A link to one record. */
export type RecordLink = Static<typeof RecordLink>

/** Makes a link to one record. */
export const createLink = operation({
  name: 'registers.create-link',
  does: 'Makes a link to one record for a purpose and a time; its secret is told once.',
  input: Type.Object({
    organisation: OrganisationId,
    register: RegisterId,
    record: RecordId,
    /** Only these fields and what is below them; all that may be handed out when absent. */
    fields: Type.Optional(Type.Array(Type.String({ pattern: '^(/[^/]+)+$' }), { minItems: 1, maxItems: 100 })),
    purpose: Type.String({ minLength: 1, maxLength: 300 }),
    until: Instant,
  }),
  output: Type.Object({ link: LinkId, secret: Type.String() }),
  permission: 'registers.link.make',
  refusals: [registerNotFound, recordNotFound, accessNotGranted, linkTermWrong],
})

/** Ends a link before its time. */
export const revokeLink = operation({
  name: 'registers.revoke-link',
  does: 'Ends a link to a record before its time.',
  input: Type.Object({ organisation: OrganisationId, link: LinkId }),
  output: Type.Object({ link: LinkId }),
  permission: 'registers.link.make',
  refusals: [accessNotGranted, linkClosed],
})

/** Lists the links to a record with every opening. */
export const listLinks = operation({
  name: 'registers.list-links',
  does: 'Lists the links to a record: purpose, time, and every opening.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, register: RegisterId, record: RecordId }),
  output: Type.Object({ items: Type.Array(RecordLink) }),
  permission: 'registers.link.make',
  refusals: [registerNotFound, recordNotFound, accessNotGranted],
})

/** Opens a link: whoever holds the secret sees the record. A command, for every opening is written down. */
export const openLink = operation({
  name: 'registers.open-link',
  does: 'Shows the record of a link to whoever holds its secret; every opening is written down.',
  input: Type.Object({
    organisation: OrganisationId,
    link: LinkId,
    secret: Type.String({ minLength: 1, maxLength: 100 }),
  }),
  output: Type.Object({
    purpose: Type.String(),
    until: Instant,
    record: RegisterRecord,
    /** Title of the register. */
    title: Text,
    /** The record for a reader, line by line: what a field is called, and its value, a choice of a list as its words. */
    lines: Type.Array(Type.Object({ pointer: Type.String(), label: Text, value: Type.Unknown() })),
  }),
  permission: 'registers.link.open',
  scope: openScope,
  refusals: [linkClosed],
})
