import { findRow, post, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { ExportFormat } from '../contract/export.ts'
import type { Criterion } from '../contract/record.ts'

interface Row {
  register: string
  format: ExportFormat
  criteria: Record<string, Criterion>
  as_of: string | null
  known_at: Date | null
  portions: number
  told_until: string | null
  count: number
}

/** What is taken out as a file, and how far it is told. */
export interface StoredExport {
  readonly register: string
  readonly format: ExportFormat
  readonly where: Readonly<Record<string, Criterion>>
  readonly at: { readonly asOf?: string; readonly knownAt?: string }
  /** Portions that were told. */
  readonly portions: number
  /** The last record of them. */
  readonly toldUntil: string | null
  readonly count: number
}

/** Notes what somebody wants to take out. */
export function insertExport(
  tx: Tx,
  wanted: Pick<StoredExport, 'register' | 'format' | 'where' | 'at'> & { export: string; by: string; now: Date },
): void {
  post(
    tx,
    sql`insert into registers.exports (tenant, id, register, format, criteria, as_of, known_at, asked_by, asked_at)
      values (${tx.tenant}, ${wanted.export}, ${wanted.register}, ${wanted.format}, ${JSON.stringify(wanted.where)}::jsonb,
        ${wanted.at.asOf ?? null}::date, ${wanted.at.knownAt ?? null}::timestamptz, ${wanted.by}, ${wanted.now})`,
  )
}

/** What somebody takes out, held until the end of the transaction: nobody else tells of it meanwhile. */
export async function holdExport(tx: Tx, id: string, by: string): Promise<StoredExport | null> {
  const row = await findRow(
    tx,
    sql<Row>`select register, format, criteria, as_of::text, known_at, portions, told_until, count::integer
      from registers.exports where tenant = ${tx.tenant} and id = ${id} and asked_by = ${by} for update`,
  )
  if (row === null) return null
  const { register, format, criteria, as_of, known_at, portions, told_until, count } = row
  const at = {
    ...(as_of === null ? {} : { asOf: as_of }),
    ...(known_at === null ? {} : { knownAt: new Date(known_at).toISOString() }),
  }
  return { register, format, where: criteria, at, portions, toldUntil: told_until, count }
}

/** Notes how far a file is told. */
export function updateTold(tx: Tx, id: string, toldUntil: string | null, count: number): void {
  post(
    tx,
    sql`update registers.exports set portions = portions + 1, told_until = ${toldUntil}, count = ${count}
      where tenant = ${tx.tenant} and id = ${id}`,
  )
}

/** Forgets what was taken out. */
export function deleteExport(tx: Tx, id: string): void {
  post(tx, sql`delete from registers.exports where tenant = ${tx.tenant} and id = ${id}`)
}

/** Organisations of which files stand that were asked for long ago: nobody tells them any more. */
export async function listStaleExports(reader: Reader, before: Date): Promise<string[]> {
  const found = await rows(
    reader,
    sql<{ tenant: string }>`select distinct tenant from registers.exports where asked_at < ${before}`,
  )
  return found.map(({ tenant }) => tenant)
}

/** Forgets the files of an organisation that were asked for long ago; how many there were. */
export async function deleteStaleExports(tx: Tx, before: Date): Promise<number> {
  return run(tx, sql`delete from registers.exports where tenant = ${tx.tenant} and asked_at < ${before}`)
}
