import { post, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'

/** The constraint that a second mark of the same event and subscriber breaks. */
const handledOnce = 'inbox_pk'

/**
 * Marks an event as handled by a subscriber. Nobody waits for it: that it was handled already comes up as an error of the transaction
 * (`isHandled`), which is rare, so that the reaction's first statement goes out with the mark.
 */
export function insertHandled(tx: Tx, subscriber: string, event: string): void {
  post(
    tx,
    sql`insert into events.inbox (tenant, subscriber, event) values (${tx.tenant}, ${subscriber}, ${event}::uuid)`,
  )
}

/** Whether a transaction failed because its event had been handled before. */
export function isHandled(error: unknown): boolean {
  return error instanceof Error && 'constraint' in error && error.constraint === handledOnce
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

/** Subjects on which subscribers are stuck, by subscriber. */
export async function listStuckSubjects(reader: Reader): Promise<Map<string, Set<string>>> {
  const found = await rows(
    reader,
    sql<{ subscriber: string; subjects: string[] }>`select subscriber, array_agg(distinct subject) as subjects
      from events.stuck group by subscriber`,
  )
  return new Map(found.map(({ subscriber, subjects }) => [subscriber, new Set(subjects)]))
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
