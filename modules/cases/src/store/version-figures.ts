import { type Reader, rows, sql } from '@tereze/foundation-database'
import type { VersionFigures } from '../contract/compare-versions.ts'

/** How the cases of versions went that were opened since a moment; a version without cases is left out. */
export function listVersionFigures(
  reader: Reader,
  of: {
    readonly organisation: string
    readonly service: string
    readonly versions: readonly string[]
    readonly since: Date
  },
): Promise<VersionFigures[]> {
  return rows(
    reader,
    sql<VersionFigures>`select service_version as version, count(*)::int as cases, count(ended_at)::int as ended,
        percentile_cont(0.5) within group (order by extract(epoch from ended_at - opened_at) / 86400)::float8 as "medianDays",
        count(decided_at)::int as decided, count(*) filter (where outcome = 'refused')::int as refused,
        count(*) filter (where exists (select from cases.incidents
          where incidents.tenant = cases.tenant and incidents.case_id = cases.id))::int as faulty,
        count(*) filter (where appeal <> 'none')::int as appealed, count(rating)::int as rated, avg(rating)::float8 as rating
      from cases.cases
      where tenant = ${of.organisation} and service = ${of.service} and service_version = any(${[...of.versions]}::text[])
        and opened_at >= ${of.since}
      group by service_version`,
  )
}
