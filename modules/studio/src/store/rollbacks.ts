import { findRow, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { Text } from '@tereze/operation'
import type { DraftKind, PublicationProblem } from '../contract/index.ts'

/** A rollback as it is kept. */
export interface RollbackRow {
  readonly id: string
  readonly kind: DraftKind
  readonly package: string
  readonly title: Text
  readonly fromVersion: string
  readonly toVersion: string
  readonly reason: string
  readonly state: 'ordered' | 'done' | 'refused'
  readonly orderedBy: string
  readonly orderedAt: string
  readonly endedAt: string | null
  readonly problems: readonly PublicationProblem[]
  readonly reviewedBy: string | null
  readonly reviewedAt: string | null
  readonly remarks: string
}

const columns = sql`id, kind, package, title, from_version as "fromVersion", to_version as "toVersion", reason, state,
  ordered_by as "orderedBy", ordered_at as "orderedAt", ended_at as "endedAt", problems, reviewed_by as "reviewedBy",
  reviewed_at as "reviewedAt", remarks`

type NewRollback = Pick<RollbackRow, 'id' | 'kind' | 'package' | 'title' | 'fromVersion' | 'toVersion' | 'reason'> & {
  readonly by: string
  readonly now: Date
}

/** Keeps an ordered rollback. @returns false where another one of the package is being carried out. */
export async function insertRollback(tx: Tx, one: NewRollback): Promise<boolean> {
  const kept = await rows(
    tx,
    sql`insert into studio.rollbacks (tenant, id, kind, package, title, from_version, to_version, reason, state, ordered_by, ordered_at)
      values (${tx.tenant}, ${one.id}, ${one.kind}, ${one.package}, ${JSON.stringify(one.title)}::jsonb, ${one.fromVersion},
        ${one.toVersion}, ${one.reason}, 'ordered', ${one.by}, ${one.now})
      on conflict (tenant, kind, package) where state = 'ordered' do nothing returning id`,
  )
  return kept.length > 0
}

/** A rollback; null when there is none. */
export function findRollback(reader: Reader, organisation: string, id: string): Promise<RollbackRow | null> {
  return findRow(
    reader,
    sql<RollbackRow>`select ${columns} from studio.rollbacks where tenant = ${organisation} and id = ${id}`,
  )
}

/** A rollback of the tenant, held until the transaction ends. */
export function holdRollback(tx: Tx, id: string): Promise<RollbackRow | null> {
  return findRow(
    tx,
    sql<RollbackRow>`select ${columns} from studio.rollbacks where tenant = ${tx.tenant} and id = ${id} for update`,
  )
}

/** Rollbacks of a package, the newest first. */
export function listRollbacksOf(
  reader: Reader,
  organisation: string,
  kind: DraftKind,
  id: string,
): Promise<RollbackRow[]> {
  return rows(
    reader,
    sql<RollbackRow>`select ${columns} from studio.rollbacks
      where tenant = ${organisation} and kind = ${kind} and package = ${id} order by ordered_at desc, id limit 50`,
  )
}

/** Rollbacks of an organisation that were carried out, or are to be, and nobody has looked at; the newest first. */
export function listUnreviewed(reader: Reader, organisation: string): Promise<RollbackRow[]> {
  return rows(
    reader,
    sql<RollbackRow>`select ${columns} from studio.rollbacks
      where tenant = ${organisation} and reviewed_by is null and state <> 'refused' order by ordered_at desc, id limit 100`,
  )
}

/** Keeps what the platform did with an order; one that was settled already stays. */
export async function updateRollbackSettled(
  tx: Tx,
  id: string,
  outcome: { readonly done: boolean; readonly problems: readonly PublicationProblem[]; readonly now: Date },
): Promise<void> {
  await run(
    tx,
    sql`update studio.rollbacks set state = ${outcome.done ? 'done' : 'refused'},
      problems = ${JSON.stringify(outcome.problems)}::jsonb, ended_at = ${outcome.now}
      where tenant = ${tx.tenant} and id = ${id} and state = 'ordered'`,
  )
}

/** Keeps that somebody looked at it afterwards. */
export async function updateRollbackReviewed(
  tx: Tx,
  id: string,
  review: { readonly by: string; readonly remarks: string; readonly now: Date },
): Promise<void> {
  await run(
    tx,
    sql`update studio.rollbacks set reviewed_by = ${review.by}, remarks = ${review.remarks}, reviewed_at = ${review.now}
      where tenant = ${tx.tenant} and id = ${id}`,
  )
}
