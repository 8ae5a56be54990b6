import { findRow, post, type Reader, rows, sql, type Tx } from '@tereze/foundation-database'
import type { DestructionState } from '../contract/destruction.ts'

/** An act of destruction as it is kept. */
export interface DestructionRow {
  readonly id: string
  readonly state: DestructionState
  readonly draftedBy: string
  readonly draftedAt: string
  readonly firstBy: string | null
  readonly firstAt: string | null
  readonly secondBy: string | null
  readonly secondAt: string | null
  readonly droppedBecause: string | null
  readonly document: string | null
  readonly reference: string | null
  readonly cases: number
}

/** A case of an act. `person` is null when the case is destroyed. */
export interface DestructionItem {
  readonly caseId: string
  readonly number: string
  readonly service: string
  readonly person: string | null
  /** Id of the kind of files. */
  readonly kind: string
  readonly openedOn: string
  readonly closedOn: string
  readonly keptUntil: string
}

const columns = sql`d.id, d.state, d.drafted_by as "draftedBy", d.drafted_at as "draftedAt", d.first_by as "firstBy",
  d.first_at as "firstAt", d.second_by as "secondBy", d.second_at as "secondAt", d.dropped_because as "droppedBecause", d.document,
  d.reference, (select count(*)::int from cases.destruction_items i where i.tenant = d.tenant and i.destruction = d.id) as cases`

/** Keeps a draft with its cases, in their order. */
export function insertDestruction(
  tx: Tx,
  act: { readonly id: string; readonly by: string; readonly now: Date },
  items: readonly DestructionItem[],
): void {
  post(
    tx,
    sql`insert into cases.destructions (tenant, id, state, drafted_by, drafted_at)
      values (${tx.tenant}, ${act.id}, 'draft', ${act.by}, ${act.now})`,
  )
  const json = items.map((item, index) => ({ ...item, ordinal: index + 1 }))
  post(
    tx,
    sql`insert into cases.destruction_items
        (tenant, destruction, ordinal, destroyed_case, number, service, person, kind, opened_on, closed_on, kept_until)
      select ${tx.tenant}, ${act.id}, i.ordinal, i."caseId", i.number, i.service, i.person, i.kind, i."openedOn", i."closedOn", i."keptUntil"
      from jsonb_to_recordset(${JSON.stringify(json)}::jsonb) as i (ordinal integer, "caseId" text, number text, service text,
        person text, kind text, "openedOn" date, "closedOn" date, "keptUntil" date)`,
  )
}

/** Acts of an organisation, newest first, after a place. */
export async function listDestructionRows(
  reader: Reader,
  tenant: string,
  after: { readonly at: string; readonly id: string } | null,
  limit: number,
): Promise<DestructionRow[]> {
  const place = after === null ? sql`` : sql`and (d.drafted_at, d.id) < (${after.at}::timestamptz, ${after.id})`
  return rows(
    reader,
    sql<DestructionRow>`select ${columns} from cases.destructions d where d.tenant = ${tenant} ${place}
      order by d.drafted_at desc, d.id desc limit ${limit}`,
  )
}

/** An act; null when there is none. */
export async function findDestruction(reader: Reader, tenant: string, id: string): Promise<DestructionRow | null> {
  return findRow(
    reader,
    sql<DestructionRow>`select ${columns} from cases.destructions d where d.tenant = ${tenant} and d.id = ${id}`,
  )
}

/** An act, locked until the transaction ends. */
export async function lockDestruction(tx: Tx, id: string): Promise<DestructionRow | null> {
  return findRow(
    tx,
    sql<DestructionRow>`select ${columns} from cases.destructions d where d.tenant = ${tx.tenant} and d.id = ${id} for update of d`,
  )
}

/** The cases of an act in their order. */
export async function listDestructionItems(reader: Reader, tenant: string, id: string): Promise<DestructionItem[]> {
  return rows(
    reader,
    sql<DestructionItem>`select destroyed_case as "caseId", number, service, person, kind, opened_on::text as "openedOn",
        closed_on::text as "closedOn", kept_until::text as "keptUntil"
      from cases.destruction_items where tenant = ${tenant} and destruction = ${id} order by ordinal`,
  )
}

/** Keeps the first signature. */
export function updateFirst(tx: Tx, id: string, by: string, now: Date): void {
  post(
    tx,
    sql`update cases.destructions set state = 'signed', first_by = ${by}, first_at = ${now}
      where tenant = ${tx.tenant} and id = ${id}`,
  )
}

/** Keeps the second signature and the paper, and forgets whose cases they were. */
export function updateCarriedOut(
  tx: Tx,
  id: string,
  done: { readonly by: string; readonly now: Date; readonly document: string; readonly reference: string },
): void {
  post(
    tx,
    sql`update cases.destructions set state = 'done', second_by = ${done.by}, second_at = ${done.now}, document = ${done.document},
        reference = ${done.reference}
      where tenant = ${tx.tenant} and id = ${id}`,
  )
  post(tx, sql`update cases.destruction_items set person = null where tenant = ${tx.tenant} and destruction = ${id}`)
}

/** Takes an act back; whose cases they are stands with the cases. */
export function updateTakenBack(tx: Tx, id: string, by: string, reason: string): void {
  post(
    tx,
    sql`update cases.destructions set state = 'dropped', dropped_by = ${by}, dropped_because = ${reason}
      where tenant = ${tx.tenant} and id = ${id}`,
  )
  post(tx, sql`update cases.destruction_items set person = null where tenant = ${tx.tenant} and destruction = ${id}`)
}
