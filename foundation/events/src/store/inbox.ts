import { type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'

/** Marks an event as handled by a subscriber; false when it was already. */
export async function insertHandled(tx: Tx, subscriber: string, event: string): Promise<boolean> {
  const written = await run(
    tx,
    sql`insert into events.inbox (tenant, subscriber, event) values (${tx.tenant}, ${subscriber}, ${event}::uuid) on conflict do nothing`,
  )
  return written === 1
}

/** A reaction that failed or waits behind one that did. */
export interface Stuck {
  readonly subscriber: string
  readonly event: string
  readonly subject: string
  readonly position: number
  readonly attempts: number
  readonly error: string
}

/** Records a failed reaction and when to try again. */
export async function upsertStuck(tx: Tx, stuck: Stuck, nextAt: Date): Promise<void> {
  await run(
    tx,
    sql`insert into events.stuck (subscriber, event, subject, position, attempts, next_at, error)
      values (${stuck.subscriber}, ${stuck.event}::uuid, ${stuck.subject}, ${stuck.position}, ${stuck.attempts}, ${nextAt}, ${stuck.error})
      on conflict (subscriber, event) do update set attempts = excluded.attempts, next_at = excluded.next_at, error = excluded.error`,
  )
}

/** Forgets a stuck reaction that has succeeded. */
export async function deleteStuck(tx: Tx, subscriber: string, event: string): Promise<void> {
  await run(tx, sql`delete from events.stuck where subscriber = ${subscriber} and event = ${event}::uuid`)
}

/** Stuck reactions that are due, the first of each subject only. */
export async function listStuckDue(reader: Reader, now: Date, limit: number): Promise<Stuck[]> {
  return rows(
    reader,
    sql<Stuck>`select subscriber, event, subject, position, attempts, error from events.stuck s
      where next_at <= ${now} and not exists (
        select from events.stuck earlier where earlier.subscriber = s.subscriber and earlier.subject = s.subject
          and earlier.position < s.position)
      order by position limit ${limit}`,
  )
}

/** Subjects on which a subscriber is stuck. */
export async function listStuckSubjects(reader: Reader, subscriber: string): Promise<Set<string>> {
  const found = await rows(
    reader,
    sql<{ subject: string }>`select distinct subject from events.stuck where subscriber = ${subscriber}`,
  )
  return new Set(found.map(row => row.subject))
}

/** All stuck reactions, for the operator. */
export async function listStuck(reader: Reader, limit: number): Promise<Stuck[]> {
  return rows(
    reader,
    sql<Stuck>`select subscriber, event, subject, position, attempts, error from events.stuck order by position limit ${limit}`,
  )
}

/** When reactions that failed are tried again, and events that wait for their number. */
export const dueEvents = sql<{ at: string | null }>`select next_at as at from events.stuck
  union all select 'epoch'::timestamptz as at from events.outbox where position is null`
