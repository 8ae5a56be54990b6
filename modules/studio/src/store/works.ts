import { findRow, getRow, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { Text } from '@tereze/operation'
import type { DraftKind, WorkState } from '../contract/index.ts'

/** A work as it is kept, with what was published of its package first since it began. */
export interface WorkRow {
  readonly id: string
  readonly kind: DraftKind
  readonly package: string
  readonly title: Text
  readonly aim: string
  readonly baseVersion: string | null
  readonly pipeline: string
  readonly pipelineVersion: string
  readonly stage: string
  readonly state: WorkState
  readonly begunBy: string
  readonly begunAt: string
  readonly endedAt: string | null
  readonly publishedVersion: string | null
  readonly publishedAt: string | null
}

const columns = sql`w.id, w.kind, w.package, w.title, w.aim, w.base_version as "baseVersion", w.pipeline,
  w.pipeline_version as "pipelineVersion", w.stage, w.state, w.begun_by as "begunBy", w.begun_at as "begunAt", w.ended_at as "endedAt",
  p.version as "publishedVersion", p.ended_at as "publishedAt"`
const withPublication = sql`studio.works w left join lateral (
    select p.version, p.ended_at from studio.publications p
    where p.tenant = w.tenant and p.kind = w.kind and p.package = w.package and p.state = 'published' and p.ended_at >= w.begun_at
      and p.ended_at <= coalesce(w.ended_at, p.ended_at)
    order by p.ended_at limit 1) p on true`

type NewWork = Omit<WorkRow, 'state' | 'endedAt' | 'begunAt' | 'begunBy' | 'publishedVersion' | 'publishedAt'> & {
  readonly by: string
  readonly now: Date
}

/** Keeps a new work. @returns false where another one of the package is on its way. */
export async function insertWork(tx: Tx, one: NewWork): Promise<boolean> {
  const kept = await rows(
    tx,
    sql`insert into studio.works (tenant, id, kind, package, title, aim, base_version, pipeline, pipeline_version, stage, state,
        begun_by, begun_at)
      values (${tx.tenant}, ${one.id}, ${one.kind}, ${one.package}, ${JSON.stringify(one.title)}::jsonb, ${one.aim}, ${one.baseVersion},
        ${one.pipeline}, ${one.pipelineVersion}, ${one.stage}, 'open', ${one.by}, ${one.now})
      on conflict (tenant, kind, package) where state = 'open' do nothing returning id`,
  )
  return kept.length > 0
}

/** The open work of a package; null when there is none. */
export async function findOpenWork(reader: Reader, organisation: string, kind: DraftKind, id: string) {
  const row = await findRow(
    reader,
    sql<{
      id: string
    }>`select id from studio.works where tenant = ${organisation} and kind = ${kind} and package = ${id} and state = 'open'`,
  )
  return row?.id ?? null
}

/** How many works of an organisation are on their way. */
export async function countOpenWorks(reader: Reader, organisation: string): Promise<number> {
  const { count } = await getRow(
    reader,
    sql<{
      count: number
    }>`select count(*)::int as count from studio.works where tenant = ${organisation} and state = 'open'`,
  )
  return count
}

/** A work; null when there is none. */
export function findWork(reader: Reader, organisation: string, id: string): Promise<WorkRow | null> {
  return findRow(
    reader,
    sql<WorkRow>`select ${columns} from ${withPublication} where w.tenant = ${organisation} and w.id = ${id}`,
  )
}

/** A work of the tenant, held until the transaction ends: whatever changes it goes one after the other. */
export async function holdWork(tx: Tx, id: string): Promise<WorkRow | null> {
  await rows(tx, sql`select id from studio.works where tenant = ${tx.tenant} and id = ${id} for update`)
  return findWork(tx, tx.tenant, id)
}

/** Works of an organisation: the longest on their way first, then those that ended, the last first. */
export function listWorkRows(reader: Reader, organisation: string): Promise<WorkRow[]> {
  return rows(
    reader,
    sql<WorkRow>`select ${columns} from ${withPublication} where w.tenant = ${organisation}
      order by w.ended_at desc nulls first, w.begun_at, w.id limit 500`,
  )
}

/** Moves a work to a stage, or ends it there. */
export async function updateWork(
  tx: Tx,
  id: string,
  to: { readonly stage: string; readonly state: WorkState; readonly now: Date },
): Promise<void> {
  await run(
    tx,
    sql`update studio.works set stage = ${to.stage}, state = ${to.state},
      ended_at = ${to.state === 'open' ? null : to.now} where tenant = ${tx.tenant} and id = ${id}`,
  )
}
