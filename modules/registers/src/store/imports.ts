import { findRow, post, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { Due } from '@tereze/foundation-operations'
import type { Import, ImportSettings, ImportState, RowOutcome, RowProblem } from '../contract/import.ts'

interface Row {
  tenant: string
  id: string
  register: string
  name: string
  state: ImportState
  format: string | null
  encoding: string | null
  delimiter: string | null
  columns: string[]
  settings: ImportSettings | null
  total: number
  cursor: number
  added: number
  changed: number
  same: number
  refused: number
  fault: string | null
  fault_limit: number | null
  who: string[]
  started_by: string
  started_at: string
  ended_at: string | null
}

const columns = sql`tenant, id, register, name, state, format, encoding, delimiter, columns, settings, total, cursor, added, changed,
  same, refused, fault, fault_limit, who, started_by, started_at, ended_at`

const waiting = sql`state in ('reading', 'checking', 'running')`

/** An import as the store holds it: also as whom it loads. */
export type StoredImport = Omit<Import, 'fault' | 'fields' | 'keys'> & {
  readonly tenant: string
  readonly who: readonly string[]
  readonly fault: string | null
  readonly faultLimit: number | null
}

function toImport({ id, cursor, fault_limit, started_by, started_at, ended_at, ...row }: Row): StoredImport {
  return {
    ...row,
    import: id,
    looked: cursor,
    faultLimit: fault_limit,
    startedBy: started_by,
    startedAt: started_at,
    endedAt: ended_at,
  }
}

/** Keeps a file that is to be loaded. */
export async function insertImport(
  tx: Tx,
  given: {
    import: string
    register: string
    name: string
    content: Uint8Array
    who: readonly string[]
    by: string
    now: Date
  },
): Promise<void> {
  await run(
    tx,
    sql`insert into registers.imports (tenant, id, register, name, state, who, started_by, started_at)
      values (${tx.tenant}, ${given.import}, ${given.register}, ${given.name}, 'reading', ${JSON.stringify(given.who)}::jsonb, ${given.by}, ${given.now})`,
  )
  await run(
    tx,
    sql`insert into registers.import_files (tenant, import, content) values (${tx.tenant}, ${given.import}, ${given.content}::bytea)`,
  )
}

/** An import; null when there is none. */
export async function findImport(reader: Reader, tenant: string, id: string): Promise<StoredImport | null> {
  const row = await findRow(
    reader,
    sql<Row>`select ${columns} from registers.imports where tenant = ${tenant} and id = ${id}`,
  )
  return row === null ? null : toImport(row)
}

/** An import, held against other nodes until the transaction ends; null when there is none or another node has it. */
export async function lockImport(tx: Tx, id: string): Promise<StoredImport | null> {
  const row = await findRow(
    tx,
    sql<Row>`select ${columns} from registers.imports where tenant = ${tx.tenant} and id = ${id} for update skip locked`,
  )
  return row === null ? null : toImport(row)
}

/** Imports of a register, newest first. */
export async function listImportsOf(
  reader: Reader,
  tenant: string,
  register: string,
  after: string | null,
  limit: number,
): Promise<StoredImport[]> {
  const found = await rows(
    reader,
    sql<Row>`select ${columns} from registers.imports
      where tenant = ${tenant} and register = ${register} and (${after}::text is null or id < ${after}) order by id desc limit ${limit}`,
  )
  return found.map(toImport)
}

/** Imports wait as soon as there are any. */
export const dueImports = sql<Due>`select 'epoch'::timestamptz as at from registers.imports where ${waiting} limit 1`

/** Imports that wait for a node, the oldest first. */
export async function listWaitingImports(reader: Reader, limit: number): Promise<StoredImport[]> {
  const found = await rows(
    reader,
    sql<Row>`select ${columns} from registers.imports where ${waiting} order by started_at limit ${limit}`,
  )
  return found.map(toImport)
}

/** The bytes of an import's file; null when they are gone. */
export async function findContent(reader: Reader, tenant: string, id: string): Promise<Uint8Array | null> {
  const row = await findRow(
    reader,
    sql<{
      content: Uint8Array
    }>`select content from registers.import_files where tenant = ${tenant} and import = ${id}`,
  )
  return row?.content ?? null
}

/** Notes what a file was found to be. */
export function updateRead(
  tx: Tx,
  id: string,
  read: {
    format: string
    encoding: string | null
    delimiter: string | null
    columns: readonly string[]
    total: number
    settings: ImportSettings
  },
): void {
  post(
    tx,
    sql`update registers.imports set state = 'read', format = ${read.format}, encoding = ${read.encoding}, delimiter = ${read.delimiter},
        columns = ${JSON.stringify(read.columns)}::jsonb, total = ${read.total}, settings = ${JSON.stringify(read.settings)}::jsonb
      where tenant = ${tx.tenant} and id = ${id} and state = 'reading'`,
  )
}

/** Ends an import whose file cannot be read. */
export function updateUnreadable(tx: Tx, id: string, fault: string, limit: number | null, now: Date): void {
  post(
    tx,
    sql`update registers.imports set state = 'failed', fault = ${fault}, fault_limit = ${limit}, ended_at = ${now}
      where tenant = ${tx.tenant} and id = ${id}`,
  )
}

/** Begins to look at all rows anew, to check or to load them. */
export async function updateBegun(
  tx: Tx,
  id: string,
  state: 'checking' | 'running',
  settings: ImportSettings,
): Promise<void> {
  await run(
    tx,
    sql`update registers.imports set state = ${state}, settings = ${JSON.stringify(settings)}::jsonb, cursor = 0, added = 0, changed = 0,
        same = 0, refused = 0 where tenant = ${tx.tenant} and id = ${id}`,
  )
  await run(tx, sql`delete from registers.import_rows where tenant = ${tx.tenant} and import = ${id}`)
}

/** What came of a row. */
export interface RowResult {
  readonly row: number
  readonly outcome: RowOutcome
  readonly record: string | null
  readonly fields: readonly string[]
  readonly problems: readonly RowProblem[]
  /** Only of rows that were refused. */
  readonly cells: readonly unknown[] | null
}

/** Notes what came of a portion of rows, and where the next one begins; the last one ends the check or the load. */
export function updateLooked(
  tx: Tx,
  { import: id, state }: StoredImport,
  results: readonly RowResult[],
  isLast: boolean,
  now: Date,
): void {
  const count = (outcome: RowOutcome) => results.filter(result => result.outcome === outcome).length
  const next = isLast ? (state === 'checking' ? 'checked' : 'done') : state
  post(
    tx,
    sql`update registers.imports set cursor = cursor + ${results.length}, added = added + ${count('new')}, changed = changed + ${count('changed')},
        same = same + ${count('same')}, refused = refused + ${count('refused')}, state = ${next},
        ended_at = case when ${next}::text = 'done' then ${now}::timestamptz end
      where tenant = ${tx.tenant} and id = ${id}`,
  )
  post(
    tx,
    sql`insert into registers.import_rows (tenant, import, row, outcome, record, fields, problems, cells)
      select ${tx.tenant}, ${id}, row, outcome, record, fields, problems, cells
      from unnest(${results.map(({ row }) => row)}::integer[], ${results.map(({ outcome }) => outcome)}::text[],
        ${results.map(({ record }) => record)}::text[], ${results.map(({ fields }) => JSON.stringify(fields))}::jsonb[],
        ${results.map(({ problems }) => JSON.stringify(problems))}::jsonb[],
        ${results.map(({ cells }) => (cells === null ? null : JSON.stringify(cells)))}::jsonb[])
        as looked (row, outcome, record, fields, problems, cells)`,
  )
}

/** Gives an import up and lets its file go; tells how many records it wrote, null when it had ended before. */
export async function updateCancelled(tx: Tx, id: string, now: Date): Promise<number | null> {
  const row = await findRow(
    tx,
    sql<{ written: number }>`update registers.imports set state = 'cancelled', ended_at = ${now}
      where tenant = ${tx.tenant} and id = ${id} and state not in ('done', 'failed', 'cancelled')
      returning case when old.state = 'running' then added + changed else 0 end as written`,
  )
  if (row !== null) deleteContent(tx, id)
  return row?.written ?? null
}

/** Lets the file of an import go. */
export function deleteContent(tx: Tx, id: string): void {
  post(tx, sql`delete from registers.import_files where tenant = ${tx.tenant} and import = ${id}`)
}

/** Rows of an import, in the order of the file. */
export async function listLooked(
  reader: Reader,
  tenant: string,
  id: string,
  outcome: RowOutcome | null,
  after: number,
  limit: number,
): Promise<RowResult[]> {
  return rows(
    reader,
    sql<{
      row: number
      outcome: RowOutcome
      record: string | null
      fields: string[]
      problems: RowProblem[]
      cells: unknown[] | null
    }>`select row, outcome, record, fields, problems, cells from registers.import_rows
      where tenant = ${tenant} and import = ${id} and row > ${after} and (${outcome}::text is null or outcome = ${outcome})
      order by row limit ${limit}`,
  )
}

/** Organisations whose old imports hold rows or a file still. */
export async function listStale(
  reader: Reader,
  before: Date,
  limit: number,
): Promise<{ tenant: string; import: string }[]> {
  return rows(
    reader,
    sql<{
      tenant: string
      import: string
    }>`select i.tenant, i.id as import from registers.imports i where i.started_at < ${before}
      and (exists (select from registers.import_rows r where r.tenant = i.tenant and r.import = i.id)
        or exists (select from registers.import_files f where f.tenant = i.tenant and f.import = i.id))
      order by i.started_at limit ${limit}`,
  )
}

/** Lets everything go that an import kept of its file. */
export function deleteRows(tx: Tx, id: string): void {
  post(tx, sql`delete from registers.import_rows where tenant = ${tx.tenant} and import = ${id}`)
  deleteContent(tx, id)
}
