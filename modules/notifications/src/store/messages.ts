import { findRow, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { Channel, DeliveryProblem } from '../contract/index.ts'
import type { Ask } from '../rules/match-answer.ts'
import type { WrittenMessage } from '../rules/write-message.ts'

/** How an answer is recognised and where it belongs; part of a message that asks. */
export interface Reply {
  readonly case: string
  readonly task: string
  readonly field: string | null
  readonly keywords: readonly string[]
  /** The notice that says what was wrong with an answer; absent where the package has none. */
  readonly again?: Again
}

/** A notice of a package. */
export interface Again {
  readonly package: string
  readonly version: string
  readonly notice: string
}

/** A message as it is kept. */
export interface MessageRow extends WrittenMessage {
  readonly tenant: string
  readonly id: string
  readonly person: string
  readonly case: string | null
  readonly notice: string
  readonly significant: boolean
  readonly sentAt: string
  readonly readAt: string | null
  readonly deliveries: readonly {
    readonly channel: Channel
    readonly state: 'waiting' | 'sent' | 'failed'
    readonly at: string | null
    readonly problem: DeliveryProblem | null
    readonly insteadOf: Channel | null
  }[]
}

/** Keeps a message and its deliveries unless the key is known. @returns id of the message of this key, and whether it is new. */
export async function insertMessage(
  tx: Tx,
  message: WrittenMessage & {
    id: string
    key: string
    person: string
    case: string | null
    notice: string
    significant: boolean
    reply: Reply | null
    mailing: string | null
    now: Date
    topic: string | null
    /** Random text by which its letter is answered with "no more of these"; null where the law does not let them be refused. */
    leave: string | null
    ways: readonly { channel: Channel; at: Date | null; daily: boolean }[]
  },
): Promise<{ id: string; isNew: boolean }> {
  const added = await run(
    tx,
    sql`with message as (
          insert into notifications.messages
            (tenant, id, key, person, case_id, notice, significant, texts, actions, reply, mailing, topic, leave,
             sent_at)
          values (${tx.tenant}, ${message.id}, ${message.key}, ${message.person}, ${message.case}, ${message.notice},
                  ${message.significant}, ${JSON.stringify(message.texts)}::jsonb, ${JSON.stringify(message.actions)}::jsonb,
                  ${message.reply === null ? null : JSON.stringify(message.reply)}::jsonb, ${message.mailing},
                  ${message.topic}, ${message.leave}, ${message.now})
          on conflict (tenant, key) do nothing returning tenant, id)
        insert into notifications.deliveries (tenant, message, channel, state, next_at, daily, done_at)
        select message.tenant, message.id, way.channel,
               case when way.channel = 'cabinet' then 'sent' else 'waiting' end, way.at, way.daily,
               case when way.channel = 'cabinet' then ${message.now}::timestamptz end
        from message, jsonb_to_recordset(${JSON.stringify(message.ways)}::jsonb)
          as way(channel text, at timestamptz, daily boolean)`,
  )
  if (added > 0) return { id: message.id, isNew: true }
  const id = await findMessageOfKey(tx, tx.tenant, message.key)
  if (id === null) throw new Error('the message of a known key is missing')
  return { id, isNew: false }
}

/** Id of the message of a key. */
export async function findMessageOfKey(reader: Reader, tenant: string, key: string): Promise<string | null> {
  const row = await findRow(
    reader,
    sql<{ id: string }>`select id from notifications.messages where tenant = ${tenant} and key = ${key}`,
  )
  return row?.id ?? null
}

const messageColumns = sql`select m.tenant, m.id, m.person, m.case_id as "case", m.notice, m.significant, m.texts, m.actions,
         m.sent_at as "sentAt", m.read_at as "readAt",
         (select coalesce(jsonb_agg(jsonb_build_object('channel', d.channel, 'state', d.state, 'problem', d.problem, 'insteadOf', d.instead_of,
            'at', to_char(d.done_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by d.channel), '[]')
          from notifications.deliveries d where d.tenant = m.tenant and d.message = m.id) as deliveries
  from notifications.messages m`

/** Messages to a person from all organisations, newest first, after the message `after`. */
export function listMessagesOfPerson(
  reader: Reader,
  find: { person: string; organisation: string | null; case: string | null; after: string | null; limit: number },
): Promise<MessageRow[]> {
  return rows(
    reader,
    sql<MessageRow>`
      ${messageColumns}
      where m.person = ${find.person}
        and (${find.organisation}::text is null or m.tenant = ${find.organisation})
        and (${find.case}::text is null or m.case_id = ${find.case})
        and (${find.after}::text is null or m.id < ${find.after})
      order by m.id desc limit ${find.limit}`,
  )
}

/** Messages of an organisation about a case, newest first, after the message `after`. */
export function listMessagesOfCase(
  reader: Reader,
  find: { organisation: string; case: string; after: string | null; limit: number },
): Promise<MessageRow[]> {
  return rows(
    reader,
    sql<MessageRow>`
      ${messageColumns}
      where m.tenant = ${find.organisation} and m.case_id = ${find.case}
        and (${find.after}::text is null or m.id < ${find.after})
      order by m.id desc limit ${find.limit}`,
  )
}

/** A message of an organisation; null when it has none of this id. */
export function findMessage(reader: Reader, organisation: string, message: string): Promise<MessageRow | null> {
  return findRow(
    reader,
    sql<MessageRow>`
      ${messageColumns}
      where m.tenant = ${organisation} and m.id = ${message}`,
  )
}

/** Marks a person's message as read, once. @returns whether there is such a message. */
export async function updateRead(tx: Tx, message: string, person: string, now: Date): Promise<boolean> {
  const touched = await run(
    tx,
    sql`update notifications.messages set read_at = coalesce(read_at, ${now})
        where tenant = ${tx.tenant} and id = ${message} and person = ${person}`,
  )
  return touched > 0
}

/** What persons were asked last by messages that wait for an answer, newest first. */
export function listAsks(reader: Reader, persons: readonly string[], limit: number): Promise<Ask[]> {
  return rows(
    reader,
    sql<Ask>`
      select tenant as organisation, person, id as message, reply->>'case' as "case", reply->>'task' as task,
             reply->>'field' as field, reply->'keywords' as keywords
      from notifications.messages
      where person = any(${persons}::text[]) and reply is not null
      order by id desc limit ${limit}`,
  )
}

/** The notice to ask again by, of the newest message that asked for an answer to a task; null when none did. */
export async function findAgain(
  reader: Reader,
  tenant: string,
  ask: { person: string; case: string; task: string },
): Promise<Again | null> {
  const row = await findRow(
    reader,
    sql<{ again: Again | null }>`select reply->'again' as again from notifications.messages
      where tenant = ${tenant} and person = ${ask.person} and reply->>'case' = ${ask.case} and reply->>'task' = ${ask.task}
        and reply ? 'again'
      order by id desc limit 1`,
  )
  return row?.again ?? null
}

/** How many messages of a notice went to a person about a case since a moment. */
export async function countNotices(
  reader: Reader,
  tenant: string,
  of: { person: string; case: string; notice: string; since: Date },
): Promise<number> {
  const row = await findRow(
    reader,
    sql<{ count: number }>`select count(*)::int as count from notifications.messages
      where tenant = ${tenant} and person = ${of.person} and case_id = ${of.case} and notice = ${of.notice}
        and sent_at > ${of.since}`,
  )
  return row?.count ?? 0
}
