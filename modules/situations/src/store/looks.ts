import type { Fault } from '@tereze/cases/contract'
import { findRow, post, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { Due } from '@tereze/foundation-operations'

/** A record that a situation must look at. */
export interface Look {
  readonly id: string
  readonly kind: string
  readonly register: string
  readonly record: string
  readonly recordVersion: number
  readonly attempts: number
  /** When it was first wanted. */
  readonly since: string
}

const columns = sql`id, kind, register, record, record_version as "recordVersion", attempts, since`

/** Queues a look; the same event queues it once. */
export async function insertLook(tx: Tx, look: Omit<Look, 'attempts' | 'since'>, now: Date): Promise<void> {
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

/** Claims a look for a node until a moment; null when another one has it. */
export async function claimLook(
  tx: Tx,
  id: string,
  claim: { now: Date; until: Date; node: number },
): Promise<Look | null> {
  return findRow(
    tx,
    sql<Look>`update situations.looks set attempts = attempts + 1, due_at = ${claim.until}, claimed_by = ${claim.node}
      where tenant = ${tx.tenant} and id = (
        select id from situations.looks where tenant = ${tx.tenant} and id = ${id} and due_at <= ${claim.now} for update skip locked)
      returning ${columns}`,
  )
}

/** Makes looks due that a node claimed which does not live any more. */
export async function releaseLooks(tx: Tx, now: Date): Promise<void> {
  post(
    tx,
    sql`update situations.looks set due_at = ${now}, claimed_by = null
      where tenant = ${tx.tenant} and claimed_by is not null and not tereze.node_lives(claimed_by)`,
  )
}

/** Says when to look again; false when somebody else finished the look. */
export async function postponeLook(tx: Tx, id: string, dueAt: Date): Promise<boolean> {
  return (
    (await run(
      tx,
      sql`update situations.looks set due_at = ${dueAt}, claimed_by = null, fault = null, code = null, told_at = null
        where tenant = ${tx.tenant} and id = ${id}`,
    )) === 1
  )
}

/** Its record could not be had: why, when it is asked for again (null: not by itself), and since when that is told. */
export async function silenceLook(
  tx: Tx,
  id: string,
  { fault, code, dueAt, toldAt }: { fault: Fault; code: string; dueAt: Date | null; toldAt: Date | null },
): Promise<void> {
  await run(
    tx,
    sql`update situations.looks set due_at = ${dueAt ?? 'infinity'}, claimed_by = null, fault = ${fault}, code = ${code},
        told_at = coalesce(told_at, ${toldAt}::timestamptz)
      where tenant = ${tx.tenant} and id = ${id}`,
  )
}

/** A look whose record cannot be had, since it is told. */
export interface SilentLook {
  readonly id: string
  readonly kind: string
  readonly record: string
  readonly fault: Fault
  readonly code: string
  readonly attempts: number
  readonly since: string
  readonly toldAt: string
  /** When it is asked for again; null: not by itself. */
  readonly dueAt: string | null
}

const silentColumns = sql`id, kind, record, fault, code, attempts, since, told_at as "toldAt", nullif(due_at, 'infinity') as "dueAt"`

/** Looks whose records cannot be had, those first that are not repeated any more, then by how long. */
export async function listSilentLooks(reader: Reader, tenant: string, limit: number): Promise<SilentLook[]> {
  return rows(
    reader,
    sql<SilentLook>`select ${silentColumns} from situations.looks where tenant = ${tenant} and told_at is not null
      order by due_at = 'infinity' desc, told_at, id limit ${limit}`,
  )
}

/** The newest change of a record that a situation cannot see; null where there is none. */
export async function findSilentLook(
  reader: Reader,
  tenant: string,
  of: Pick<Look, 'kind' | 'register' | 'record'>,
): Promise<SilentLook | null> {
  return findRow(
    reader,
    sql<SilentLook>`select ${silentColumns} from situations.looks
      where tenant = ${tenant} and register = ${of.register} and record = ${of.record} and kind = ${of.kind} and told_at is not null
      order by record_version desc limit 1`,
  )
}

/** Makes a look due whose record could not be had; one that was given up begins anew. False when there is no such look. */
export async function retryLook(tx: Tx, id: string, now: Date): Promise<boolean> {
  return (
    (await run(
      tx,
      sql`update situations.looks set due_at = ${now}, since = case when due_at = 'infinity' then ${now} else since end
        where tenant = ${tx.tenant} and id = ${id} and told_at is not null`,
    )) === 1
  )
}

/** Takes a finished look out of the queue; false when somebody else did. */
export async function deleteLook(tx: Tx, id: string): Promise<boolean> {
  return (await run(tx, sql`delete from situations.looks where tenant = ${tx.tenant} and id = ${id}`)) === 1
}

/**
 * Takes looks at earlier versions of a record out of the queue: a look has seen a newer one. One that is being written just now is
 * passed by: it finds out by itself.
 */
export function deleteEarlierLooks(tx: Tx, { kind, register, record, recordVersion }: Look): void {
  post(
    tx,
    sql`delete from situations.looks where tenant = ${tx.tenant} and id in (
      select id from situations.looks where tenant = ${tx.tenant} and kind = ${kind} and register = ${register}
        and record = ${record} and record_version < ${recordVersion} for update skip locked)`,
  )
}

/** When records are looked at. */
export const dueLooks = sql<Due>`select min(due_at) as at from situations.looks`
