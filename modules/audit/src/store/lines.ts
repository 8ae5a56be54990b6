import { defer, type Fragment, findRow, type Reader, rows, sql, type Tx } from '@tereze/foundation-database'
import type { AuditLine } from '@tereze/foundation-operations'
import type { Place } from '../rules/page-cursor.ts'

function writingLines(_tenant: string, lines: readonly AuditLine[]): Fragment {
  return sql`insert into audit.lines (tenant, id, time, content)
    select line->>'tenant', line->>'id', (line->>'time')::timestamptz, line
    from jsonb_array_elements(${JSON.stringify(lines)}::jsonb) line`
}

/** Whom a line is about: what people do to their own data is not in it, what an application does to it is. */
type About = Pick<AuditLine, 'tenant' | 'id' | 'time'> & { readonly subject: string }

function writingSubjects(_tenant: string, about: readonly About[]): Fragment {
  return sql`insert into audit.subjects (tenant, subject, line, time)
    select * from unnest(${about.map(({ tenant }) => tenant)}::text[], ${about.map(({ subject }) => subject)}::text[],
      ${about.map(({ id }) => id)}::text[], ${about.map(({ time }) => time)}::timestamptz[])`
}

/** Writes lines at the end of the transaction, with what else it has put off. */
export async function insertLines(tx: Tx, lines: readonly AuditLine[]): Promise<void> {
  for (const line of lines) {
    const { tenant, id, time, actor } = line
    defer(tx, writingLines, line)
    for (const subject of new Set(line.subjects))
      if (subject !== actor.id || actor.scopes !== undefined) defer(tx, writingSubjects, { tenant, id, time, subject })
  }
}

/** A line, and whether it belongs to the person's own session. */
export interface LineAbout {
  readonly line: AuditLine
  readonly own: boolean
}

/** Which lines are wanted; null does not narrow. */
export interface LineFilter {
  readonly who: string | null
  readonly purpose: string | null
  readonly ground: string | null
  readonly fact: string | null
  /** Local dates of the zone. */
  readonly from: string | null
  readonly until: string | null
  readonly zone: string
}

/** Who looked: a member of the exchange, the organisation of an official or system, or the one that holds the line. */
const whoLooked = sql`coalesce(substring(l.content->'actor'->>'id' from '^system:exchange/(.+)$'),
  l.content->'actor'->>'organisation', l.tenant)`

function narrowed(filter: LineFilter) {
  const has = (field: string) => sql`l.content->'fields' @> ${JSON.stringify([field])}::jsonb`
  const wanted = [
    filter.who === null ? null : sql`${whoLooked} = ${filter.who}`,
    filter.purpose === null ? null : has(`purpose:${filter.purpose}`),
    filter.ground === null ? null : sql`(l.content->>'ground' = ${filter.ground} or ${has(`ground:${filter.ground}`)})`,
    filter.fact === null ? null : has(filter.fact),
    filter.from === null ? null : sql`s.time >= (${filter.from}::date)::timestamp at time zone ${filter.zone}`,
    filter.until === null ? null : sql`s.time < (${filter.until}::date + 1)::timestamp at time zone ${filter.zone}`,
  ]
  return sql.join([sql`true`, ...wanted.filter(condition => condition !== null)], sql` and `)
}

/** What the lines about a person, by their names in the log, say, each value once; of the newest of them where there are very many. */
export async function listKindsAbout(
  reader: Reader,
  subjects: readonly string[],
): Promise<{ kind: 'who' | 'purpose' | 'ground' | 'fact'; value: string }[]> {
  return rows(
    reader,
    sql<{ kind: 'who' | 'purpose' | 'ground' | 'fact'; value: string }>`with about as (
        select l.content, ${whoLooked} as who from audit.subjects s
          join audit.lines l on l.tenant = s.tenant and l.id = s.line
        where s.subject = any(${subjects as string[]}) and l.content->'actor'->>'id' <> 'system:people'
        order by s.time desc, s.line desc limit 5000
      ), fields as (select jsonb_array_elements_text(content->'fields') as field from about)
      select 'who' as kind, who as value from about
      union select 'ground', content->>'ground' from about where content->>'ground' is not null
      union select 'ground', substring(field from 8) from fields where field like 'ground:%'
      union select 'purpose', substring(field from 9) from fields where field like 'purpose:%'
      union select 'fact', field from fields where field like 'register:%' or field like 'contract:%'
      order by 1, 2`,
  )
}

/** Lines about a person, by their names in the log, across all organisations, newest first, from after a place; those of their own session or not. */
export async function listLinesAbout(
  reader: Reader,
  subjects: readonly string[],
  after: Place | null,
  limit: number,
  includeOwn: boolean,
  filter: LineFilter,
): Promise<LineAbout[]> {
  const before = after === null ? sql`true` : sql`(s.time, s.line) < (${after.time}::timestamptz, ${after.line})`
  return rows(
    reader,
    sql<LineAbout>`select l.content as line, o.own from audit.subjects s
      join audit.lines l on l.tenant = s.tenant and l.id = s.line
      cross join lateral (select l.content->'actor'->>'id' = 'system:people' as own) o
      where s.subject = any(${subjects as string[]}) and ${before} and (${includeOwn} or not o.own) and ${narrowed(filter)}
      order by s.time desc, s.line desc limit ${limit}`,
  )
}

/** A line, when it is about one of these names. */
export async function findLineAbout(
  reader: Reader,
  tenant: string,
  line: string,
  subjects: readonly string[],
): Promise<AuditLine | null> {
  const found = await findRow(
    reader,
    sql<{ content: AuditLine }>`select l.content from audit.lines l
      where l.tenant = ${tenant} and l.id = ${line} and exists (select from audit.subjects s
        where s.tenant = l.tenant and s.line = l.id and s.subject = any(${subjects as string[]}))`,
  )
  return found?.content ?? null
}

/** A line of an organisation. */
export async function findLine(reader: Reader, tenant: string, line: string): Promise<AuditLine | null> {
  const found = await findRow(
    reader,
    sql<{ content: AuditLine }>`select content from audit.lines where tenant = ${tenant} and id = ${line}`,
  )
  return found?.content ?? null
}

/** A line of an organisation that names a mark, written within a minute of a moment: ids begin with their time. */
export async function findLineMarked(
  reader: Reader,
  tenant: string,
  mark: string,
  between: { readonly first: string; readonly last: string },
): Promise<AuditLine | null> {
  const found = await findRow(
    reader,
    sql<{ content: AuditLine }>`select content from audit.lines
      where tenant = ${tenant} and id >= ${between.first} and id <= ${between.last}
        and content->'fields' @> ${JSON.stringify([mark])}::jsonb
      order by id limit 1`,
  )
  return found?.content ?? null
}
