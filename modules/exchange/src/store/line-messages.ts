import { findRow, post, type Reader, rows, sql, type Tx } from '@tereze/foundation-database'

/** A message of a national exchange under its id there. */
export interface LineMessageRow {
  readonly line: string
  readonly direction: 'sent' | 'received'
  readonly id: string
  readonly kind: 'request' | 'answer'
  /** The message of this exchange that it carries. */
  readonly message: string | null
  /** The provider of a sent request, the consumer of a received one. */
  readonly organisation: string | null
  readonly contract: string | null
  /** The id that it answers or is followed by on its line. */
  readonly related: string | null
  /** `broken`: of no use, and why; a sent request is asked anew then. */
  readonly state: 'sending' | 'sent' | 'waiting' | 'done' | 'refused' | 'broken'
  readonly reason: string | null
  readonly detail: string | null
  /** How often it came. */
  readonly times: number
  readonly body: Buffer | null
  readonly at: string
  readonly giveUp: string | null
  readonly ended: string | null
}

const columns = sql`line, direction, id, kind, message, organisation, contract, related, state, reason, detail, times, body, at,
  give_up_at as "giveUp", ended_at as ended`

/** What is known of a message when it is first seen. */
export type NewLineMessage = Pick<LineMessageRow, 'line' | 'direction' | 'id' | 'kind' | 'state'> &
  Partial<Pick<LineMessageRow, 'message' | 'organisation' | 'contract' | 'related' | 'reason' | 'detail'>> & {
    readonly body?: Uint8Array
    readonly due?: Date
    readonly giveUp?: Date
    readonly now: Date
  }

const over = (state: LineMessageRow['state']) => state === 'done' || state === 'refused' || state === 'broken'

/** Writes a message down; one that is there has come once more. */
export async function insertLineMessage(tx: Tx, one: NewLineMessage): Promise<LineMessageRow> {
  const found = await findRow(
    tx,
    sql<LineMessageRow>`insert into exchange.line_messages (tenant, line, direction, id, kind, message, organisation, contract, related,
        state, reason, detail, body, at, due_at, give_up_at, ended_at)
      values (${tx.tenant}, ${one.line}, ${one.direction}, ${one.id}, ${one.kind}, ${one.message ?? null}::uuid,
        ${one.organisation ?? null}, ${one.contract ?? null}, ${one.related ?? null}, ${one.state}, ${one.reason ?? null},
        ${one.detail ?? null}, ${one.body === undefined ? null : Buffer.from(one.body)}, ${one.now}, ${one.due ?? null},
        ${one.giveUp ?? null}, ${over(one.state) ? one.now : null})
      on conflict (tenant, line, direction, id) do update set times = exchange.line_messages.times + 1
      returning ${columns}`,
  )
  if (found === null) throw new Error('a message of a line was not written')
  return found
}

/** What became of a message; `due` is when it is looked at again. Nothing happens to one that is over. */
export function updateLineMessage(
  tx: Tx,
  { line, direction, id }: Pick<LineMessageRow, 'line' | 'direction' | 'id'>,
  to: {
    readonly state: LineMessageRow['state']
    readonly reason?: string | null
    readonly detail?: string | null
    readonly related?: string
    readonly due?: Date
    readonly now: Date
  },
): void {
  const ended = over(to.state)
  post(
    tx,
    sql`update exchange.line_messages set state = ${to.state}, reason = ${to.reason ?? null}, detail = ${to.detail ?? null},
        related = coalesce(${to.related ?? null}, related), due_at = ${to.due ?? null}, ended_at = ${ended ? to.now : null},
        body = case when ${ended} then null else body end
      where tenant = ${tx.tenant} and line = ${line} and direction = ${direction} and id = ${id} and ended_at is null`,
  )
}

/** One message under its id on a line. */
export async function findLineMessage(
  reader: Reader,
  tenant: string,
  { line, direction, id }: Pick<LineMessageRow, 'line' | 'direction' | 'id'>,
): Promise<LineMessageRow | null> {
  return findRow(
    reader,
    sql<LineMessageRow>`select ${columns} from exchange.line_messages
      where tenant = ${tenant} and line = ${line} and direction = ${direction} and id = ${id}`,
  )
}

/** The requests that were sent for a message of this exchange, the newest first. */
export async function listSentFor(reader: Reader, tenant: string, message: string): Promise<LineMessageRow[]> {
  return rows(
    reader,
    sql<LineMessageRow>`select ${columns} from exchange.line_messages
      where tenant = ${tenant} and direction = 'sent' and kind = 'request' and message = ${message}::uuid order by at desc, id desc`,
  )
}

/** The request that was sent under an id, or that the line knows under it; the newest. */
export async function findSentByEither(
  reader: Reader,
  tenant: string,
  line: string,
  id: string,
): Promise<LineMessageRow | null> {
  return findRow(
    reader,
    sql<LineMessageRow>`select ${columns} from exchange.line_messages
      where tenant = ${tenant} and line = ${line} and direction = 'sent' and kind = 'request' and (id = ${id} or related = ${id})
      order by at desc limit 1`,
  )
}

/** Claims received requests that are due until a moment, so that one node answers them. */
export async function claimLineMessages(
  tx: Tx,
  line: string,
  claim: { now: Date; until: Date },
  limit: number,
): Promise<LineMessageRow[]> {
  return rows(
    tx,
    sql<LineMessageRow>`update exchange.line_messages set due_at = ${claim.until}
      where tenant = ${tx.tenant} and line = ${line} and direction = 'received' and ended_at is null and due_at <= ${claim.now}
        and id in (select id from exchange.line_messages
          where tenant = ${tx.tenant} and line = ${line} and direction = 'received' and ended_at is null and due_at <= ${claim.now}
          order by due_at limit ${limit} for update skip locked)
      returning ${columns}`,
  )
}

/** Whether requests of a line are due, looked at without a transaction. */
export async function hasDueLineMessages(reader: Reader, tenant: string, line: string, now: Date): Promise<boolean> {
  const found = await findRow(
    reader,
    sql<{ id: string }>`select id from exchange.line_messages
      where tenant = ${tenant} and line = ${line} and direction = 'received' and ended_at is null and due_at <= ${now} limit 1`,
  )
  return found !== null
}

/** Messages of the lines, newest first, after a place. */
export async function listLineMessageRows(
  reader: Reader,
  tenant: string,
  wanted: { line: string | null; only: 'open' | 'wrong' | null; organisation: string | null; message: string | null },
  after: { at: string; id: string } | null,
  limit: number,
): Promise<LineMessageRow[]> {
  return rows(
    reader,
    sql<LineMessageRow>`select ${columns} from exchange.line_messages
      where tenant = ${tenant}
        and (${wanted.line}::text is null or line = ${wanted.line})
        and (${wanted.organisation}::text is null or organisation = ${wanted.organisation})
        and (${wanted.message}::uuid is null or message = ${wanted.message}::uuid)
        and (${wanted.only}::text is null or (${wanted.only} = 'open' and ended_at is null)
          or (${wanted.only} = 'wrong' and reason is not null))
        and (${after?.at ?? null}::timestamptz is null
          or (at, id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}))
      order by at desc, id desc limit ${limit}`,
  )
}
