import { findRow, post, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { Publication } from '../contract/publication.ts'

const columns = sql`id as publication, dataset, reason, asked_by as "askedBy", asked_at as "askedAt", state,
  decided_by as "decidedBy", version`

/** Keeps a publication that is asked for; false when one waits already. */
export async function insertPublication(
  tx: Tx,
  added: { publication: string; dataset: string; reason: string; by: string; now: Date },
): Promise<boolean> {
  const inserted = await run(
    tx,
    sql`insert into datasets.publications (tenant, id, dataset, reason, asked_by, asked_at, state)
      values (${tx.tenant}, ${added.publication}, ${added.dataset}, ${added.reason}, ${added.by}, ${added.now}, 'waiting')
      on conflict do nothing`,
  )
  return inserted === 1
}

/** One publication, or null. */
export function findPublication(reader: Reader, tenant: string, id: string): Promise<Publication | null> {
  return findRow(
    reader,
    sql<Publication>`select ${columns} from datasets.publications where tenant = ${tenant} and id = ${id}`,
  )
}

/** The newest publications of an organisation. */
export function listNewestPublications(reader: Reader, tenant: string): Promise<Publication[]> {
  return rows(
    reader,
    sql<Publication>`select ${columns} from datasets.publications where tenant = ${tenant}
      order by asked_at desc, id desc limit 100`,
  )
}

/** Decides on a publication that waits; false when somebody was faster. */
export async function updateDecided(
  tx: Tx,
  { publication, approved, by, now }: { publication: string; approved: boolean; by: string; now: Date },
): Promise<boolean> {
  const changed = await run(
    tx,
    sql`update datasets.publications set state = ${approved ? 'approved' : 'refused'}, decided_by = ${by}, decided_at = ${now}
      where tenant = ${tx.tenant} and id = ${publication} and state = 'waiting'`,
  )
  return changed === 1
}

/** Approved publications that are not made yet. */
export function listApproved(reader: Reader): Promise<{ tenant: string; dataset: string; publication: string }[]> {
  return rows(
    reader,
    sql<{ tenant: string; dataset: string; publication: string }>`select tenant, dataset, id as publication
      from datasets.publications where state = 'approved'`,
  )
}

/** Keeps what came of an approved publication. */
export function updateMade(
  tx: Tx,
  dataset: string,
  state: 'published' | 'unchanged' | 'failed',
  version: number | null,
): void {
  post(
    tx,
    sql`update datasets.publications set state = ${state}, version = ${version}
      where tenant = ${tx.tenant} and dataset = ${dataset} and state = 'approved'`,
  )
}
