import { Instant, LocalDate, OrganisationId, operation, refusal } from '@tereze/operation'
import { Type } from 'typebox'
import { accessNotGranted, Under } from './access.ts'
import {
  approvalNeeded,
  changeRecord,
  Provenance,
  RecordId,
  RegisterId,
  recordChanged,
  recordChangedMeanwhile,
  recordExists,
  recordInvalid,
  recordMerged,
  recordNotFound,
  registerNotFound,
  VersionKind,
} from './record.ts'

/** The version to be corrected holds on no day any more: later ones took its place. */
export const versionSuperseded = refusal('registers.version-superseded', 'conflict')

/** Sets right what an earlier version said, for the time in which it held; nothing is erased. */
export const correctRecord = operation({
  name: 'registers.correct-record',
  does: 'Corrects what one version of a record said, for the time in which it held; what was known until now stays readable.',
  input: Type.Object({
    organisation: OrganisationId,
    register: RegisterId,
    record: RecordId,
    /** The current version that was read; another one since then is a conflict. */
    version: Type.Integer({ minimum: 1 }),
    /** The version that was wrong. */
    corrects: Type.Integer({ minimum: 1 }),
    /** The whole content as it should have been. */
    data: changeRecord.input.properties.data,
    reason: Type.String({ minLength: 1, maxLength: 500 }),
    source: Provenance,
    under: Under,
  }),
  output: Type.Object({ record: RecordId, version: Type.Integer() }),
  permission: 'registers.record.write',
  refusals: [
    registerNotFound,
    recordNotFound,
    accessNotGranted,
    approvalNeeded,
    recordMerged,
    recordInvalid,
    recordExists,
    recordChangedMeanwhile,
    versionSuperseded,
  ],
  emits: [recordChanged],
})

/** Where one value of a record came from. */
export const ValueProvenance = Type.Object({
  pointer: Type.String(),
  /** The version that brought the value. */
  version: Type.Integer(),
  source: Provenance,
  recordedAt: Instant,
  recordedBy: Type.Union([Type.String(), Type.Null()]),
  approvedBy: Type.Union([Type.String(), Type.Null()]),
  validFrom: LocalDate,
  reason: Type.Union([Type.String(), Type.Null()]),
  kind: VersionKind,
})

/** Tells of every value of a record where it came from. */
export const getProvenance = operation({
  name: 'registers.get-provenance',
  does: 'Tells of every value of a record which case, message, import or official brought it, and when.',
  kind: 'query',
  input: Type.Object({
    organisation: OrganisationId,
    register: RegisterId,
    record: RecordId,
    asOf: Type.Optional(LocalDate),
    knownAt: Type.Optional(Instant),
    under: Under,
  }),
  output: Type.Object({ record: RecordId, version: Type.Integer(), values: Type.Array(ValueProvenance) }),
  permission: 'registers.record.read',
  refusals: [registerNotFound, recordNotFound, accessNotGranted],
})
