import { Instant, LocalDate, OrganisationId, operation, protocol, refusal, TypedId } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { accessNotGranted, columnNotGranted, Withheld } from './access.ts'
import { Criterion, columnNotFound, criterionInvalid, RecordId, RegisterId, registerNotFound } from './record.ts'

/** Records that one file holds at most; a larger register comes as several. */
export const largestExport = 10_000

/** The format of a file that is taken out. */
export const ExportFormat = Type.Union([
  Type.Literal('csv'),
  Type.Literal('json'),
  Type.Literal('ndjson'),
  Type.Literal('xlsx'),
  Type.Literal('parquet'),
])
/** The format of a file that is taken out. */
export type ExportFormat = Static<typeof ExportFormat>

/** Nothing of the register is open to the reader as a table. */
export const exportEmpty = refusal('registers.export-empty', 'forbidden')

/** Records of a register as a file. */
export const exportRecords = operation({
  name: 'registers.export-records',
  does: 'Gives the records that a search finds as a CSV, JSON, XLSX or Parquet file, with the fields that the reader may have.',
  kind: 'query',
  input: Type.Object({
    organisation: OrganisationId,
    register: RegisterId,
    /** Column → value, as in a search; nothing: the whole register. */
    where: Type.Record(Type.String(), Criterion),
    format: ExportFormat,
    /** Goes on after this record, where a file before this one did not hold all. */
    after: Type.Optional(RecordId),
  }),
  output: Type.Object({
    name: Type.String(),
    type: Type.String(),
    /** The bytes in base64. */
    content: Type.String(),
    count: Type.Integer(),
    /** The record after which another file goes on; null when all is told. */
    next: Type.Union([RecordId, Type.Null()]),
    /** Fields that are not in the file, because the reader may not have them. */
    withheld: Type.Array(Withheld),
  }),
  permission: 'registers.table.export',
  refusals: [registerNotFound, accessNotGranted, columnNotFound, columnNotGranted, criterionInvalid, exportEmpty],
})

/** Records that are told of a file at once. */
export const exportPortion = 1000

/** Id of a file that is taken out piece by piece. */
export const ExportId = TypedId('export')

/** Nothing is taken out under this id by this reader: never asked for, told whole, or given up. */
export const exportNotFound = refusal('registers.export-not-found', 'not-found')
/** The file is told elsewhere already, from another place on. */
export const exportElsewhere = refusal('registers.export-elsewhere', 'conflict')

const column = Type.Object({
  name: Type.String(),
  kind: Type.Union([
    Type.Literal('text'),
    Type.Literal('number'),
    Type.Literal('integer'),
    Type.Literal('boolean'),
    Type.Literal('date'),
    Type.Literal('instant'),
    Type.Literal('choice'),
    Type.Literal('json'),
  ]),
})

/** Asks for records of a register as one file of any length. */
export const beginExport = operation({
  name: 'registers.begin-export',
  does: 'Begins to take the records that a search finds out as one file of any length, also as of a date, with the fields that the reader may have.',
  input: Type.Object({
    organisation: OrganisationId,
    register: RegisterId,
    /** Column → value, as in a search; nothing: the whole register. */
    where: Type.Record(Type.String(), Criterion),
    format: ExportFormat,
    /** The legal date on which the content is wanted; the newest content when absent. */
    asOf: Type.Optional(LocalDate),
    /** The moment whose knowledge is wanted: what the register said then, rightly or wrongly. */
    knownAt: Type.Optional(Instant),
  }),
  output: Type.Object({
    export: ExportId,
    /** Name and media type of the file. */
    name: Type.String(),
    type: Type.String(),
    /** Fields that are not in the file, because the reader may not have them. */
    withheld: Type.Array(Withheld),
  }),
  permission: 'registers.table.export',
  refusals: [registerNotFound, accessNotGranted, columnNotFound, columnNotGranted, criterionInvalid, exportEmpty],
})

/** The next rows of a file that is taken out. */
export const takeRows = operation({
  name: 'registers.take-rows',
  does: 'Tells the next thousand records of a file that is taken out; with the last of them the file is whole, and the audit line counts it.',
  input: Type.Object({
    organisation: OrganisationId,
    export: ExportId,
    /** How many portions were taken before: two readers of one file would each get half of it. */
    portion: Type.Integer({ minimum: 0 }),
  }),
  output: Type.Object({
    name: Type.String(),
    format: ExportFormat,
    columns: Type.Array(column),
    rows: Type.Array(Type.Array(Type.Unknown())),
    isLast: Type.Boolean(),
  }),
  permission: 'registers.table.export',
  refusals: [
    exportNotFound,
    exportElsewhere,
    registerNotFound,
    accessNotGranted,
    columnNotFound,
    columnNotGranted,
    criterionInvalid,
    exportEmpty,
  ],
})

/** Gives up a file that is taken out. */
export const cancelExport = operation({
  name: 'registers.cancel-export',
  does: 'Gives up a file that is taken out; what of it was told stays told, and the audit line counts it.',
  input: Type.Object({ organisation: OrganisationId, export: ExportId }),
  output: Type.Object({
    /** Records that were told. */
    count: Type.Integer(),
  }),
  permission: 'registers.table.export',
  refusals: [exportNotFound],
})

/** The door through which a file goes out; what is in it was said by `begin-export`, so that no address names what was searched for. */
export const downloadExport = protocol({
  name: 'registers.download-export',
  does: 'Gives the file that `registers.begin-export` began, piece by piece as its records are read; one that breaks off is no file.',
  kind: 'stream',
  method: 'POST',
  path: '/v1/register-files/:organisation/:export',
  permission: 'registers.table.export',
  refusals: [
    exportNotFound,
    exportElsewhere,
    registerNotFound,
    accessNotGranted,
    columnNotFound,
    columnNotGranted,
    criterionInvalid,
    exportEmpty,
  ],
  audited: true,
})
