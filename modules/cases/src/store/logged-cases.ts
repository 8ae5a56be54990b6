import { type Reader, rows, sql } from '@tereze/foundation-database'
import type { Opened } from '../rules/opened-between.ts'

/** What was logged of one case, as mining needs it. */
export interface LoggedCase {
  readonly id: string
  readonly openedAt: string
  readonly endedAt: string | null
  /** `[what, element, instant, instance]` in the order in which it happened. */
  readonly steps: readonly (readonly [string, string, string, string])[]
  /** Processes of the case by instance: package kind, package, version, whether another process called it. */
  readonly instances: Readonly<Record<string, readonly [string, string, string, boolean]>>
}

/** Cases of a service opened in a time with what their processes did, the newest first; appeals and corrections left out. */
export async function listLogged(
  reader: Reader,
  tenant: string,
  service: string,
  { after, before }: Opened,
  limit: number,
): Promise<LoggedCase[]> {
  return rows(
    reader,
    sql<LoggedCase>`with chosen as (
        select c.tenant, c.id, c.opened_at, c.ended_at from cases.cases c
        where c.tenant = ${tenant} and c.service = ${service} and c.opened_at >= ${after}::timestamptz and c.opened_at < ${before}::timestamptz
        order by c.opened_at desc, c.id limit ${limit}
      )
      select c.id, c.opened_at as "openedAt", c.ended_at as "endedAt", i.instances, coalesce(h.steps, '[]') as steps
      from chosen c
      cross join lateral (
        select coalesce(jsonb_object_agg(i.id, jsonb_build_array(i.package_kind, i.package, i.package_version, i.parent is not null and i.fragment is null)), '{}') as instances
        from cases.instances i where i.tenant = c.tenant and i.case_id = c.id and i.kind = 'service'
      ) i
      cross join lateral (
        select jsonb_agg(jsonb_build_array(h.what, h.element, h.at, h.instance) order by h.ordinal) as steps
        from cases.history h where h.tenant = c.tenant and h.case_id = c.id and i.instances ? h.instance
      ) h
      order by c.opened_at desc, c.id`,
  )
}

/** Services of an organisation of which cases were opened in a time, those with most cases first. */
export async function countOpened(
  reader: Reader,
  tenant: string,
  { after, before }: Opened,
): Promise<{ service: string; cases: number }[]> {
  return rows(
    reader,
    sql<{ service: string; cases: number }>`select service, count(*)::int as cases from cases.cases
      where tenant = ${tenant} and opened_at >= ${after}::timestamptz and opened_at < ${before}::timestamptz
      group by service order by count(*) desc, service`,
  )
}
