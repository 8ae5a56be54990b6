import { event, Instant, OrganisationId, operation, PageInput, page, refusal, TypedId } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { accessNotGranted } from './access.ts'
import {
  changeRecord,
  type Provenance,
  RecordId,
  RegisterId,
  RegisterRecord,
  recordChanged,
  recordChangedMeanwhile,
  recordExists,
  recordInvalid,
  recordMerged,
  recordNotFound,
  registerNotFound,
} from './record.ts'

/** Id of a merge. */
export const MergeId = TypedId('merge')

/** The register does not say by what its records are compared. */
export const matchingUndeclared = refusal('registers.matching-undeclared', 'unsupported')
/** A search for duplicates of this register is under way. */
export const searchUnderWay = refusal('registers.search-under-way', 'conflict')
/** There is no such pair, or it was decided on. */
export const duplicateNotFound = refusal('registers.duplicate-not-found', 'not-found')
/** A record cannot be merged with itself. */
export const mergeWithItself = refusal('registers.merge-with-itself', 'invalid')
/** A record that points to one of the two cannot be made to point to the other; it is named. */
export const mergeReferenceStuck = refusal('registers.merge-reference-stuck', 'conflict')
/** More records point to the one that would go than are moved at once. */
export const mergeTooLarge = refusal('registers.merge-too-large', 'too-large')
/** There is no such merge, or it was undone. */
export const mergeNotFound = refusal('registers.merge-not-found', 'not-found')
/** What the merge made has changed since; the fields are listed. */
export const mergeChangedSince = refusal('registers.merge-changed-since', 'conflict')

/** Two records became one. Thin. */
export const recordsMerged = event({
  type: 'registers.records-merged',
  does: 'A record was merged into another one, which lives on.',
  data: Type.Object({ register: RegisterId, merge: MergeId, survivor: RecordId, merged: RecordId }),
})
/** A merge was undone. Thin. */
export const mergeUndone = event({
  type: 'registers.merge-undone',
  does: 'A merge was undone: both records live again.',
  data: Type.Object({ register: RegisterId, merge: MergeId, survivor: RecordId, merged: RecordId }),
})

/** What one feature says of a pair. */
export const MatchEvidence = Type.Object({
  /** Name of the feature in the register's `matching`. */
  id: Type.String(),
  as: Type.Union([
    Type.Literal('person-name'),
    Type.Literal('title'),
    Type.Literal('date'),
    Type.Literal('identifier'),
    Type.Literal('exact'),
  ]),
  similarity: Type.Number({ minimum: 0, maximum: 1 }),
})

/** Two records that are likely about the same. */
export const Duplicate = Type.Object({
  one: RegisterRecord,
  other: RegisterRecord,
  score: Type.Number({ minimum: 0, maximum: 1 }),
  evidence: Type.Array(MatchEvidence),
  foundAt: Instant,
})
/** Two records that are likely about the same. */
export type Duplicate = Static<typeof Duplicate>

const place = { organisation: OrganisationId, register: RegisterId }

/** Begins a search for duplicates. */
export const findDuplicates = operation({
  name: 'registers.find-duplicates',
  does: 'Begins a search for likely duplicates in a register: among records added since the last one, or in the whole register.',
  input: Type.Object({ ...place, whole: Type.Optional(Type.Boolean()) }),
  output: Type.Object({ work: Type.String(), key: Type.String() }),
  permission: 'registers.duplicate.find',
  refusals: [registerNotFound, accessNotGranted, matchingUndeclared, searchUnderWay],
  accepted: true,
})

/** Likely duplicates, the likeliest first. */
export const listDuplicates = operation({
  name: 'registers.list-duplicates',
  does: 'Lists pairs of records that are likely about the same, the likeliest first, with the evidence.',
  kind: 'query',
  input: Type.Object({ ...place, record: Type.Optional(RecordId), ...PageInput.properties }),
  output: page(Duplicate),
  permission: 'registers.duplicate.find',
  refusals: [registerNotFound, accessNotGranted],
})

/** Says that two records are about two. */
export const dismissDuplicate = operation({
  name: 'registers.dismiss-duplicate',
  does: 'Says of a likely pair that its records are about two; it is not shown again.',
  input: Type.Object({ ...place, one: RecordId, other: RecordId }),
  output: Type.Object({ one: RecordId, other: RecordId }),
  permission: 'registers.record.merge',
  refusals: [registerNotFound, accessNotGranted, duplicateNotFound],
})

/** Merges one record into another. */
export const mergeRecords = operation({
  name: 'registers.merge-records',
  does: 'Merges a record into another one that lives on; what points to it in the registers of the owner points to that one.',
  input: Type.Object({
    ...place,
    survivor: RecordId,
    survivorVersion: Type.Integer({ minimum: 1 }),
    merged: RecordId,
    mergedVersion: Type.Integer({ minimum: 1 }),
    /** The whole content of the record that lives on. */
    data: changeRecord.input.properties.data,
    reason: Type.String({ minLength: 1, maxLength: 500 }),
  }),
  output: Type.Object({ merge: MergeId, record: RecordId, version: Type.Integer(), moved: Type.Integer() }),
  permission: 'registers.record.merge',
  refusals: [
    registerNotFound,
    recordNotFound,
    accessNotGranted,
    recordMerged,
    mergeWithItself,
    mergeReferenceStuck,
    mergeTooLarge,
    recordInvalid,
    recordExists,
    recordChangedMeanwhile,
  ],
  emits: [recordsMerged, recordChanged],
})

/** A merge as it is kept. */
export const Merge = Type.Object({
  merge: MergeId,
  survivor: RecordId,
  merged: RecordId,
  reason: Type.String(),
  mergedBy: Type.String(),
  mergedAt: Instant,
  /** How many records were made to point to the one that lives on. */
  moved: Type.Integer(),
  undoneBy: Type.Union([Type.String(), Type.Null()]),
  undoneAt: Type.Union([Instant, Type.Null()]),
})

/** Merges into or of a record. */
export const listMerges = operation({
  name: 'registers.list-merges',
  does: 'Lists the merges that a record had part in, newest first, those undone too.',
  kind: 'query',
  input: Type.Object({ ...place, record: RecordId }),
  output: Type.Object({ items: Type.Array(Merge) }),
  permission: 'registers.record.read',
  refusals: [registerNotFound, accessNotGranted],
})

/** Undoes a merge. */
export const undoMerge = operation({
  name: 'registers.undo-merge',
  does: 'Undoes a merge: both records are as they were before it, and what was moved points to its own again.',
  input: Type.Object({
    organisation: OrganisationId,
    merge: MergeId,
    reason: Type.String({ minLength: 1, maxLength: 500 }),
  }),
  output: Type.Object({ survivor: RecordId, merged: RecordId }),
  permission: 'registers.record.merge',
  refusals: [
    mergeNotFound,
    accessNotGranted,
    mergeChangedSince,
    mergeReferenceStuck,
    recordInvalid,
    recordExists,
    recordChangedMeanwhile,
  ],
  emits: [mergeUndone, recordChanged],
})

/** Long work on a register. */
export const Upkeep = Type.Object({
  register: RegisterId,
  work: Type.Union([Type.Literal('duplicates'), Type.Literal('projection'), Type.Literal('quality')]),
  key: Type.String(),
  state: Type.Union([Type.Literal('running'), Type.Literal('done'), Type.Literal('failed')]),
  done: Type.Integer(),
  /** Null until it is counted. */
  total: Type.Union([Type.Integer(), Type.Null()]),
  /** What it found or changed. */
  found: Type.Integer(),
  startedBy: Type.String(),
  startedAt: Instant,
  endedAt: Type.Union([Instant, Type.Null()]),
  failure: Type.Union([Type.String(), Type.Null()]),
})
/** Long work on a register. */
export type Upkeep = Static<typeof Upkeep>

/** How far long work on a register is. */
export const listUpkeep = operation({
  name: 'registers.list-upkeep',
  does: 'Shows how far long work on a register is: searches for duplicates, projections being filled, passages to a new schema, checks of quality.',
  kind: 'query',
  input: Type.Object({ ...place }),
  output: Type.Object({ items: Type.Array(Upkeep) }),
  permission: 'registers.record.read',
  refusals: [registerNotFound, accessNotGranted],
})

/** The source that a version made by a merge names. */
export const mergeSource = (merge: string, organisation: string): Static<typeof Provenance> => ({
  kind: 'official',
  reference: merge,
  organisation,
})
