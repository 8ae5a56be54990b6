import { findRow, getRow, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { Due } from '@tereze/foundation-operations'
import type { CoverageItem, RunState, StoryTold } from '../contract/index.ts'
import type { DraftStory } from '../rules/stories-of.ts'

/** A run of the test bench as it is kept, without its stories. */
export interface RunRow {
  readonly id: string
  readonly draft: string
  readonly kind: 'stories' | 'trial'
  readonly state: RunState
  readonly told: number
  readonly stories: number
  readonly askedAt: string
  readonly problem: string | null
}

/** What came of a story the last time. */
export interface ResultRow {
  readonly path: string
  readonly basis: string
  readonly holds: boolean
  readonly told: StoryTold
  readonly toldAt: string
}

const columns = sql`id, draft, kind, state, told, jsonb_array_length(stories) as stories, asked_at as "askedAt", problem`
const open = sql`state in ('waiting', 'telling', 'stopping')`

/** Keeps a new run, and forgets runs of the draft beyond the newest `kept`. */
export async function insertRun(
  tx: Tx,
  one: Pick<RunRow, 'id' | 'draft' | 'kind'> & {
    readonly revision: number
    readonly stories: readonly DraftStory[]
    readonly by: string
    readonly now: Date
  },
  kept: number,
): Promise<void> {
  await run(
    tx,
    sql`insert into studio.bench_runs (tenant, id, draft, revision, kind, stories, state, asked_by, asked_at)
      values (${tx.tenant}, ${one.id}, ${one.draft}, ${one.revision}, ${one.kind}, ${JSON.stringify(one.stories)}::jsonb, 'waiting',
        ${one.by}, ${one.now})`,
  )
  await run(
    tx,
    sql`delete from studio.bench_runs where tenant = ${tx.tenant} and draft = ${one.draft} and not (${open}) and id not in (
        select id from studio.bench_runs where tenant = ${tx.tenant} and draft = ${one.draft} order by asked_at desc, id desc limit ${kept})`,
  )
}

/** How many runs of an organisation wait or go on. */
export async function countOpenRuns(reader: Reader, organisation: string): Promise<number> {
  const { count } = await getRow(
    reader,
    sql<{
      count: number
    }>`select count(*)::int as count from studio.bench_runs where tenant = ${organisation} and ${open}`,
  )
  return count
}

/** A run; null when there is none. */
export function findRun(
  reader: Reader,
  organisation: string,
  id: string,
): Promise<(RunRow & { outcome: StoryTold | null }) | null> {
  return findRow(
    reader,
    sql<
      RunRow & { outcome: StoryTold | null }
    >`select ${columns}, outcome from studio.bench_runs where tenant = ${organisation} and id = ${id}`,
  )
}

/** The run of a draft's stories that waits or goes on, else the last one. */
export function findLastRun(reader: Reader, organisation: string, draft: string): Promise<RunRow | null> {
  return findRow(
    reader,
    sql<RunRow>`select ${columns} from studio.bench_runs where tenant = ${organisation} and draft = ${draft} and kind = 'stories'
      order by (${open}) desc, asked_at desc, id desc limit 1`,
  )
}

/** When there is a run to begin. */
export const dueRuns = sql<Due>`select min(asked_at) as at from studio.bench_runs where state = 'waiting'`

/** What is told first: trials, at which somebody looks, and what waits since a moment or longer, so that trials never keep it waiting for ever. */
const isFirst = (since: Date) => sql`(kind = 'trial' or asked_at <= ${since})`

/** Organisations with runs that wait; see `isFirst`. */
export async function listTenantsWaiting(reader: Reader, since: Date): Promise<string[]> {
  const found = await rows(
    reader,
    sql<{ tenant: string }>`select tenant from studio.bench_runs where state = 'waiting'
      group by tenant order by min(asked_at) filter (where ${isFirst(since)}) nulls last, min(asked_at)`,
  )
  return found.map(({ tenant }) => tenant)
}

/** Takes the next run of the tenant for a node (see `isFirst`); null when another node was faster. */
export function claimRun(
  tx: Tx,
  node: number,
  since: Date,
): Promise<(Pick<RunRow, 'id' | 'draft' | 'kind'> & { stories: readonly DraftStory[] }) | null> {
  return findRow(
    tx,
    sql<Pick<RunRow, 'id' | 'draft' | 'kind'> & { stories: readonly DraftStory[] }>`
      update studio.bench_runs set state = 'telling', claimed_by = ${node}
      where tenant = ${tx.tenant} and id = (select id from studio.bench_runs where tenant = ${tx.tenant} and state = 'waiting'
        order by ${isFirst(since)} desc, asked_at limit 1 for update skip locked)
      returning id, draft, kind, stories`,
  )
}

/** Organisations with runs that a node told which does not live any more. */
export async function listTenantsLeft(reader: Reader): Promise<string[]> {
  const found = await rows(
    reader,
    sql<{ tenant: string }>`select distinct tenant from studio.bench_runs
      where ${open} and claimed_by is not null and not tereze.node_lives(claimed_by)`,
  )
  return found.map(({ tenant }) => tenant)
}

/** Lets runs wait again that a node told which does not live any more; those that were to stop have stopped. */
export async function releaseRuns(tx: Tx): Promise<void> {
  await run(
    tx,
    sql`update studio.bench_runs set state = case state when 'stopping' then 'stopped' else 'waiting' end, claimed_by = null, told = 0
      where tenant = ${tx.tenant} and ${open} and claimed_by is not null and not tereze.node_lives(claimed_by)`,
  )
}

/** Asks for a run to stop: one that waits has stopped, one that goes on is told; others stay. */
export async function updateStopping(tx: Tx, id: string): Promise<void> {
  await run(
    tx,
    sql`update studio.bench_runs set state = case state when 'waiting' then 'stopped' else 'stopping' end
      where tenant = ${tx.tenant} and id = ${id} and state in ('waiting', 'telling')`,
  )
}

/** Whether somebody asked for a run to stop, or it is no more. */
export async function isStopped(reader: Reader, organisation: string, id: string): Promise<boolean> {
  const row = await findRow(
    reader,
    sql<{ state: RunState }>`select state from studio.bench_runs where tenant = ${organisation} and id = ${id}`,
  )
  return row === null || row.state === 'stopping' || row.state === 'stopped'
}

/** Keeps that a run ended; what came of a trial with it. */
export async function updateEnded(
  tx: Tx,
  id: string,
  end: { readonly state: RunState; readonly problem: string | null; readonly now: Date },
): Promise<void> {
  await run(
    tx,
    sql`update studio.bench_runs set state = ${end.state}, problem = ${end.problem}, ended_at = ${end.now}, claimed_by = null
      where tenant = ${tx.tenant} and id = ${id}`,
  )
}

/** Keeps what came of a trial. */
export async function updateTrial(tx: Tx, id: string, told: StoryTold): Promise<void> {
  await run(
    tx,
    sql`update studio.bench_runs set told = 1, outcome = ${JSON.stringify(told)}::jsonb where tenant = ${tx.tenant} and id = ${id}`,
  )
}

/** Keeps what came of a story of a run. A draft that is no more keeps nothing. */
export async function upsertResult(
  tx: Tx,
  of: { readonly run: string; readonly draft: string; readonly basis: string; readonly now: Date },
  told: StoryTold,
): Promise<void> {
  await run(
    tx,
    sql`insert into studio.story_results (tenant, draft, path, basis, revision, holds, told, told_at)
      select tenant, draft, ${told.path}, ${of.basis}, revision, ${told.differences.length === 0}, ${JSON.stringify(told)}::jsonb, ${of.now}
      from studio.bench_runs where tenant = ${tx.tenant} and id = ${of.run}
      on conflict (tenant, draft, path) do update set basis = excluded.basis, revision = excluded.revision, holds = excluded.holds,
        told = excluded.told, told_at = excluded.told_at`,
  )
  await run(tx, sql`update studio.bench_runs set told = told + 1 where tenant = ${tx.tenant} and id = ${of.run}`)
}

/** Keeps what stories of a draft should use. */
export async function upsertMeasure(tx: Tx, draft: string, items: readonly CoverageItem[]): Promise<void> {
  await run(
    tx,
    sql`insert into studio.story_measures (tenant, draft, items)
      select tenant, id, ${JSON.stringify(items)}::jsonb from studio.drafts where tenant = ${tx.tenant} and id = ${draft}
      on conflict (tenant, draft) do update set items = excluded.items`,
  )
}

/** What stories of a draft should use, as it was measured last; none where it never was. */
export async function findMeasure(reader: Reader, organisation: string, draft: string): Promise<CoverageItem[]> {
  const row = await findRow(
    reader,
    sql<{
      items: CoverageItem[]
    }>`select items from studio.story_measures where tenant = ${organisation} and draft = ${draft}`,
  )
  return row?.items ?? []
}

/** What came of the stories of a draft the last time. */
export function listResults(reader: Reader, organisation: string, draft: string): Promise<ResultRow[]> {
  return rows(
    reader,
    sql<ResultRow>`select path, basis, holds, told, told_at as "toldAt" from studio.story_results
      where tenant = ${organisation} and draft = ${draft} order by path`,
  )
}
