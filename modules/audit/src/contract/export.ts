import { JsonObject, OrganisationId, operation, protocol, refusal } from '@tereze/operation'
import { Type } from 'typebox'

/** What is asked for cannot be exported so: the format is none, or the place is no number. */
export const exportUnfit = refusal('audit.export-unfit', 'invalid')

/** Sealed lines of a log in their order. */
export const listSealedLines = operation({
  name: 'audit.list-sealed-lines',
  does: 'Lists the sealed lines of an organisation’s audit log from a place on, in their order; persons stand in them under their names of the log.',
  kind: 'query',
  input: Type.Object({
    organisation: OrganisationId,
    /** Place of the first line wanted; 0 is the beginning. */
    since: Type.Integer({ minimum: 0 }),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
  }),
  output: Type.Object({
    items: Type.Array(Type.Object({ index: Type.Integer({ minimum: 0 }), line: JsonObject })),
    /** Where to go on; equal to `size` when nothing is left now. */
    next: Type.Integer({ minimum: 0 }),
    /** How many lines of the log are sealed. */
    size: Type.Integer({ minimum: 0 }),
  }),
  permission: 'audit.line.export',
})

/** The audit log as lines for a SIEM. */
export const exportLines = protocol({
  name: 'audit.export-lines',
  does: 'Gives the sealed lines of an organisation’s audit log from a place on for a SIEM, as CEF or as ECS (NDJSON); `Tereze-Next` says where to go on.',
  kind: 'stream',
  method: 'GET',
  path: '/audit/:organisation/export',
  permission: 'audit.line.export',
  refusals: [exportUnfit],
  audited: true,
})
