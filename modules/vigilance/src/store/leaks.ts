import { findRow, post, type Reader, rows, sql, type Tx } from '@tereze/foundation-database'
import type { RunningDuty } from '../rules/start-clocks.ts'

/** A leak as it is kept. */
export interface LeakRow {
  readonly id: string
  readonly what: string
  readonly persons: number
  readonly knownAt: string
  readonly recordedBy: string
  readonly recordedAt: string
}

/** A duty as it is kept. */
export interface DutyRow extends RunningDuty {
  readonly leak: string
  readonly doneAt: string | null
  readonly doneBy: string | null
  readonly reference: string | null
}

/** Keeps a leak with the clocks that it started. */
export function insertLeak(
  tx: Tx,
  leak: Omit<LeakRow, 'recordedAt'>,
  duties: readonly (RunningDuty & { readonly remindAt: string })[],
  now: Date,
): void {
  post(
    tx,
    sql`insert into vigilance.leaks (tenant, id, what, persons, known_at, recorded_by, recorded_at)
      values (${tx.tenant}, ${leak.id}, ${leak.what}, ${leak.persons}, ${leak.knownAt}, ${leak.recordedBy}, ${now})`,
  )
  post(
    tx,
    sql`insert into vigilance.leak_duties (tenant, leak, duty, addressee, source, due_at, remind_at)
      select ${tx.tenant}, ${leak.id}, d.duty, d.addressee, d.source, d."dueAt", d."remindAt"
      from jsonb_to_recordset(${JSON.stringify(duties)}::jsonb)
        as d (duty text, addressee text, source text, "dueAt" timestamptz, "remindAt" timestamptz)`,
  )
}

/** Leaks newest first, from after a place. */
export async function listLeaksOf(
  reader: Reader,
  tenant: string,
  after: { readonly at: string; readonly id: string } | null,
  limit: number,
): Promise<readonly LeakRow[]> {
  const rest = after === null ? sql`true` : sql`(known_at, id) < (${after.at}::timestamptz, ${after.id})`
  return rows(
    reader,
    sql<LeakRow>`select id, what, persons, known_at as "knownAt", recorded_by as "recordedBy", recorded_at as "recordedAt"
      from vigilance.leaks where tenant = ${tenant} and ${rest} order by known_at desc, id desc limit ${limit}`,
  )
}

const dutyColumns = sql`leak, duty, addressee, source, due_at as "dueAt", done_at as "doneAt", done_by as "doneBy", reference`

/** The duties of some leaks, the first due first. */
export async function listDuties(
  reader: Reader,
  tenant: string,
  leaks: readonly string[],
): Promise<readonly DutyRow[]> {
  return rows(
    reader,
    sql<DutyRow>`select ${dutyColumns} from vigilance.leak_duties
      where tenant = ${tenant} and leak = any(${leaks as string[]}::text[]) order by due_at, duty`,
  )
}

/** A duty, locked; null when there is none. */
export async function findDutyForUpdate(tx: Tx, leak: string, duty: string): Promise<DutyRow | null> {
  return findRow(
    tx,
    sql<DutyRow>`select ${dutyColumns} from vigilance.leak_duties
      where tenant = ${tx.tenant} and leak = ${leak} and duty = ${duty} for update`,
  )
}

/** Notes that a duty was done. */
export function updateDone(
  tx: Tx,
  { leak, duty }: { leak: string; duty: string },
  done: { by: string; at: Date; reference: string },
): void {
  post(
    tx,
    sql`update vigilance.leak_duties set done_at = ${done.at}, done_by = ${done.by}, reference = ${done.reference}
      where tenant = ${tx.tenant} and leak = ${leak} and duty = ${duty}`,
  )
}
