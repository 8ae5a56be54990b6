import { findRow, post, type Reader, rows, sql, type Tx } from '@tereze/foundation-database'
import type { Text } from '@tereze/operation'
import type { RunningDuty } from '../rules/start-clocks.ts'

/** A leak as it is kept. */
export interface LeakRow {
  readonly id: string
  readonly what: string
  readonly persons: number
  readonly knownAt: string
  readonly recordedBy: string
  readonly recordedAt: string
  readonly named: number
  readonly told: number
  readonly telling: Telling | null
}

/** What the persons of a leak are told. */
export interface Telling {
  readonly at: string
  readonly by: string
  readonly words: Text
}

/** A duty as it is kept. */
export interface DutyRow extends RunningDuty {
  readonly leak: string
  readonly doneAt: string | null
  readonly doneBy: string | null
  readonly reference: string | null
  /** How many persons the platform told; null: not done by that. */
  readonly told: number | null
}

/** Keeps a leak with the clocks that it started. */
export function insertLeak(
  tx: Tx,
  leak: Pick<LeakRow, 'id' | 'what' | 'persons' | 'knownAt' | 'recordedBy'>,
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

const leakColumns = sql`l.id, l.what, l.persons, l.known_at as "knownAt", l.recorded_by as "recordedBy", l.recorded_at as "recordedAt",
  l.named, l.told, (select jsonb_build_object('at', to_char(t.begun_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'by', t.begun_by, 'words', t.words) from vigilance.leak_tellings t where t.tenant = l.tenant and t.leak = l.id) as telling`

/** A leak; null when there is none. */
export async function findLeak(reader: Reader, tenant: string, leak: string): Promise<LeakRow | null> {
  return findRow(
    reader,
    sql<LeakRow>`select ${leakColumns} from vigilance.leaks l where l.tenant = ${tenant} and l.id = ${leak}`,
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
    sql<LeakRow>`select ${leakColumns} from vigilance.leaks l
      where l.tenant = ${tenant} and ${rest} order by l.known_at desc, l.id desc limit ${limit}`,
  )
}

const dutyColumns = sql`leak, duty, addressee, source, due_at as "dueAt", done_at as "doneAt", done_by as "doneBy", reference, told`

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
