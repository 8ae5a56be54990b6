import { type Fragment, findRow, post, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { Due } from '@tereze/foundation-operations'
import type { Text } from '@tereze/operation'
import type { PaymentStatus } from '../contract/index.ts'

/** An order as it is kept. */
export interface OrderRow {
  readonly tenant: string
  readonly id: string
  readonly person: string
  readonly case: string | null
  readonly account: string
  readonly masked: string
  readonly amount: string
  readonly currency: string
  readonly purpose: Text
  readonly status: PaymentStatus
  readonly attempts: number
  readonly orderedAt: string
  readonly settledAt: string | null
}

const columns: Fragment<OrderRow> = sql<OrderRow>`
  tenant, id, person, case_id as "case", account, masked, amount::text as amount, currency, purpose, status, attempts,
  ordered_at as "orderedAt", settled_at as "settledAt"`

/** Keeps a new order unless its key is known. @returns id of the order of this key, and whether it is new. */
export async function insertOrder(
  tx: Tx,
  order: Omit<OrderRow, 'tenant' | 'status' | 'attempts' | 'settledAt' | 'orderedAt'> & { key: string; now: Date },
): Promise<{ id: string; isNew: boolean }> {
  const added = await run(
    tx,
    sql`insert into payments.orders
          (tenant, id, key, person, case_id, account, masked, amount, currency, purpose, status, ordered_at, next_at)
        values (${tx.tenant}, ${order.id}, ${order.key}, ${order.person}, ${order.case}, ${order.account}, ${order.masked},
                ${order.amount}::numeric, ${order.currency}, ${JSON.stringify(order.purpose)}::jsonb, 'ordered', ${order.now}, ${order.now})
        on conflict (tenant, key) do nothing`,
  )
  if (added > 0) return { id: order.id, isNew: true }
  const known = await findOrderOfKey(tx, tx.tenant, order.key)
  if (known === null) throw new Error('the order of a known key is missing')
  return { id: known.id, isNew: false }
}

/** The order of a key. */
export function findOrderOfKey(reader: Reader, tenant: string, key: string): Promise<OrderRow | null> {
  return findRow<OrderRow>(
    reader,
    sql`select ${columns} from payments.orders where tenant = ${tenant} and key = ${key}`,
  )
}

/** Orders for a person from all organisations, newest first, after the order `after`. */
export function listOrdersOfPerson(
  reader: Reader,
  find: { person: string; organisation: string | null; case: string | null; after: string | null; limit: number },
): Promise<OrderRow[]> {
  return rows<OrderRow>(
    reader,
    sql`select ${columns} from payments.orders
        where person = ${find.person}
          and (${find.organisation}::text is null or tenant = ${find.organisation})
          and (${find.case}::text is null or case_id = ${find.case})
          and (${find.after}::text is null or id < ${find.after})
        order by id desc limit ${find.limit}`,
  )
}

/** Organisations that have orders due. */
export async function listTenantsDue(reader: Reader, now: Date): Promise<string[]> {
  const due = await rows(
    reader,
    sql<{ tenant: string }>`select distinct tenant from payments.orders where next_at <= ${now} order by tenant`,
  )
  return due.map(row => row.tenant)
}

/** Takes due orders for telling the bank by a node; nobody else gets them before `until`. */
export function claimOrders(
  tx: Tx,
  claim: { now: Date; until: Date; node: number; limit: number },
): Promise<OrderRow[]> {
  return rows<OrderRow>(
    tx,
    sql`update payments.orders set attempts = attempts + 1, next_at = ${claim.until}, claimed_by = ${claim.node}
        where tenant = ${tx.tenant} and id in (
          select id from payments.orders where tenant = ${tx.tenant} and next_at <= ${claim.now}
          order by next_at limit ${claim.limit} for update skip locked)
        returning ${columns}`,
  )
}

/** Organisations with orders that a node claimed which does not live any more. */
export async function listTenantsAbandoned(reader: Reader): Promise<string[]> {
  const abandoned = await rows(
    reader,
    sql<{ tenant: string }>`select distinct tenant from payments.orders
      where claimed_by is not null and not tereze.node_lives(claimed_by)`,
  )
  return abandoned.map(row => row.tenant)
}

/** Makes orders due that a node claimed which does not live any more. */
export async function releaseOrders(tx: Tx, now: Date): Promise<void> {
  post(
    tx,
    sql`update payments.orders set next_at = ${now}, claimed_by = null
        where tenant = ${tx.tenant} and claimed_by is not null and not tereze.node_lives(claimed_by)`,
  )
}

/**
 * Moves an order on after the bank was told; a settled order is never touched again.
 * @returns whether it moved.
 */
export async function updateOrder(
  tx: Tx,
  id: string,
  change: {
    status: PaymentStatus
    nextAt: Date | null
    problem: string | null
    bankReference: string | null
    settledAt: Date | null
  },
): Promise<boolean> {
  const moved = await run(
    tx,
    sql`update payments.orders
        set status = ${change.status}, next_at = ${change.nextAt}, problem = ${change.problem},
            bank_reference = coalesce(${change.bankReference}, bank_reference), settled_at = ${change.settledAt}, claimed_by = null
        where tenant = ${tx.tenant} and id = ${id} and next_at is not null`,
  )
  return moved > 0
}

/** When the bank is told of orders. */
export const dueOrders = sql<Due>`select min(next_at) as at from payments.orders`
