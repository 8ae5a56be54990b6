import { event, Instant, OrganisationId, operation, refusal, TypedId } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { accessNotGranted, columnNotGranted } from './access.ts'
import {
  Criterion,
  columnNotFound,
  criterionInvalid,
  RecordId,
  RegisterId,
  recordNotFound,
  registerNotFound,
} from './record.ts'

/** Id of a watch. */
export const WatchId = TypedId('watch')

/** What happened to a record that is watched. */
export const WatchedEvent = Type.Union([
  Type.Literal('registered'),
  Type.Literal('changed'),
  Type.Literal('merged'),
  Type.Literal('destroyed'),
])
/** What happened to a record that is watched. */
export type WatchedEvent = Static<typeof WatchedEvent>

/** The register does not tell of changes: its package has no notice `record-changed`. */
export const watchUnsupported = refusal('registers.watch-unsupported', 'unsupported')
/** One watches as much as one may. */
export const watchesTooMany = refusal('registers.watches-too-many', 'conflict')
/** There is no such watch, or it is over. */
export const watchNotFound = refusal('registers.watch-not-found', 'not-found')

/** Something happened to a record that somebody watches. Thin: whoever is told reads the record by their own right. */
export const watchedChanged = event({
  type: 'registers.watched-changed',
  does: 'Something happened to a record that somebody watches.',
  data: Type.Object({
    watch: WatchId,
    watcher: Type.String(),
    register: RegisterId,
    record: RecordId,
    event: WatchedEvent,
  }),
})

/** What somebody watches. */
export const Watch = Type.Object({
  watch: WatchId,
  register: RegisterId,
  /** One record; null: what fits `where`. */
  record: Type.Union([RecordId, Type.Null()]),
  where: Type.Union([Type.Record(Type.String(), Criterion), Type.Null()]),
  madeAt: Instant,
  until: Instant,
  /** `ended`: by the watcher; `stopped`: the register does not let them see it any more; `over`: after a year. */
  state: Type.Union([Type.Literal('open'), Type.Literal('ended'), Type.Literal('stopped'), Type.Literal('over')]),
  /** What happened last; null: nothing yet. */
  last: Type.Union([Type.Object({ event: WatchedEvent, record: RecordId, at: Instant }), Type.Null()]),
})
/** What somebody watches. */
export type Watch = Static<typeof Watch>

/** Watches a record, or what fits a search. */
export const watchRecords = operation({
  name: 'registers.watch-records',
  does: 'Tells whoever asks from now on, for a year, when one record changes, or when a record is added or changed so that it fits a search; only what they may see.',
  input: Type.Object({
    organisation: OrganisationId,
    register: RegisterId,
    /** One of them. */
    record: Type.Optional(RecordId),
    where: Type.Optional(Type.Record(Type.String(), Criterion, { minProperties: 1, maxProperties: 20 })),
  }),
  output: Type.Object({ watch: WatchId, until: Instant }),
  permission: 'registers.record.watch',
  scope: 'watches',
  refusals: [
    registerNotFound,
    recordNotFound,
    accessNotGranted,
    columnNotFound,
    columnNotGranted,
    criterionInvalid,
    watchUnsupported,
    watchesTooMany,
  ],
})

/** Ends a watch. */
export const endWatch = operation({
  name: 'registers.end-watch',
  does: 'Ends a watch of one’s own: nothing more is told.',
  input: Type.Object({ organisation: OrganisationId, watch: WatchId }),
  output: Type.Object({ watch: WatchId }),
  permission: 'registers.record.watch',
  scope: 'watches',
  refusals: [watchNotFound],
})

/** What one watches. */
export const listWatches = operation({
  name: 'registers.list-watches',
  does: 'Lists what one watches oneself in the registers of an organisation, and what happened last: newest happening first.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, register: Type.Optional(RegisterId) }),
  output: Type.Object({ items: Type.Array(Watch) }),
  permission: 'registers.record.watch',
  scope: 'watches',
})
