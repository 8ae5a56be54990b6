import type { Again, TimerDefinition } from '@tereze/bpmn'
import { findRow, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { Due } from '@tereze/foundation-operations'

/** A timer that begins cases of a service. */
export interface StartTimerRow {
  readonly tenant: string
  /** That of the start: the same in every version of the service. */
  readonly id: string
  readonly service: string
  readonly serviceVersion: string
  readonly node: string
  readonly event: number
  /** For whose records cases begin. */
  readonly register: string | null
  /** As the version has it; null: the newest version has no such timer any more. */
  readonly definition: TimerDefinition | null
  /** Null: never any more. */
  readonly dueAt: string | null
  readonly again: Again | null
  /** The record up to which the occurrence that is due has come. */
  readonly after: string | null
}

const columns = sql`tenant, id, service, service_version as "serviceVersion", node, event, register, definition,
  nullif(due_at, 'infinity') as "dueAt", again, after`

/** All timers that begin cases. */
export async function listStartTimers(reader: Reader): Promise<StartTimerRow[]> {
  return rows(reader, sql<StartTimerRow>`select ${columns} from cases.start_timers order by tenant, id`)
}

/** Sets a timer that begins cases, in place of the one of an earlier version. */
export async function upsertStartTimer(tx: Tx, timer: Omit<StartTimerRow, 'tenant'>): Promise<void> {
  const { id, service, serviceVersion, node, event, register, definition, dueAt, again, after } = timer
  await run(
    tx,
    sql`insert into cases.start_timers (tenant, id, service, service_version, node, event, register, definition, due_at, again, after)
      values (${tx.tenant}, ${id}, ${service}, ${serviceVersion}, ${node}, ${event}, ${register},
        ${definition === null ? null : JSON.stringify(definition)}::jsonb, ${dueAt ?? 'infinity'}::timestamptz,
        ${again === null ? null : JSON.stringify(again)}::jsonb, ${after})
      on conflict (tenant, id) do update set service_version = excluded.service_version, register = excluded.register,
        definition = excluded.definition, due_at = excluded.due_at, again = excluded.again, after = excluded.after`,
  )
}

/** Timers that are due, of all organisations. */
export async function listDueStartTimers(reader: Reader, now: Date): Promise<StartTimerRow[]> {
  return rows(
    reader,
    sql<StartTimerRow>`select ${columns} from cases.start_timers where due_at <= ${now} order by due_at, id`,
  )
}

/** A timer that is due, locked until the transaction ends; null when it is not due any more, or somebody else has it. */
export async function lockDueStartTimer(tx: Tx, id: string, now: Date): Promise<StartTimerRow | null> {
  return findRow(
    tx,
    sql<StartTimerRow>`select ${columns} from cases.start_timers
      where tenant = ${tx.tenant} and id = ${id} and due_at <= ${now} for update skip locked`,
  )
}

/** When timers begin cases. */
export const dueStartTimers = sql<Due>`select min(due_at) as at from cases.start_timers`
