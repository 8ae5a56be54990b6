import { findRow, post, type Reader, rows, sql, type Tx } from '@tereze/foundation-database'
import type { LogLine } from '../contract/message.ts'

/** A line of the log with its sealed bodies. */
export interface StoredMessage {
  readonly direction: 'sent' | 'received'
  readonly id: string
  readonly peer: string
  readonly system: string
  readonly contract: string
  readonly purpose: string
  readonly ground: string | null
  readonly case: string | null
  readonly subjects: readonly string[]
  readonly messageKey: string | null
  readonly hash: Uint8Array
  readonly sealedFor: string
  readonly message: Uint8Array | null
  readonly reply: Uint8Array | null
  readonly at: Date
  readonly outcome: string
}

/** Logs a message. */
export async function insertMessage(tx: Tx, message: StoredMessage): Promise<void> {
  post(
    tx,
    sql`insert into exchange.messages (tenant, direction, id, peer, system, contract, purpose, ground, case_id, subjects, message_key,
        hash, sealed_for, message, reply, at, outcome)
      values (${tx.tenant}, ${message.direction}, ${message.id}::uuid, ${message.peer}, ${message.system}, ${message.contract},
        ${message.purpose}, ${message.ground}, ${message.case}, ${message.subjects as string[]}, ${message.messageKey},
        ${Buffer.from(message.hash)}, ${message.sealedFor},
        ${message.message === null ? null : Buffer.from(message.message)}, ${message.reply === null ? null : Buffer.from(message.reply)},
        ${message.at}, ${message.outcome})
      on conflict (tenant, direction, id) do update set outcome = excluded.outcome, reply = excluded.reply, at = excluded.at`,
  )
}

/** Lets only one of several simultaneous deliveries of a message (or of messages about one fact) go on at a time. */
export async function lockMessage(tx: Tx, place: string): Promise<void> {
  post(tx, sql`select pg_advisory_xact_lock(hashtextextended(${`${tx.tenant}/${place}`}, 7))`)
}

/** What was answered before. */
export interface Earlier {
  readonly id: string
  readonly peer: string
  readonly hash: Buffer
  readonly sealed_for: string
  readonly reply: Buffer | null
}

/** A message that came before with this id, or about the same fact. */
export async function findReceived(
  reader: Reader,
  tenant: string,
  message: { id: string; contract: string; peer: string; messageKey: string | null },
): Promise<Earlier | null> {
  return findRow(
    reader,
    sql<Earlier>`select id, peer, hash, sealed_for, reply from exchange.messages
      where tenant = ${tenant} and direction = 'received' and (id = ${message.id}::uuid
        or (contract = ${message.contract} and peer = ${message.peer} and message_key is not null and message_key = ${message.messageKey}))
      order by (id = ${message.id}::uuid) desc limit 1`,
  )
}

interface LogRow {
  id: string
  direction: 'sent' | 'received'
  contract: string
  peer: string
  purpose: string
  ground: string | null
  case_id: string | null
  at: string
  outcome: string
}

/** The log, newest first, after a cursor `<instant>/<id>`. */
export async function listLog(
  reader: Reader,
  tenant: string,
  filter: { contract: string | null; outcome: string | null },
  after: { at: string; id: string } | null,
  limit: number,
): Promise<LogLine[]> {
  const found = await rows(
    reader,
    sql<LogRow>`select id, direction, contract, peer, purpose, ground, case_id, at, outcome from exchange.messages
      where tenant = ${tenant}
        and (${filter.contract}::text is null or contract = ${filter.contract})
        and (${filter.outcome}::text is null or outcome = ${filter.outcome})
        and (${after?.at ?? null}::timestamptz is null or (at, id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid))
      order by at desc, id desc limit ${limit}`,
  )
  return found.map(({ id, case_id, at, ...line }) => ({ ...line, message: id, case: case_id, time: at }))
}
