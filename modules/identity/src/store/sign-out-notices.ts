import { type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { Due } from '@tereze/foundation-operations'

/** An application that has to hear that somebody signed out. */
export interface SignOutNotice {
  readonly client: string
  readonly account: string
  /** Name of the session at that application. */
  readonly sid: string
}

/** A notice that waits. */
export interface DueNotice extends SignOutNotice {
  readonly notice: string
  readonly attempts: number
}

/** Keeps notices to be sent. */
export async function insertNotice(tx: Tx, notice: SignOutNotice & { notice: string; now: Date }): Promise<void> {
  await run(
    tx,
    sql`insert into identity.sign_out_notices (tenant, notice, client, account, sid, due_at)
      values (${tx.tenant}, ${notice.notice}, ${notice.client}, ${notice.account}, ${notice.sid}, ${notice.now})`,
  )
}

/** Whether notices are due: what a look that mostly finds nothing asks before it claims. */
export async function areNoticesDue(reader: Reader, tenant: string, now: Date): Promise<boolean> {
  const due = await rows(
    reader,
    sql`select from identity.sign_out_notices where tenant = ${tenant} and due_at <= ${now} limit 1`,
  )
  return due.length > 0
}

/** From when notices wait. */
export const dueNotices = sql<Due>`select min(due_at) as at from identity.sign_out_notices`

/** Claims notices that are due for a node, until a moment. */
export async function claimNotices(
  tx: Tx,
  { now, until, node, limit }: { now: Date; until: Date; node: number; limit: number },
): Promise<DueNotice[]> {
  return rows(
    tx,
    sql<DueNotice>`update identity.sign_out_notices set due_at = ${until}, node = ${node}, attempts = attempts + 1
      where tenant = ${tx.tenant} and notice in (
        select notice from identity.sign_out_notices where tenant = ${tx.tenant} and due_at <= ${now}
        order by due_at limit ${limit} for update skip locked)
      returning notice, client, account, sid, attempts`,
  )
}

/** Tries a notice again at a moment. */
export async function updateNoticeDue(tx: Tx, notice: string, dueAt: Date): Promise<void> {
  await run(
    tx,
    sql`update identity.sign_out_notices set due_at = ${dueAt}, node = null where tenant = ${tx.tenant} and notice = ${notice}`,
  )
}

/** Forgets a notice: it was taken, or never will be. */
export async function deleteNotice(tx: Tx, notice: string): Promise<void> {
  await run(tx, sql`delete from identity.sign_out_notices where tenant = ${tx.tenant} and notice = ${notice}`)
}

/** Lets go at once what nodes hold that do not live any more. */
export async function releaseNotices(tx: Tx, now: Date): Promise<void> {
  await run(
    tx,
    sql`update identity.sign_out_notices set due_at = ${now}, node = null
      where tenant = ${tx.tenant} and node is not null and not tereze.node_lives(node)`,
  )
}

/** How many notices wait. */
export async function listNotices(reader: Reader, tenant: string): Promise<DueNotice[]> {
  return rows(
    reader,
    sql<DueNotice>`select notice, client, account, sid, attempts from identity.sign_out_notices
      where tenant = ${tenant} order by notice`,
  )
}
