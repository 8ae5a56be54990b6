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
