import { post, type Reader, rows, sql, type Tx } from '@tereze/foundation-database'

/** Where a subscriber stands; 0 before its first event. */
export async function getCursors(reader: Reader): Promise<Map<string, number>> {
  const found = await rows(
    reader,
    sql<{ subscriber: string; position: number }>`select subscriber, position from events.cursors`,
  )
  return new Map(found.map(row => [row.subscriber, row.position]))
}

/** Moves the cursors of subscribers to a position, never backwards. */
export async function updateCursors(tx: Tx, subscribers: readonly string[], position: number): Promise<void> {
  post(
    tx,
    sql`insert into events.cursors (subscriber, position)
      select subscriber, ${position}::bigint from unnest(${subscribers as string[]}::text[]) as subscriber
      on conflict (subscriber) do update set position = greatest(events.cursors.position, excluded.position)`,
  )
}

/** Sets a cursor back and forgets what was handled after it, so that a projection can be rebuilt. */
export async function resetSubscriber(tx: Tx, subscriber: string, position: number): Promise<void> {
  post(
    tx,
    sql`delete from events.inbox i using events.outbox o
      where i.subscriber = ${subscriber} and o.id = i.event and o.position > ${position}`,
  )
  post(tx, sql`delete from events.stuck where subscriber = ${subscriber} and position > ${position}`)
  post(
    tx,
    sql`insert into events.cursors (subscriber, position) values (${subscriber}, ${position})
      on conflict (subscriber) do update set position = excluded.position`,
  )
}
