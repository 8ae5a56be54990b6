import { type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { AuditLine } from '@tereze/foundation-operations'
import type { Place } from '../rules/page-cursor.ts'

/** Writes lines, many in one statement. */
export async function insertLines(tx: Tx, lines: readonly AuditLine[]): Promise<void> {
  await run(tx, sql`select audit.append(${JSON.stringify(lines)}::jsonb)`)
}

/** Lines about a person across all organisations, newest first, from after a place. */
export async function listLinesAbout(
  reader: Reader,
  subject: string,
  after: Place | null,
  limit: number,
): Promise<AuditLine[]> {
  const before = after === null ? sql`true` : sql`(s.time, s.line) < (${after.time}::timestamptz, ${after.line})`
  const found = await rows(
    reader,
    sql<{ content: AuditLine }>`select l.content from audit.subjects s
      join audit.lines l on l.tenant = s.tenant and l.id = s.line
      where s.subject = ${subject} and ${before} order by s.time desc, s.line desc limit ${limit}`,
  )
  return found.map(row => row.content)
}
