import { findRow, type Reader, rows, sql } from '@tereze/foundation-database'

/** Size that a log says it has; 0 when there is none. */
export async function getLogSize(reader: Reader, tenant: string): Promise<number> {
  const found = await findRow(reader, sql<{ size: number }>`select size from audit.logs where tenant = ${tenant}`)
  return found?.size ?? 0
}

/** A place of the log, its line, and whom the list of accesses says the line is about. */
export interface KeptLine {
  readonly index: number
  readonly line: string
  /** Null when the line is gone. */
  readonly content: {
    tenant?: unknown
    id?: unknown
    time?: unknown
    subjects?: unknown
    actor?: { id?: unknown }
  } | null
  /** What the columns beside the content say, as the content would. */
  readonly time: string | null
  readonly subjects: readonly string[]
}

/** Places from `from` on. */
export async function listKeptLines(reader: Reader, tenant: string, from: number, limit: number): Promise<KeptLine[]> {
  return rows(
    reader,
    sql<KeptLine>`select f.index, f.line, l.content, l.time,
        array(select s.subject from audit.subjects s where s.tenant = f.tenant and s.line = f.line and s.time = l.time) as subjects
      from audit.leaves f left join audit.lines l on l.tenant = f.tenant and l.id = f.line
      where f.tenant = ${tenant} and f.index >= ${from} order by f.index limit ${limit}`,
  )
}

/**
 * Lines that stand where the log has already been and have no leaf: the sealer passes over none, so somebody else put them there. Those
 * whose transaction this cluster has not reached are of the same kind.
 */
export async function listInsertedLines(reader: Reader, tenant: string, limit: number): Promise<string[]> {
  const found = await rows(
    reader,
    sql<{ id: string }>`select l.id from audit.lines l join audit.logs g on g.tenant = l.tenant
      where l.tenant = ${tenant} and g.transaction < pg_snapshot_xmax(pg_current_snapshot())
        and ((l.transaction, l.ordinal) <= (g.transaction, g.ordinal) or l.transaction >= pg_snapshot_xmax(pg_current_snapshot()))
        and not exists (select from audit.leaves f where f.tenant = l.tenant and f.line = l.id)
      order by l.id limit ${limit}`,
  )
  return found.map(row => row.id)
}

/** Entries of the list of accesses that lead to no line of their moment. */
export async function listStraySubjects(reader: Reader, tenant: string, limit: number): Promise<string[]> {
  const found = await rows(
    reader,
    sql<{ line: string }>`select distinct s.line from audit.subjects s
      where s.tenant = ${tenant}
        and not exists (select from audit.lines l where l.tenant = s.tenant and l.id = s.line and l.time = s.time)
      order by s.line limit ${limit}`,
  )
  return found.map(row => row.line)
}

/** Tiles of the upper levels of a log, where hashes of hashes are. */
export async function listUpperTiles(
  reader: Reader,
  tenant: string,
): Promise<{ level: number; index: number; hashes: Uint8Array }[]> {
  return rows(
    reader,
    sql<{ level: number; index: number; hashes: Uint8Array }>`select level, index, hashes from audit.tiles
      where tenant = ${tenant} and level > 0 order by level, index`,
  )
}
