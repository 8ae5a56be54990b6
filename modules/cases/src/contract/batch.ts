import { Instant, OrganisationId, operation, PageInput, page, refusal, Text, TypedId } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { CaseNumber } from './case.ts'
import { CaseId } from './case-id.ts'
import { OperatingReason } from './incident.ts'
import { MigrationMapping, Version, versionNotFound } from './version.ts'

/** There is no such batch. */
export const batchNotFound = refusal('cases.batch-not-found', 'not-found')
/** The batch has ended, or was stopped, already. */
export const batchEnded = refusal('cases.batch-ended', 'conflict')

const ServiceId = Type.String({ maxLength: 100 })
const Node = Type.String({ maxLength: 200 })

/** What is done to many cases, and to which of them. */
export const BatchWork = Type.Union([
  Type.Object({
    kind: Type.Literal('migrate'),
    service: ServiceId,
    from: Version,
    to: Version,
    mapping: Type.Optional(MigrationMapping),
  }),
  Type.Object({
    kind: Type.Literal('retry'),
    service: Type.Optional(ServiceId),
    node: Type.Optional(Node),
    code: Type.Optional(Type.String({ maxLength: 100 })),
  }),
  /** Moves the tokens that stand at a node, or holds whole processes, or lets them go on. */
  Type.Object({
    kind: Type.Literal('modify'),
    service: ServiceId,
    version: Type.Optional(Version),
    change: Type.Union([
      Type.Object({ kind: Type.Literal('move'), node: Node, to: Node }),
      Type.Object({ kind: Type.Literal('suspend') }),
      Type.Object({ kind: Type.Literal('resume') }),
    ]),
  }),
  Type.Object({
    kind: Type.Literal('cancel'),
    service: ServiceId,
    version: Type.Optional(Version),
    /** Only cases that stand there. */
    node: Type.Optional(Node),
  }),
])
/** What is done to many cases, and to which of them. */
export type BatchWork = Static<typeof BatchWork>

/** How far a batch is. */
export const BatchCard = Type.Object({
  batch: TypedId('batch'),
  work: BatchWork,
  /** What it does, in words. */
  text: Text,
  reason: Type.String(),
  official: Type.String(),
  status: Type.Union([Type.Literal('running'), Type.Literal('stopped'), Type.Literal('ended')]),
  startedAt: Instant,
  endedAt: Type.Union([Instant, Type.Null()]),
  /** Items in all, and of them those that are done, were refused, failed; the rest waits. */
  total: Type.Integer(),
  done: Type.Integer(),
  refused: Type.Integer(),
  failed: Type.Integer(),
})
/** How far a batch is. */
export type BatchCard = Static<typeof BatchCard>

/** What became of one case of a batch. */
export const BatchItem = Type.Object({
  ordinal: Type.Integer(),
  case: CaseId,
  number: CaseNumber,
  state: Type.Union([Type.Literal('waiting'), Type.Literal('done'), Type.Literal('refused'), Type.Literal('failed')]),
  /** Code of the refusal. */
  code: Type.Union([Type.String(), Type.Null()]),
  /** Why it was not done, in words. */
  text: Type.Union([Text, Type.Null()]),
})

/** Starts a batch. */
export const startBatch = operation({
  name: 'cases.start-batch',
  does: 'Chooses cases and starts to migrate, try again, modify or end them one after the other; replies at once with the batch.',
  input: Type.Object({
    organisation: OrganisationId,
    work: BatchWork,
    reason: OperatingReason,
    /** Only counts the cases; nothing is started. */
    preview: Type.Optional(Type.Boolean()),
  }),
  output: Type.Object({
    /** Null in a preview. */
    batch: Type.Union([TypedId('batch'), Type.Null()]),
    total: Type.Integer(),
    /** Whether all that was asked for is in it; false: there are more, for another batch. */
    complete: Type.Boolean(),
  }),
  permission: 'cases.process.migrate',
  refusals: [versionNotFound],
  accepted: true,
})

/** Shows a batch. */
export const getBatch = operation({
  name: 'cases.get-batch',
  does: 'Shows how far a batch is, and what became of each case in it.',
  kind: 'query',
  input: Type.Object({
    organisation: OrganisationId,
    batch: TypedId('batch'),
    /** Only items in this state. */
    state: Type.Optional(BatchItem.properties.state),
    ...PageInput.properties,
  }),
  output: Type.Object({ batch: BatchCard, ...page(BatchItem).properties }),
  permission: 'cases.process.watch',
  refusals: [batchNotFound],
})

/** Lists batches. */
export const listBatches = operation({
  name: 'cases.list-batches',
  does: 'Lists the batches of an organisation, the newest first.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, ...PageInput.properties }),
  output: page(BatchCard),
  permission: 'cases.process.watch',
})

/** Stops a batch. */
export const stopBatch = operation({
  name: 'cases.stop-batch',
  does: 'Stops a batch; what is done stays done, the rest is left as it is.',
  input: Type.Object({ organisation: OrganisationId, batch: TypedId('batch'), reason: OperatingReason }),
  output: Type.Object({ batch: BatchCard }),
  permission: 'cases.process.migrate',
  refusals: [batchNotFound, batchEnded],
})
