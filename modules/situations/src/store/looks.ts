import { findRow, post, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'

/** A record that a situation must look at. */
export interface Look {
  readonly id: string
  readonly kind: string
  readonly register: string
  readonly record: string
  readonly recordVersion: number
  readonly attempts: number
}

const columns = sql`id, kind, register, record, record_version as "recordVersion", attempts`

/** Queues a look; the same event queues it once. */
export async function insertLook(tx: Tx, look: Omit<Look, 'attempts'>, now: Date): Promise<void> {
  post(
    tx,
    sql`insert into situations.looks (tenant, id, kind, register, record, record_version, due_at, since)
      values (${tx.tenant}, ${look.id}, ${look.kind}, ${look.register}, ${look.record}, ${look.recordVersion}, ${now}, ${now})
      on conflict do nothing`,
  )
}

/** Looks that are due. */
export async function listDueLooks(
  reader: Reader,
  now: Date,
  limit: number,
): Promise<{ id: string; tenant: string }[]> {
  return rows(
    reader,
    sql<{
      id: string
      tenant: string
    }>`select id, tenant from situations.looks where due_at <= ${now} order by due_at limit ${limit}`,
  )
}

/** Claims a look for a while; null when another node has it. */
export async function claimLook(tx: Tx, id: string, now: Date, until: Date): Promise<Look | null> {
  return findRow(
    tx,
    sql<Look>`update situations.looks set attempts = attempts + 1, due_at = ${until}
      where tenant = ${tx.tenant} and id = (
        select id from situations.looks where tenant = ${tx.tenant} and id = ${id} and due_at <= ${now} for update skip locked)
      returning ${columns}`,
  )
}

/** Makes looks due that somebody took, or that wait to be tried again, until a moment before `until`. */
export async function releaseLooks(tx: Tx, claim: { now: Date; until: Date }): Promise<void> {
  post(
    tx,
    sql`update situations.looks set due_at = ${claim.now}
      where tenant = ${tx.tenant} and due_at > ${claim.now} and due_at <= ${claim.until} and attempts > 0`,
  )
}

/** Says when to look again. */
export async function postponeLook(tx: Tx, id: string, dueAt: Date): Promise<void> {
  post(tx, sql`update situations.looks set due_at = ${dueAt} where tenant = ${tx.tenant} and id = ${id}`)
}

/** Takes a finished look out of the queue; false when somebody else did. */
export async function deleteLook(tx: Tx, id: string): Promise<boolean> {
  return (await run(tx, sql`delete from situations.looks where tenant = ${tx.tenant} and id = ${id}`)) === 1
}
