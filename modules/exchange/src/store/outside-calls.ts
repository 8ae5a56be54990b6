import { findRow, post, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { OutsideEvidence } from '../ports/outside-line.ts'

/** A question to a member's own system. `question` and `answer` are sealed, and null when they are not kept any more. */
export interface OutsideCallRow {
  readonly message: string
  readonly contract: string
  readonly consumer: string
  readonly hash: Buffer
  readonly sealedFor: string
  readonly question: Buffer | null
  readonly answer: Buffer | null
  readonly state: 'asked' | 'answered' | 'refused' | 'served'
  readonly askedAt: string
  readonly termEnds: string
  readonly attempts: number
  readonly reason: string | null
  readonly detail: string | null
  readonly endedAt: string | null
  readonly evidence: OutsideEvidence | null
}

const columns = sql`message, contract, consumer, hash, sealed_for as "sealedFor", question, answer, state, asked_at as "askedAt",
  term_ends as "termEnds", attempts, reason, detail, ended_at as "endedAt", evidence`

/** The question that a message asks. */
export async function findOutsideCall(reader: Reader, tenant: string, message: string): Promise<OutsideCallRow | null> {
  return findRow(
    reader,
    sql<OutsideCallRow>`select ${columns} from exchange.outside_calls
      where tenant = ${tenant} and message = ${message}::uuid`,
  )
}

/** Keeps what is to be asked. */
export function insertOutsideCall(
  tx: Tx,
  call: Pick<OutsideCallRow, 'message' | 'contract' | 'consumer' | 'hash' | 'sealedFor'> & {
    question: Uint8Array
    now: Date
    termEnds: Date
  },
): void {
  post(
    tx,
    sql`insert into exchange.outside_calls (tenant, message, contract, consumer, hash, sealed_for, question, state, asked_at, term_ends)
      values (${tx.tenant}, ${call.message}::uuid, ${call.contract}, ${call.consumer}, ${call.hash}, ${call.sealedFor},
        ${Buffer.from(call.question)}, 'asked', ${call.now}, ${call.termEnds})`,
  )
}

/** Claims a question until a moment, so that it is asked once at a time; false when somebody is asking it, or it is over. */
export async function claimOutsideCall(tx: Tx, message: string, now: Date, until: Date): Promise<boolean> {
  const claimed = await run(
    tx,
    sql`update exchange.outside_calls set claimed_until = ${until}, attempts = attempts + 1
      where tenant = ${tx.tenant} and message = ${message}::uuid and state = 'asked'
        and (claimed_until is null or claimed_until <= ${now})`,
  )
  return claimed > 0
}

/** The question is over: answered, or refused for good by the member's system. */
export function endOutsideCall(
  tx: Tx,
  message: string,
  end: {
    state: 'answered' | 'refused'
    answer: Uint8Array | null
    detail: string | null
    evidence: OutsideEvidence | null
    now: Date
  },
): void {
  post(
    tx,
    sql`update exchange.outside_calls set state = ${end.state}, ended_at = ${end.now}, claimed_until = null, reason = null,
        answer = ${end.answer === null ? null : Buffer.from(end.answer)}, detail = ${end.detail},
        evidence = ${end.evidence === null ? null : JSON.stringify(end.evidence)}::jsonb
      where tenant = ${tx.tenant} and message = ${message}::uuid and state = 'asked'`,
  )
}

/** There is no answer: the question can be asked anew, and says why it was not answered. */
export function releaseOutsideCall(tx: Tx, message: string, why: { reason: string; detail: string } | null): void {
  post(
    tx,
    sql`update exchange.outside_calls set claimed_until = null, reason = ${why?.reason ?? null}, detail = ${why?.detail ?? null}
      where tenant = ${tx.tenant} and message = ${message}::uuid and state = 'asked'`,
  )
}

/** The message was served with the answer: what was asked and answered stands in the log now. */
export function serveOutsideCall(tx: Tx, message: string): void {
  post(
    tx,
    sql`update exchange.outside_calls set state = 'served', question = null, answer = null
      where tenant = ${tx.tenant} and message = ${message}::uuid and state = 'answered'`,
  )
}

/** Questions to the own systems of an organisation, newest first, after a place. */
export async function listOutsideCallRows(
  reader: Reader,
  tenant: string,
  only: 'open' | 'late' | null,
  now: Date,
  after: { at: string; id: string } | null,
  limit: number,
): Promise<OutsideCallRow[]> {
  return rows(
    reader,
    sql<OutsideCallRow>`select ${columns} from exchange.outside_calls
      where tenant = ${tenant}
        and (${only}::text is null or (${only} = 'open' and state = 'asked')
          or (${only} = 'late' and coalesce(ended_at, ${now}) > term_ends))
        and (${after?.at ?? null}::timestamptz is null
          or (asked_at, message) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid))
      order by asked_at desc, message desc limit ${limit}`,
  )
}
