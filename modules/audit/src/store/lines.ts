import { post, type Reader, rows, sql, type Tx } from '@tereze/foundation-database'
import type { AuditLine } from '@tereze/foundation-operations'
import type { Place } from '../rules/page-cursor.ts'

/** Writes lines, many in one statement. */
export async function insertLines(tx: Tx, lines: readonly AuditLine[]): Promise<void> {
  post(tx, sql`select audit.append(${JSON.stringify(lines)}::jsonb)`)
}

/** A line, and whether it belongs to the person's own session. */
export interface LineAbout {
  readonly line: AuditLine
  readonly own: boolean
}

/** Lines about a person across all organisations, newest first, from after a place; those of their own session or not. */
export async function listLinesAbout(
  reader: Reader,
  subject: string,
  after: Place | null,
  limit: number,
  includeOwn: boolean,
): Promise<LineAbout[]> {
  const before = after === null ? sql`true` : sql`(s.time, s.line) < (${after.time}::timestamptz, ${after.line})`
  return rows(
    reader,
    sql<LineAbout>`select l.content as line, o.own from audit.subjects s
      join audit.lines l on l.tenant = s.tenant and l.id = s.line
      cross join lateral (select l.content->'actor'->>'id' = 'system:people' as own) o
      where s.subject = ${subject} and ${before} and (${includeOwn} or not o.own)
      order by s.time desc, s.line desc limit ${limit}`,
  )
}
