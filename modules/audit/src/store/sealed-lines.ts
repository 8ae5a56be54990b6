import { findRow, type Reader, rows, sql } from '@tereze/foundation-database'
import type { AuditLine } from '@tereze/foundation-operations'

/** A line with its place in the log of its organisation. */
export interface PlacedLine {
  readonly index: number
  readonly line: AuditLine
}

/** How long the sealed log of each organisation is. */
export async function listSizes(reader: Reader): Promise<{ organisation: string; size: number }[]> {
  return rows(
    reader,
    sql<{ organisation: string; size: number }>`select tenant as organisation, size from audit.logs order by tenant`,
  )
}

/** Sealed lines of a log from a place on, in order. */
export async function listLinesFrom(
  reader: Reader,
  tenant: string,
  index: number,
  limit: number,
): Promise<PlacedLine[]> {
  return rows(
    reader,
    sql<PlacedLine>`select f.index, l.content as line from audit.leaves f
      join audit.lines l on l.tenant = f.tenant and l.id = f.line
      where f.tenant = ${tenant} and f.index >= ${index}::bigint order by f.index limit ${limit}`,
  )
}

/** Sealed lines by id, in order. */
export async function listLinesOf(reader: Reader, tenant: string, ids: readonly string[]): Promise<PlacedLine[]> {
  return rows(
    reader,
    sql<PlacedLine>`select f.index, l.content as line from audit.leaves f
      join audit.lines l on l.tenant = f.tenant and l.id = f.line
      where f.tenant = ${tenant} and f.line = any(${ids as string[]}::text[]) order by f.index`,
  )
}

/** How long the sealed log of an organisation is. */
export async function findSize(reader: Reader, tenant: string): Promise<number> {
  const found = await findRow(reader, sql<{ size: number }>`select size from audit.logs where tenant = ${tenant}`)
  return found?.size ?? 0
}

/** Those of the names in a log that lines of an actor, written in a period, are about. */
export async function listLookedAt(
  reader: Reader,
  tenant: string,
  { actor, since, until }: { readonly actor: string; readonly since: string; readonly until: string },
  names: readonly string[],
): Promise<string[]> {
  const found = await rows(
    reader,
    sql<{ subject: string }>`select distinct s.subject from audit.subjects s
      join audit.lines l on l.tenant = s.tenant and l.id = s.line
      where s.tenant = ${tenant} and s.subject = any(${names as string[]}::text[])
        and s.time >= ${since}::timestamptz and s.time < ${until}::timestamptz and l.content->'actor'->>'id' = ${actor}`,
  )
  return found.map(({ subject }) => subject)
}
