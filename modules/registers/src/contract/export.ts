import { OrganisationId, operation, refusal } from '@tereze/operation'
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
