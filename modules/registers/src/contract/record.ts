import {
  event,
  Instant,
  JsonObject,
  LocalDate,
  OrganisationId,
  openScope,
  operation,
  PageInput,
  page,
  refusal,
  TypedId,
} from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { accessNotGranted, columnNotGranted, InEmergency, Under, Withheld } from './access.ts'

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

/**
 * What a version is: a change (the first one too), the correction of a time that is past, what goes on unchanged after it,
 * part of a merge or of its undoing, or the passage to another schema.
 */
export const VersionKind = Type.Union([
  Type.Literal('change'),
  Type.Literal('correction'),
  Type.Literal('continuation'),
  Type.Literal('merge'),
  Type.Literal('unmerge'),
  Type.Literal('migration'),
])
/** What a version is. */
export type VersionKind = Static<typeof VersionKind>

/** A record as it stood at a moment. */
export const RegisterRecord = Type.Object({
  organisation: OrganisationId,
  register: RegisterId,
  record: RecordId,
  version: Type.Integer({ minimum: 1 }),
  data: JsonObject,
  validFrom: LocalDate,
  /** The first day on which another version holds; null while none does. */
  validTo: Type.Union([LocalDate, Type.Null()]),
  recordedAt: Instant,
  source: Provenance,
  /** Who wrote it: an official, a person, a system; null for what was loaded. */
  recordedBy: Type.Union([Type.String(), Type.Null()]),
  /** Who approved it, where somebody else had asked for it. */
  approvedBy: Type.Union([Type.String(), Type.Null()]),
  /** Why; null for the first version. */
  reason: Type.Union([Type.String(), Type.Null()]),
  kind: VersionKind,
  /** Fields of the register that the reader does not get, whether the record holds them or not. */
  withheld: Type.Array(Withheld),
  /** The day on which the time to keep the record ends; null while it does not run. */
  keptUntil: Type.Union([LocalDate, Type.Null()]),
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

/** In this register the act takes effect only when a second person approves it. */
export const approvalNeeded = refusal('registers.approval-needed', 'forbidden')
/** The record was merged into another one, which lives on. */
export const recordMerged = refusal('registers.record-merged', 'gone')

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
    under: Under,
  }),
  output: Type.Object({ record: RecordId, version: Type.Integer() }),
  permission: 'registers.record.write',
  refusals: [registerNotFound, accessNotGranted, approvalNeeded, recordInvalid, recordExists],
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
  ],
  emits: [recordChanged],
})

/** Reads one record, now or as of a legal date. */
export const getRecord = operation({
  name: 'registers.get-record',
  does: 'Reads one record, now, as it was valid on a date, or as it was known at a moment.',
  kind: 'query',
  input: Type.Object({
    organisation: OrganisationId,
    register: RegisterId,
    record: RecordId,
    /** The legal date on which the content is wanted; the newest content when absent. */
    asOf: Type.Optional(LocalDate),
    /** The moment whose knowledge is wanted: what the register said then, rightly or wrongly. */
    knownAt: Type.Optional(Instant),
    under: Under,
    emergency: InEmergency,
  }),
  output: RegisterRecord,
  permission: 'registers.record.read',
  refusals: [registerNotFound, recordNotFound, accessNotGranted],
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

/** Finds records by projected columns, by keyset. */
export const findRecords = operation({
  name: 'registers.find-records',
  does: 'Finds records whose projected columns equal the given values, now, on a legal date or as known at a moment.',
  kind: 'query',
  input: Type.Object({
    organisation: OrganisationId,
    register: RegisterId,
    /** Column → value; a list: one of its values; null: the column is empty. `id` is the record itself. */
    where: Type.Record(Type.String(), Criterion),
    /** The legal date on which the content has to be as wanted; the newest content when absent. */
    asOf: Type.Optional(LocalDate),
    /** The moment whose knowledge is searched: what the register said then, rightly or wrongly. */
    knownAt: Type.Optional(Instant),
    under: Under,
    emergency: InEmergency,
    ...PageInput.properties,
  }),
  output: page(RegisterRecord),
  permission: 'registers.record.read',
  refusals: [registerNotFound, accessNotGranted, columnNotFound, columnNotGranted, criterionInvalid],
})

/** The register declares no words by which its records are found while one types. */
export const typedSearchUndeclared = refusal('registers.typed-search-undeclared', 'unsupported')

/** Finds records by what one has typed so far. */
export const suggestRecords = operation({
  name: 'registers.suggest-records',
  does: 'Finds the records of a register that what one has typed so far may mean: any order of words, three languages, two alphabets, abbreviations and slips; the likeliest first.',
  kind: 'query',
  input: Type.Object({
    organisation: OrganisationId,
    register: RegisterId,
    /** What one has typed; below two characters nothing is found. */
    typed: Type.String({ maxLength: 200 }),
    /** Only records whose columns equal these values, as in a search. */
    where: Type.Optional(Type.Record(Type.String(), Criterion)),
    /** Only what is in force on this day, where the register has a column `until` or `from`. */
    on: Type.Optional(LocalDate),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 20 })),
  }),
  output: Type.Object({ items: Type.Array(RegisterRecord) }),
  permission: 'registers.record.suggest',
  scope: openScope,
  refusals: [
    registerNotFound,
    accessNotGranted,
    columnNotFound,
    columnNotGranted,
    criterionInvalid,
    typedSearchUndeclared,
  ],
})

/** All versions of a record, newest first. */
export const listVersions = operation({
  name: 'registers.list-versions',
  does: 'Lists all versions of a record, newest first.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, register: RegisterId, record: RecordId, under: Under }),
  output: Type.Object({ items: Type.Array(RegisterRecord) }),
  permission: 'registers.record.read',
  refusals: [registerNotFound, recordNotFound, accessNotGranted],
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
