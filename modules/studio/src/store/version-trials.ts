import { findRow, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { Due } from '@tereze/foundation-operations'
import type { DraftKind, TrialOrder } from '../contract/index.ts'

/** An order about a version on trial as it is kept. */
export interface VersionTrialRow {
  readonly id: string
  readonly kind: DraftKind
  readonly package: string
  readonly version: string
  readonly change: TrialOrder
  readonly share: number | null
  readonly reason: string
  readonly state: 'ordered' | 'done' | 'refused'
  /** Null: the platform itself. */
  readonly orderedBy: string | null
  readonly orderedAt: string
  readonly endedAt: string | null
  readonly problem: string | null
  /** Cases of the trial when it was held, and how many of them failed; null with other orders. */
  readonly cases: number | null
  readonly faulty: number | null
}

const columns = sql`id, kind, package, version, change, share, reason, state, ordered_by as "orderedBy", ordered_at as "orderedAt",
  ended_at as "endedAt", problem, cases, faulty`

type NewOrder = Pick<VersionTrialRow, 'id' | 'kind' | 'package' | 'version' | 'change' | 'share' | 'reason'> & {
  readonly by: string | null
  readonly cases?: number
  readonly faulty?: number
  readonly now: Date
}

/** Keeps an order. @returns false where another one about the package is being carried out. */
export async function insertVersionTrial(tx: Tx, one: NewOrder): Promise<boolean> {
  const kept = await rows(
    tx,
    sql`insert into studio.version_trials (tenant, id, kind, package, version, change, share, reason, state, ordered_by, ordered_at,
        cases, faulty)
      values (${tx.tenant}, ${one.id}, ${one.kind}, ${one.package}, ${one.version}, ${one.change}, ${one.share}, ${one.reason},
        'ordered', ${one.by}, ${one.now}, ${one.cases ?? null}, ${one.faulty ?? null})
      on conflict (tenant, kind, package) where state = 'ordered' do nothing returning id`,
  )
  return kept.length > 0
}

/** An order; null when there is none. */
export function findVersionTrial(reader: Reader, organisation: string, id: string): Promise<VersionTrialRow | null> {
  return findRow(
    reader,
    sql<VersionTrialRow>`select ${columns} from studio.version_trials where tenant = ${organisation} and id = ${id}`,
  )
}

/** Orders about trials of a package, the newest first. */
export function listVersionTrials(
  reader: Reader,
  organisation: string,
  kind: DraftKind,
  id: string,
): Promise<VersionTrialRow[]> {
  return rows(
    reader,
    sql<VersionTrialRow>`select ${columns} from studio.version_trials
      where tenant = ${organisation} and kind = ${kind} and package = ${id} order by ordered_at desc, id limit 50`,
  )
}

/** Keeps what the platform did with an order; one that was settled already stays. */
export async function updateVersionTrialSettled(tx: Tx, id: string, problem: string | null, now: Date): Promise<void> {
  await run(
    tx,
    sql`update studio.version_trials set state = ${problem === null ? 'done' : 'refused'}, problem = ${problem}, ended_at = ${now}
      where tenant = ${tx.tenant} and id = ${id} and state = 'ordered'`,
  )
}

/** When there are trials to look after: from the publication of a version with a share of what begins until it is in use or its trial ended. */
export const dueTrials = sql<Due>`select min(p.ended_at) as at from studio.publications p
  where p.state = 'published' and p.trial_share is not null and not exists (select from studio.version_trials t
    where t.tenant = p.tenant and t.kind = p.kind and t.package = p.package and t.version = p.version
      and t.state = 'done' and t.change in ('adopt', 'end'))`
