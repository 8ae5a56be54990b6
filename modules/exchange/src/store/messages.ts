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
  /** SHA-256 of the message and of its reply as they were sent, for the log. */
  readonly messageHash: Uint8Array
  readonly replyHash: Uint8Array | null
  readonly at: Date
  readonly outcome: string
}

/** Logs a message: the message with its bodies and the entry that the Merkle log is made of, in one statement. */
export async function insertMessage(tx: Tx, message: StoredMessage): Promise<void> {
  post(
    tx,
    sql`with entry as (
        insert into exchange.entries (tenant, direction, message, message_hash, reply_hash, outcome, at)
        values (${tx.tenant}, ${message.direction}, ${message.id}::uuid, ${Buffer.from(message.messageHash)},
          ${message.replyHash === null ? null : Buffer.from(message.replyHash)}, ${message.outcome}, ${message.at})
      )
      insert into exchange.messages (tenant, direction, id, peer, system, contract, purpose, ground, case_id, subjects, message_key,
        hash, sealed_for, message, reply, at, outcome)
      values (${tx.tenant}, ${message.direction}, ${message.id}::uuid, ${message.peer}, ${message.system}, ${message.contract},
        ${message.purpose}, ${message.ground}, ${message.case}, ${message.subjects as string[]}, ${message.messageKey},
        ${Buffer.from(message.hash)}, ${message.sealedFor},
        ${message.message === null ? null : Buffer.from(message.message)}, ${message.reply === null ? null : Buffer.from(message.reply)},
        ${message.at}, ${message.outcome})
      on conflict (tenant, direction, id) do update set outcome = excluded.outcome, message = excluded.message,
        reply = excluded.reply, at = excluded.at, transaction = excluded.transaction`,
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
    // Each part is one look into an index of its own, which a condition with `or` need not be.
    sql<Earlier>`select id, peer, hash, sealed_for, reply from (
        select 1 as place, id, peer, hash, sealed_for, reply from exchange.messages
        where tenant = ${tenant} and direction = 'received' and id = ${message.id}::uuid
        union all
        select 2, id, peer, hash, sealed_for, reply from exchange.messages
        where tenant = ${tenant} and direction = 'received' and contract = ${message.contract} and peer = ${message.peer}
          and message_key is not null and message_key = ${message.messageKey}
      ) earlier order by place limit 1`,
  )
}

/** A message of the log with its sealed bodies and the hashes that the log has of them. */
export interface SealedMessage {
  readonly id: string
  readonly contract: string
  readonly subjects: readonly string[]
  readonly sealedFor: string
  readonly message: Buffer | null
  readonly reply: Buffer | null
  readonly messageHash: Buffer | null
  readonly replyHash: Buffer | null
}

/** One message of the log, to be opened. */
export async function findSealedMessage(
  reader: Reader,
  tenant: string,
  direction: 'sent' | 'received',
  id: string,
): Promise<SealedMessage | null> {
  return findRow(
    reader,
    sql<SealedMessage>`select m.id, m.contract, m.subjects, m.sealed_for as "sealedFor", m.message, m.reply,
        e.message_hash as "messageHash", e.reply_hash as "replyHash"
      from exchange.messages m left join lateral (
        select e.message_hash, e.reply_hash from exchange.entries e
        where e.tenant = m.tenant and e.transaction = m.transaction and e.message = m.id and e.direction = m.direction
        order by e.ordinal desc limit 1) e on true
      where m.tenant = ${tenant} and m.direction = ${direction} and m.id = ${id}::uuid`,
  )
}

/** The narrower conditions, each only where it is asked for, so that an index can serve it. */
function narrowed(filter: LogFilter) {
  const wanted = [
    filter.direction === null ? null : sql`direction = ${filter.direction}`,
    filter.peer === null ? null : sql`peer = ${filter.peer}`,
    filter.purpose === null ? null : sql`purpose = ${filter.purpose}`,
    filter.case === null ? null : sql`case_id = ${filter.case}`,
    filter.subject === null ? null : sql`subjects @> array[${filter.subject}]::text[]`,
    filter.message === null ? null : sql`id = ${filter.message}::uuid`,
    filter.from === null ? null : sql`at >= ${filter.from}::timestamptz`,
    filter.until === null ? null : sql`at < ${filter.until}::timestamptz`,
  ]
  return sql.join([sql`true`, ...wanted.filter(condition => condition !== null)], sql` and `)
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
  consent: string | null
}

/** What of the log is wanted; null does not narrow. */
export interface LogFilter {
  readonly contract: string | null
  readonly outcome: string | null
  readonly direction: string | null
  readonly peer: string | null
  readonly purpose: string | null
  readonly case: string | null
  readonly subject: string | null
  readonly message: string | null
  readonly from: string | null
  readonly until: string | null
}

/** The log, newest first, after a cursor `<instant>/<id>`. */
export async function listLog(
  reader: Reader,
  tenant: string,
  filter: LogFilter,
  after: { at: string; id: string } | null,
  limit: number,
): Promise<LogLine[]> {
  const found = await rows(
    reader,
    sql<LogRow>`select id, direction, contract, peer, purpose, ground, case_id, at, outcome,
        (select reference from exchange.consents c where c.tenant = exchange.messages.tenant and c.message = exchange.messages.id
          and direction = 'received') as consent
      from exchange.messages
      where tenant = ${tenant}
        and (${filter.contract}::text is null or contract = ${filter.contract})
        and (${filter.outcome}::text is null or outcome = ${filter.outcome})
        and ${narrowed(filter)}
        and (${after?.at ?? null}::timestamptz is null or (at, id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid))
      order by at desc, id desc limit ${limit}`,
  )
  return found.map(({ id, case_id, at, consent, ...line }) => ({
    ...line,
    message: id,
    case: case_id,
    time: at,
    ...(consent === null ? {} : { consent }),
  }))
}
