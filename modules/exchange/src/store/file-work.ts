import { findRow, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { Due } from '@tereze/foundation-operations'
import { type FileRow, fileColumns } from './files.ts'

/** Work that is due: files to be checked, or to be sent on. */
export type FileWork = 'check' | 'deliver'

const workOf = {
  check: sql`state = 'checking'`,
  deliver: sql`state = 'ready' and direction = 'sent' and not to_fetch`,
}

/** Organisations with files that are due. */
export async function listTenantsWithFiles(reader: Reader, work: FileWork, now: Date): Promise<string[]> {
  const found = await rows(
    reader,
    sql<{ tenant: string }>`select distinct tenant from exchange.files where ${workOf[work]} and due_at <= ${now}`,
  )
  return found.map(({ tenant }) => tenant)
}

/** From when files wait for a kind of work. */
export const dueFiles = (work: FileWork) => sql<Due>`select min(due_at) as at from exchange.files where ${workOf[work]}`

/** Claims one file until a moment, so that one node works on it; null when none is due. */
export async function claimFile(tx: Tx, work: FileWork, now: Date, until: Date): Promise<FileRow | null> {
  return findRow(
    tx,
    sql<FileRow>`update exchange.files set due_at = ${until}, attempts = attempts + 1
      where tenant = ${tx.tenant} and id = (select id from exchange.files
        where tenant = ${tx.tenant} and ${workOf[work]} and due_at <= ${now} order by due_at limit 1 for update skip locked)
      returning ${fileColumns}`,
  )
}

/** Says when a file that was claimed is looked at again. */
export async function postponeFile(tx: Tx, file: string, due: Date): Promise<void> {
  await run(tx, sql`update exchange.files set due_at = ${due} where tenant = ${tx.tenant} and id = ${file}::uuid`)
}

/** Files whose time is over and that nobody holds. */
export async function listOverFiles(
  reader: Reader,
  now: Date,
  limit: number,
): Promise<{ tenant: string; file: string }[]> {
  return rows(
    reader,
    sql<{ tenant: string; file: string }>`select tenant, id as file from exchange.files
      where state <> 'expired' and until <= ${now}
        and not exists (select from exchange.file_holds h where h.tenant = exchange.files.tenant and h.file = exchange.files.id)
      order by until limit ${limit}`,
  )
}

/** Forgets where the parts of a file were; that there was one stays. */
export async function expireFile(tx: Tx, file: string, now: Date): Promise<void> {
  await run(tx, sql`delete from exchange.file_parts where tenant = ${tx.tenant} and file = ${file}::uuid`)
  await run(
    tx,
    sql`update exchange.files set state = 'expired', parts = '{}', changed_at = ${now}
      where tenant = ${tx.tenant} and id = ${file}::uuid`,
  )
}
