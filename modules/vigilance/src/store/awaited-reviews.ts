import { findRow, post, type Reader, rows, sql, type Tx } from '@tereze/foundation-database'
import type { Due } from '@tereze/foundation-operations'

/** An emergency that waits for its review. */
export interface AwaitedReview {
  readonly emergency: string
  readonly official: string
  readonly begunAt: string
}

/** Keeps that a review is awaited. */
export function insertAwaited(tx: Tx, { emergency, official, begunAt }: AwaitedReview, due: Date): void {
  post(
    tx,
    sql`insert into vigilance.awaited_reviews (tenant, emergency, official, begun_at, due_at)
      values (${tx.tenant}, ${emergency}, ${official}, ${begunAt}, ${due}) on conflict do nothing`,
  )
}

/** The review is there. */
export function deleteAwaited(tx: Tx, emergency: string): void {
  post(tx, sql`delete from vigilance.awaited_reviews where tenant = ${tx.tenant} and emergency = ${emergency}`)
}

/** Emergencies whose review should be there by a moment. */
export async function listOverdue(
  reader: Reader,
  now: Date,
  limit: number,
): Promise<readonly { readonly tenant: string; readonly emergency: string }[]> {
  return rows(
    reader,
    sql<{ tenant: string; emergency: string }>`select tenant, emergency from vigilance.awaited_reviews
      where due_at <= ${now} order by due_at limit ${limit}`,
  )
}

/** One that is overdue, moved on to its next term; null when its review came meanwhile, or another node took it. */
export async function takeOverdue(tx: Tx, emergency: string, now: Date, next: Date): Promise<AwaitedReview | null> {
  return findRow(
    tx,
    sql<AwaitedReview>`update vigilance.awaited_reviews set due_at = ${next}
      where tenant = ${tx.tenant} and emergency = ${emergency} and due_at <= ${now}
      returning emergency, official, begun_at as "begunAt"`,
  )
}

/** When the next review is overdue. */
export const dueReviews = sql<Due>`select min(due_at) as at from vigilance.awaited_reviews`
