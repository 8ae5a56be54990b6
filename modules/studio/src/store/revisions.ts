import { findRow, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { Change, FileNow, SavedBy } from '../rules/decide-save.ts'

/** A revision as it is kept. */
export interface RevisionRow {
  readonly revision: number
  readonly at: string
  readonly by: string
  readonly restored: number | null
}

/** Keeps a revision with what it changes, in the history and in the files as they are now. */
export async function insertRevision(
  tx: Tx,
  draft: string,
  revision: { readonly number: number; readonly by: string; readonly now: Date; readonly restored: number | null },
  changes: readonly Change[],
): Promise<void> {
  const json = JSON.stringify(changes)
  await run(
    tx,
    sql`insert into studio.revisions (tenant, draft, revision, at, by, restored)
      values (${tx.tenant}, ${draft}, ${revision.number}, ${revision.now}, ${revision.by}, ${revision.restored})`,
  )
  await run(
    tx,
    sql`insert into studio.changes (tenant, draft, path, revision, change, text)
      select ${tx.tenant}, ${draft}, path, ${revision.number}, change, text
      from jsonb_to_recordset(${json}::jsonb) as c(path text, change text, text text)`,
  )
  await run(
    tx,
    sql`delete from studio.files where tenant = ${tx.tenant} and draft = ${draft}
      and path in (select path from jsonb_to_recordset(${json}::jsonb) as c(path text, text text) where text is null)`,
  )
  await run(
    tx,
    sql`insert into studio.files (tenant, draft, path, text, revision)
      select ${tx.tenant}, ${draft}, path, text, ${revision.number}
      from jsonb_to_recordset(${json}::jsonb) as c(path text, text text) where text is not null
      on conflict (tenant, draft, path) do update set text = excluded.text, revision = excluded.revision`,
  )
}

/** The files of a draft as they are now, sorted by path. */
export function listFiles(reader: Reader, organisation: string, draft: string): Promise<FileNow[]> {
  return rows(
    reader,
    sql<FileNow>`select path, text, revision from studio.files where tenant = ${organisation} and draft = ${draft} order by path`,
  )
}

/** The files of a draft as they were after a revision, sorted by path. */
export function listFilesAt(reader: Reader, organisation: string, draft: string, revision: number): Promise<FileNow[]> {
  return rows(
    reader,
    sql<FileNow>`select path, text, revision from (
        select distinct on (path) path, text, revision from studio.changes
        where tenant = ${organisation} and draft = ${draft} and revision <= ${revision} order by path, revision desc) newest
      where text is not null order by path`,
  )
}

/** Who last changed a path of a draft: the one who removed it where it is gone; null when it never was there. */
export function findSavedBy(reader: Reader, organisation: string, draft: string, paths: readonly string[]) {
  return rows(
    reader,
    sql<SavedBy & { path: string }>`select distinct on (c.path) c.path, r.by, r.at
      from studio.changes c join studio.revisions r using (tenant, draft, revision)
      where c.tenant = ${organisation} and c.draft = ${draft} and c.path = any(${[...paths]}::text[])
      order by c.path, c.revision desc`,
  )
}

/** A revision; null when there is none. */
export function findRevision(reader: Reader, organisation: string, draft: string, revision: number) {
  return findRow(
    reader,
    sql<RevisionRow>`select revision, at, by, restored from studio.revisions
      where tenant = ${organisation} and draft = ${draft} and revision = ${revision}`,
  )
}

/** Revisions before one (all when null), the newest first. */
export function listRevisionRows(
  reader: Reader,
  organisation: string,
  draft: string,
  before: number | null,
  limit: number,
): Promise<RevisionRow[]> {
  return rows(
    reader,
    sql<RevisionRow>`select revision, at, by, restored from studio.revisions
      where tenant = ${organisation} and draft = ${draft} and (${before}::int is null or revision < ${before}::int)
      order by revision desc limit ${limit}`,
  )
}

/** What some revisions changed, without the texts, sorted by path. */
export function listChanges(reader: Reader, organisation: string, draft: string, revisions: readonly number[]) {
  return rows(
    reader,
    sql<{ revision: number; path: string; change: Change['change'] }>`select revision, path, change from studio.changes
      where tenant = ${organisation} and draft = ${draft} and revision = any(${[...revisions]}::int[]) order by path`,
  )
}

/** Who wrote revisions of a draft after one. */
export async function listWriters(
  reader: Reader,
  organisation: string,
  draft: string,
  after: number,
): Promise<string[]> {
  const found = await rows(
    reader,
    sql<{ by: string }>`select distinct by from studio.revisions
      where tenant = ${organisation} and draft = ${draft} and revision > ${after} order by by`,
  )
  return found.map(({ by }) => by)
}
