import {
  event,
  Instant,
  JsonObject,
  LocalDate,
  OrganisationId,
  operation,
  PageInput,
  page,
  refusal,
  TypedId,
} from '@tereze/operation'
import { type Static, Type } from 'typebox'

/** Register id, e.g. `births`. */
export const RegisterId = Type.String({ pattern: '^[a-z][a-z0-9-]{1,62}$' })
/** Id of a record: the prefix is the register's own, e.g. `person_…`, `birth_…`. */
export const RecordId = Type.String({
  pattern: '^[a-z][a-z0-9-]*_[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
})

/** Where a record's content came from: the operation or exchange message, by whom, when. */
export const Provenance = Type.Object({
  kind: Type.Union([
    Type.Literal('exchange'),
    Type.Literal('case'),
    Type.Literal('official'),
    Type.Literal('import'),
    Type.Literal('person'),
  ]),
  /** Message id, case id, import id. */
  reference: Type.String(),
  organisation: OrganisationId,
})
/** Where a record's content came from. */
export type Provenance = Static<typeof Provenance>

/** A record as it stood at a moment. */
export const RegisterRecord = Type.Object({
  organisation: OrganisationId,
  register: RegisterId,
  record: RecordId,
  version: Type.Integer({ minimum: 1 }),
  data: JsonObject,
  validFrom: LocalDate,
  validTo: Type.Union([LocalDate, Type.Null()]),
  recordedAt: Instant,
  source: Provenance,
})
/** A record as it stood at a moment. */
export type RegisterRecord = { data: Record<string, unknown> } & Omit<Static<typeof RegisterRecord>, 'data'>

/** There is no such register. */
export const registerNotFound = refusal('registers.register-not-found', 'not-found')
/** There is no such record, or it is not for you. */
export const recordNotFound = refusal('registers.record-not-found', 'not-found')
/** The data does not fit the register's schema; each wrong field is listed. */
export const recordInvalid = refusal('registers.record-invalid', 'invalid')
/** A record with the same key exists. */
export const recordExists = refusal('registers.record-exists', 'conflict')
/** Somebody changed the record since it was read. */
export const recordChangedMeanwhile = refusal('registers.record-changed-meanwhile', 'conflict')
/** The search names a column the register does not project. */
export const columnNotFound = refusal('registers.column-not-found', 'invalid')

/** What a column is searched by is not of the column's type. */
export const criterionInvalid = refusal('registers.criterion-invalid', 'invalid')

/** A record was added. Thin: ids and version only. */
export const recordRegistered = event({
  type: 'registers.record-registered',
  does: 'A record was added to a register.',
  data: Type.Object({ register: RegisterId, record: RecordId, version: Type.Integer() }),
})
/** A record got a new version. */
export const recordChanged = event({
  type: 'registers.record-changed',
  does: 'A record got a new version.',
  data: Type.Object({ register: RegisterId, record: RecordId, version: Type.Integer() }),
})

/** Adds a record to a register. */
export const registerRecord = operation({
  name: 'registers.register-record',
  does: 'Adds a record to a register.',
  input: Type.Object({
    organisation: OrganisationId,
    register: RegisterId,
    /** Chosen by the caller when it must be known beforehand; otherwise made here. */
    record: Type.Optional(RecordId),
    data: JsonObject,
    validFrom: Type.Optional(LocalDate),
    source: Provenance,
  }),
  output: Type.Object({ record: RecordId, version: Type.Integer() }),
  permission: 'registers.record.write',
  refusals: [registerNotFound, recordInvalid, recordExists],
  emits: [recordRegistered],
})

/** Gives a record a new version; the old ones stay. */
export const changeRecord = operation({
  name: 'registers.change-record',
  does: 'Gives a record a new version; earlier ones stay readable.',
  input: Type.Object({
    organisation: OrganisationId,
    register: RegisterId,
    record: RecordId,
    /** The version that was read; another one since then is a conflict. */
    version: Type.Integer({ minimum: 1 }),
    /** The whole new content. */
    data: JsonObject,
    validFrom: Type.Optional(LocalDate),
    reason: Type.String({ minLength: 1, maxLength: 500 }),
    source: Provenance,
  }),
  output: Type.Object({ record: RecordId, version: Type.Integer() }),
  permission: 'registers.record.write',
  refusals: [registerNotFound, recordNotFound, recordInvalid, recordExists, recordChangedMeanwhile],
  emits: [recordChanged],
})

/** Reads one record, now or as of a legal date. */
export const getRecord = operation({
  name: 'registers.get-record',
  does: 'Reads one record, now or as it was valid on a date.',
  kind: 'query',
  input: Type.Object({
    organisation: OrganisationId,
    register: RegisterId,
    record: RecordId,
    asOf: Type.Optional(LocalDate),
  }),
  output: RegisterRecord,
  permission: 'registers.record.read',
  refusals: [registerNotFound, recordNotFound],
})

/** What a column must be. */
export const Criterion = Type.Union([
  Type.String(),
  Type.Number(),
  Type.Boolean(),
  Type.Null(),
  Type.Array(Type.Union([Type.String(), Type.Number()]), { maxItems: 500 }),
])
/** What a column must be. */
export type Criterion = Static<typeof Criterion>

/** Finds current records by projected columns, by keyset. */
export const findRecords = operation({
  name: 'registers.find-records',
  does: 'Finds current records whose projected columns equal the given values.',
  kind: 'query',
  input: Type.Object({
    organisation: OrganisationId,
    register: RegisterId,
    /** Column → value; a list: one of its values; null: the column is empty. `id` is the record itself. */
    where: Type.Record(Type.String(), Criterion),
    /** The legal date on which the content is wanted; today when absent. */
    asOf: Type.Optional(LocalDate),
    ...PageInput.properties,
  }),
  output: page(RegisterRecord),
  permission: 'registers.record.read',
  refusals: [registerNotFound, columnNotFound, criterionInvalid],
})

/** All versions of a record, newest first. */
export const listVersions = operation({
  name: 'registers.list-versions',
  does: 'Lists all versions of a record, newest first.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, register: RegisterId, record: RecordId }),
  output: Type.Object({ items: Type.Array(RegisterRecord) }),
  permission: 'registers.record.read',
  refusals: [registerNotFound, recordNotFound],
})

/** A batch of records was loaded. */
export const recordsImported = event({
  type: 'registers.records-imported',
  does: 'A batch of records was loaded into a register.',
  data: Type.Object({ register: RegisterId, import: Type.String(), count: Type.Integer() }),
})

/** Loads a batch of new records at once; all or none. */
export const importRecords = operation({
  name: 'registers.import-records',
  does: 'Loads a batch of new records into a register, all or none; announced once.',
  input: Type.Object({
    organisation: OrganisationId,
    register: RegisterId,
    import: Type.String({ minLength: 1, maxLength: 100 }),
    records: Type.Array(Type.Object({ record: RecordId, data: JsonObject, validFrom: LocalDate }), {
      minItems: 1,
      maxItems: 1000,
    }),
  }),
  output: Type.Object({ count: Type.Integer() }),
  permission: 'registers.record.import',
  refusals: [registerNotFound, recordInvalid, recordExists],
  emits: [recordsImported],
})

/** Id of an imported batch. */
export const ImportId = TypedId('import')
