import { type Reader, rows, sql } from '@tereze/foundation-database'
import type { CaseTallyColumn } from '../contract/tally.ts'

/** Decided cases that are counted together, with the days that they took. */
export interface CaseTally {
  readonly codes: string[]
  readonly count: number
  readonly sum: number
  readonly largest: number
}

/** Decided cases of an organisation by columns. */
export function tallyDecided(
  reader: Reader,
  { organisation, zone, by }: { organisation: string; zone: string; by: readonly CaseTallyColumn[] },
): Promise<CaseTally[]> {
  const codes = by.map(column =>
    column === 'month'
      ? sql`to_char(decided_at at time zone ${zone}, 'YYYY-MM')`
      : sql`coalesce(${sql.ref(column)}::text, '')`,
  )
  return rows(
    reader,
    sql<CaseTally>`select codes, count(*)::int as count, sum(days)::float8 as sum, max(days)::float8 as largest
      from (select array[${codes.length === 0 ? sql`` : sql.join(codes)}]::text[] as codes,
          greatest(extract(epoch from decided_at - coalesce(submitted_at, opened_at)) / 86400, 0) as days
        from cases.cases where tenant = ${organisation} and decided_at is not null) as decided
      group by codes order by codes`,
  )
}
