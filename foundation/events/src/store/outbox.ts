import { defer, type Fragment, post, type Reader, rows, sql, type Tx } from '@tereze/foundation-database'
import type { EventEnvelope } from '@tereze/operation'

/** An event before it has its position. */
export type NewEvent = Omit<EventEnvelope, 'position'>

/** Writes events in their order. */
function insertEvents(_tenant: string, events: readonly NewEvent[]): Fragment {
  return sql`insert into events.outbox (tenant, id, type, version, subject, time, actor, on_behalf_of, ground, correlation, causation, data)
      select e.tenant, e.id, e.type, e.version, e.subject, e.time, e.actor, e."onBehalfOf", e.ground, e.correlation, e.causation, e.data
      from rows from (jsonb_to_recordset(${JSON.stringify(events)}::jsonb) as (tenant text, id uuid, type text, version integer,
          subject text, "time" timestamptz, actor text, "onBehalfOf" text, ground text, correlation text, causation text, data jsonb))
        with ordinality as e (tenant, id, type, version, subject, "time", actor, "onBehalfOf", ground, correlation, causation, data, place)
      order by e.place`
}

/** Writes an event beside the state that it is about: with all others of the transaction, at its end. */
export function insertEvent(tx: Tx, event: NewEvent): void {
  defer(tx, insertEvents, event)
}

/**
 * Numbers committed events below the snapshot horizon in the order they were written; returns how many, and the last position.
 * One transaction numbers at a time: two that saw different horizons would give a position twice.
 */
export async function numberEvents(tx: Tx, limit: number): Promise<{ numbered: number; last: number }> {
  post(tx, sql`select pg_advisory_xact_lock(7236823, 4)`)
  const numbered = await rows(
    tx,
    sql<{ position: number }>`
      with ready as (
        select tenant, id, row_number() over (order by ordinal) as place
        from (select tenant, id, ordinal from events.outbox
              where position is null and transaction < pg_snapshot_xmin(pg_current_snapshot())
              order by ordinal limit ${limit}) unnumbered
      ), base as (select coalesce(max(position), 0) as last from events.outbox where position is not null)
      update events.outbox o set position = base.last + ready.place
      from ready, base where o.tenant = ready.tenant and o.id = ready.id
      returning o.position`,
  )
  return { numbered: numbered.length, last: numbered.reduce((last, row) => Math.max(last, row.position), 0) }
}

/** How many events wait for their number. */
export async function countUnnumbered(reader: Reader): Promise<number> {
  const [row] = await rows(reader, sql<{ n: number }>`select count(*) as n from events.outbox where position is null`)
  return row?.n ?? 0
}

interface EventRow {
  id: string
  type: string
  version: number
  tenant: string
  subject: string
  position: number
  time: string
  actor: string
  on_behalf_of: string | null
  ground: string | null
  correlation: string
  causation: string | null
  data: unknown
}

function toEnvelope(row: EventRow): EventEnvelope {
  const { on_behalf_of, ...rest } = row
  return { ...rest, onBehalfOf: on_behalf_of }
}

const columns = sql`id, type, version, tenant, subject, position, time, actor, on_behalf_of, ground, correlation, causation, data`

/** Events of some types after a position, in order. */
export async function listEventsAfter(
  reader: Reader,
  types: readonly string[],
  position: number,
  limit: number,
): Promise<EventEnvelope[]> {
  const found = await rows(
    reader,
    sql<EventRow>`select ${columns} from events.outbox
      where position > ${position} and type = any(${types as string[]}) order by position limit ${limit}`,
  )
  return found.map(toEnvelope)
}

/** One event by id. */
export async function listEventsById(reader: Reader, ids: readonly string[]): Promise<EventEnvelope[]> {
  const found = await rows(
    reader,
    sql<EventRow>`select ${columns} from events.outbox where id = any(${ids as string[]}::uuid[]) order by position`,
  )
  return found.map(toEnvelope)
}

/** The newest position. */
export async function findLastPosition(reader: Reader): Promise<number> {
  const [row] = await rows(
    reader,
    sql<{ last: number }>`select coalesce(max(position), 0) as last from events.outbox where position is not null`,
  )
  return row?.last ?? 0
}
