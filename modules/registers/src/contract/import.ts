import { Instant, OrganisationId, operation, PageInput, page, refusal, Text } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { accessNotGranted } from './access.ts'
import { ImportId, RecordId, RegisterId, recordsImported, registerNotFound } from './record.ts'

const orNull = <Of extends Parameters<typeof Type.Union>[0][number]>(of: Of) => Type.Union([of, Type.Null()])
const text = (maxLength: number) => Type.String({ minLength: 1, maxLength })

/** Bytes of the largest file that is loaded at once. */
export const largestFile = 20 * 1024 * 1024

/**
 * Where an import stands: its file is being read · read, waiting to be mapped · checked row by row, nothing written · being
 * loaded · done · its file could not be read · given up.
 */
export const ImportState = Type.Union([
  Type.Literal('reading'),
  Type.Literal('read'),
  Type.Literal('checking'),
  Type.Literal('checked'),
  Type.Literal('running'),
  Type.Literal('done'),
  Type.Literal('failed'),
  Type.Literal('cancelled'),
])
/** Where an import stands. */
export type ImportState = Static<typeof ImportState>

/** How a file is taken over. */
export const ImportSettings = Type.Object({
  /** Column of the file → field of the register (JSON Pointer), `record` for the record's own id; columns not named are left. */
  mapping: Type.Record(
    Type.String({ maxLength: 32_767 }),
    Type.String({ pattern: '^(record|(/[^/]+)+)$', maxLength: 300 }),
  ),
  /** The unique key by which a row finds the record that it is about; null: by the record's id, or by its whole content. */
  key: orNull(text(100)),
  /** The sign before the fraction of a number; null: only what can be read in one way is taken. */
  decimal: orNull(Type.Union([Type.Literal('comma'), Type.Literal('point')])),
  /** Whether 03/04/2026 is in April or in March; null: such dates are asked back. */
  dates: orNull(Type.Union([Type.Literal('day-first'), Type.Literal('month-first')])),
  /** What an empty cell does to a record that has a value there. */
  empty: Type.Union([Type.Literal('keep'), Type.Literal('remove')]),
})
/** How a file is taken over. */
export type ImportSettings = Static<typeof ImportSettings>

/** A file on its way into a register. */
export const Import = Type.Object({
  import: ImportId,
  register: RegisterId,
  name: Type.String(),
  state: ImportState,
  format: orNull(Type.String()),
  encoding: orNull(Type.String()),
  delimiter: orNull(Type.String()),
  columns: Type.Array(Type.String()),
  /** Fields of the register that a column may be mapped to, as JSON Pointers, and the keys by which records may be found. */
  fields: Type.Array(Type.String()),
  keys: Type.Array(Type.String()),
  /** As they were set, or as the file itself suggests; null while it is being read. */
  settings: orNull(ImportSettings),
  /** Rows of the file; how many are looked at; what came of them. */
  total: Type.Integer(),
  looked: Type.Integer(),
  added: Type.Integer(),
  changed: Type.Integer(),
  same: Type.Integer(),
  refused: Type.Integer(),
  /** Why the file could not be read. */
  fault: orNull(Type.Object({ code: Type.String(), says: Text })),
  startedBy: Type.String(),
  startedAt: Instant,
  endedAt: orNull(Instant),
})
/** A file on its way into a register. */
export type Import = Static<typeof Import>

/** What came, or would come, of a row. */
export const RowOutcome = Type.Union([
  Type.Literal('new'),
  Type.Literal('changed'),
  Type.Literal('same'),
  Type.Literal('refused'),
])
/** What came, or would come, of a row. */
export type RowOutcome = Static<typeof RowOutcome>

/** What is wrong with a row: at which field and in which column, and why. No values. */
export const RowProblem = Type.Object({
  pointer: Type.String(),
  column: orNull(Type.String()),
  code: Type.String(),
  params: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean()])),
})
/** What is wrong with a row. */
export type RowProblem = Static<typeof RowProblem>

/** A row of an import. */
export const ImportRow = Type.Object({
  /** Where it stands in the file, counted as a spreadsheet counts. */
  row: Type.Integer(),
  outcome: RowOutcome,
  record: orNull(RecordId),
  /** Fields that change. */
  fields: Type.Array(Type.String()),
  problems: Type.Array(Type.Object({ ...RowProblem.properties, says: Text })),
})
/** A row of an import. */
export type ImportRow = Static<typeof ImportRow>

/** There is no such import. */
export const importNotFound = refusal('registers.import-not-found', 'not-found')
/** The import is not where this can be done. */
export const importElsewhere = refusal('registers.import-elsewhere', 'conflict')
/** The mapping names a column or field that is not there, or a field twice. */
export const importMappingWrong = refusal('registers.import-mapping-wrong', 'invalid')
/** The content is no file in base64, or is too large. */
export const importContentWrong = refusal('registers.import-content-wrong', 'invalid')

const ofImport = { organisation: OrganisationId, import: ImportId }
const permission = 'registers.table.import'

/** Begins to load a file. */
export const beginImport = operation({
  name: 'registers.begin-import',
  does: 'Takes a CSV, JSON, XLSX or Parquet file that is to be loaded into a register, and begins to read it.',
  input: Type.Object({
    organisation: OrganisationId,
    register: RegisterId,
    /** Name of the file; its ending tells formats apart that have no sign of their own. */
    name: text(255),
    /** The bytes in base64. */
    content: Type.String({ minLength: 1, maxLength: Math.ceil(largestFile / 3) * 4 }),
  }),
  output: Type.Object({ import: ImportId }),
  permission,
  refusals: [registerNotFound, accessNotGranted, importContentWrong],
  accepted: true,
  limit: Math.ceil(largestFile / 3) * 4 + 10_000,
})

/** Checks a file row by row. */
export const checkImport = operation({
  name: 'registers.check-import',
  does: 'Checks each row of a file as it would be loaded, and writes nothing.',
  input: Type.Object({ ...ofImport, settings: ImportSettings }),
  output: Type.Object({ state: ImportState }),
  permission,
  refusals: [importNotFound, accessNotGranted, importElsewhere, importMappingWrong],
  accepted: true,
})

/** Loads a checked file. */
export const runImport = operation({
  name: 'registers.run-import',
  does: 'Loads the good rows of a checked file, in portions; what is refused is kept to be corrected.',
  input: Type.Object(ofImport),
  output: Type.Object({ state: ImportState }),
  permission,
  refusals: [importNotFound, accessNotGranted, importElsewhere],
  accepted: true,
})

/** Gives an import up. */
export const cancelImport = operation({
  name: 'registers.cancel-import',
  does: 'Gives an import up: what is loaded stays, the rest and the file go.',
  input: Type.Object(ofImport),
  output: Type.Object({ state: ImportState }),
  permission,
  refusals: [importNotFound, accessNotGranted, importElsewhere],
  emits: [recordsImported],
})

/** One import. */
export const getImport = operation({
  name: 'registers.get-import',
  does: 'Shows an import: its columns, how they are mapped, how far it is, and what came of its rows.',
  kind: 'query',
  input: Type.Object(ofImport),
  output: Import,
  permission,
  refusals: [importNotFound, accessNotGranted],
})

/** Imports of a register. */
export const listImports = operation({
  name: 'registers.list-imports',
  does: 'Lists the imports of a register, newest first.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, register: RegisterId, ...PageInput.properties }),
  output: page(Import),
  permission,
  refusals: [registerNotFound, accessNotGranted],
})

/** Rows of an import. */
export const listImportRows = operation({
  name: 'registers.list-import-rows',
  does: 'Lists the rows of an import with what came or would come of each, and what is wrong with it.',
  kind: 'query',
  input: Type.Object({ ...ofImport, outcome: Type.Optional(RowOutcome), ...PageInput.properties }),
  output: page(ImportRow),
  permission,
  refusals: [importNotFound, accessNotGranted],
})

/** The refused rows of an import as a file. */
export const getRefusedRows = operation({
  name: 'registers.get-refused-rows',
  does: 'Gives the refused rows of an import as a CSV file, to be corrected and loaded again.',
  kind: 'query',
  input: Type.Object(ofImport),
  output: Type.Object({ name: Type.String(), content: Type.String() }),
  permission,
  refusals: [importNotFound, accessNotGranted],
})
