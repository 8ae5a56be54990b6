import { findRow, post, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { Due } from '@tereze/foundation-operations'
import type { SentFile } from '../contract/sent-file.ts'

/** A message of the queue with its sealed body. */
export interface QueueRow {
  readonly tenant: string
  readonly id: string
  readonly contract: string
  readonly purpose: string
  readonly ground: string
  readonly subjects: readonly string[]
  readonly case: string | null
  readonly sealedFor: string
  readonly body: Buffer
  readonly state: 'waiting' | 'answered' | 'dead' | 'discarded'
  readonly since: string
  readonly due: string
  readonly giveUp: string
  readonly attempts: number
  readonly code: string | null
  /** Who is told, where it is not the provider of the contract: the subscriber of a topic. */
  readonly receiver: string | null
  /** Place of the message in its topic; null where it is none. */
  readonly position: number | null
  readonly files: readonly SentFile[]
}

/** The place of a delivery: to whom, after which others it goes. */
export interface Delivery {
  readonly receiver: string
  /** What stands in one lane goes one after the other, by position; null: it goes by itself. */
  readonly lane: string | null
  readonly position: number | null
}

const columns = sql`tenant, id, contract, purpose, ground, subjects, case_id as "case", sealed_for as "sealedFor", body, state, since,
  due_at as due, give_up_at as "giveUp", attempts, code, receiver, position, files`

/** Queues a message; false when there is one with this id. */
export async function insertQueued(
  tx: Tx,
  message: Pick<QueueRow, 'id' | 'contract' | 'purpose' | 'ground' | 'subjects' | 'case' | 'sealedFor'> & {
    body: Uint8Array
    now: Date
    giveUp: Date
    delivery?: Delivery | undefined
    files?: readonly SentFile[] | undefined
  },
): Promise<boolean> {
  const added = await run(
    tx,
    sql`insert into exchange.queue (tenant, id, contract, purpose, ground, subjects, case_id, sealed_for, body, state, since, due_at,
        give_up_at, receiver, lane, position, files)
      values (${tx.tenant}, ${message.id}::uuid, ${message.contract}, ${message.purpose}, ${message.ground},
        ${message.subjects as string[]}::text[], ${message.case}, ${message.sealedFor}, ${Buffer.from(message.body)}, 'waiting',
        ${message.now}, ${message.now}, ${message.giveUp}, ${message.delivery?.receiver ?? null}, ${message.delivery?.lane ?? null},
        ${message.delivery?.position ?? null}, ${JSON.stringify(message.files ?? [])}::jsonb)
      on conflict do nothing`,
  )
  return added > 0
}

/** One message of the queue. */
export async function findQueued(reader: Reader, tenant: string, id: string): Promise<QueueRow | null> {
  return findRow(
    reader,
    sql<QueueRow>`select ${columns} from exchange.queue where tenant = ${tenant} and id = ${id}::uuid`,
  )
}

/** Organisations with messages that are due. */
export async function listDueTenants(reader: Reader, now: Date): Promise<string[]> {
  const found = await rows(
    reader,
    sql<{ tenant: string }>`select distinct tenant from exchange.queue where state = 'waiting' and due_at <= ${now}`,
  )
  return found.map(row => row.tenant)
}

/**
 * Claims due messages of an organisation until a moment, so that one node sends them: what nobody else is claiming. Of a lane only the
 * first that is not over: behind what waits or was given up the others wait.
 */
export async function claimQueued(tx: Tx, claim: { now: Date; until: Date }, limit: number): Promise<QueueRow[]> {
  return rows(
    tx,
    sql<QueueRow>`update exchange.queue set attempts = attempts + 1, due_at = ${claim.until}
      where tenant = ${tx.tenant} and state = 'waiting' and id in (
        select id from exchange.queue q where tenant = ${tx.tenant} and state = 'waiting' and due_at <= ${claim.now}
          and (lane is null or not exists (select from exchange.queue before
            where before.tenant = q.tenant and before.lane = q.lane and before.position < q.position
              and before.state in ('waiting', 'dead')))
        order by due_at limit ${limit} for update skip locked)
      returning ${columns}`,
  )
}

/** Lets go what a node that died had claimed; what only rested between attempts is tried a little earlier. */
export async function releaseQueued(tx: Tx, now: Date, lease: Date): Promise<void> {
  await run(
    tx,
    sql`update exchange.queue set due_at = ${now}
      where tenant = ${tx.tenant} and state = 'waiting' and attempts > 0 and due_at > ${now} and due_at <= ${lease}`,
  )
}

/** Organisations with messages that some node has claimed. */
export async function listClaimedTenants(reader: Reader, now: Date, lease: Date): Promise<string[]> {
  const found = await rows(
    reader,
    sql<{ tenant: string }>`select distinct tenant from exchange.queue
      where state = 'waiting' and attempts > 0 and due_at > ${now} and due_at <= ${lease}`,
  )
  return found.map(row => row.tenant)
}

/** What an attempt ended with; nothing happens to a message that is over meanwhile. */
export function updateQueued(
  tx: Tx,
  id: string,
  end: { state: QueueRow['state']; code: string | null; due: Date; now: Date },
): void {
  post(
    tx,
    sql`update exchange.queue set state = ${end.state}, code = ${end.code}, due_at = ${end.due},
        ended_at = ${end.state === 'waiting' ? null : end.now}
      where tenant = ${tx.tenant} and id = ${id}::uuid and state = 'waiting'`,
  )
}

/** Makes a message that rests between attempts due now. */
export function wakeQueued(tx: Tx, id: string, now: Date): void {
  post(
    tx,
    sql`update exchange.queue set due_at = ${now}
      where tenant = ${tx.tenant} and id = ${id}::uuid and state = 'waiting' and due_at > ${now}`,
  )
}

/** Makes a dead message due anew. */
export function reviveQueued(tx: Tx, id: string, now: Date, giveUp: Date): void {
  post(
    tx,
    sql`update exchange.queue set state = 'waiting', due_at = ${now}, give_up_at = ${giveUp}, attempts = 0, code = null, ended_at = null
      where tenant = ${tx.tenant} and id = ${id}::uuid and state = 'dead'`,
  )
}

/** Dead messages of an organisation, oldest first: all, or those of one service or one reason. */
export async function listDead(
  reader: Reader,
  tenant: string,
  { contract, code }: { contract: string | null; code: string | null },
  limit: number,
): Promise<Pick<QueueRow, 'id' | 'contract' | 'subjects'>[]> {
  return rows(
    reader,
    sql<Pick<QueueRow, 'id' | 'contract' | 'subjects'>>`select id, contract, subjects from exchange.queue
      where tenant = ${tenant} and state = 'dead' and (${contract}::text is null or contract = ${contract})
        and (${code}::text is null or code = ${code})
      order by since, id limit ${limit}`,
  )
}

/** Gives a dead message up for good. */
export function discardQueued(tx: Tx, id: string, now: Date): void {
  post(
    tx,
    sql`update exchange.queue set state = 'discarded', ended_at = ${now}
      where tenant = ${tx.tenant} and id = ${id}::uuid and state = 'dead'`,
  )
}

/** The queue of an organisation, newest first, after a place. */
export async function listQueued(
  reader: Reader,
  tenant: string,
  state: string | null,
  after: { at: string; id: string } | null,
  limit: number,
): Promise<QueueRow[]> {
  return rows(
    reader,
    sql<QueueRow>`select ${columns} from exchange.queue
      where tenant = ${tenant} and (${state}::text is null or state = ${state})
        and (${after?.at ?? null}::timestamptz is null
          or (since, id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid))
      order by since desc, id desc limit ${limit}`,
  )
}

/** When messages of the queue are sent. */
export const dueQueued = sql<Due>`select min(due_at) as at from exchange.queue where state = 'waiting'`
