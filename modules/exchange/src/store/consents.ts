import { findRow, post, type Reader, rows, sql, type Tx } from '@tereze/foundation-database'
import type { Due } from '@tereze/foundation-operations'

/** A person's consent to one message. `question` is sealed, and null when the consent is over. */
export interface ConsentRow {
  readonly tenant: string
  readonly message: string
  readonly contract: string
  readonly consumer: string
  readonly purpose: string
  readonly person: string
  readonly service: string
  readonly question: Buffer | null
  readonly state: 'asked' | 'granted' | 'refused' | 'timed-out'
  readonly askedAt: string
  readonly termEnds: string
  readonly attempts: number
  readonly reason: string | null
  readonly detail: string | null
  readonly reference: string | null
  readonly validUntil: string | null
  readonly endedAt: string | null
}

const columns = sql`tenant, message, contract, consumer, purpose, person, service, question, state, asked_at as "askedAt",
  term_ends as "termEnds", attempts, reason, detail, reference, valid_until as "validUntil", ended_at as "endedAt"`

/** The consent of a message. */
export async function findConsent(reader: Reader, tenant: string, message: string): Promise<ConsentRow | null> {
  return findRow(
    reader,
    sql<ConsentRow>`select ${columns} from exchange.consents where tenant = ${tenant} and message = ${message}::uuid`,
  )
}

/** A consent to the same that is still valid. */
export async function findValidConsent(
  reader: Reader,
  tenant: string,
  of: Pick<ConsentRow, 'contract' | 'consumer' | 'purpose' | 'person'>,
  now: Date,
): Promise<ConsentRow | null> {
  return findRow(
    reader,
    sql<ConsentRow>`select ${columns} from exchange.consents
      where tenant = ${tenant} and person = ${of.person} and contract = ${of.contract} and consumer = ${of.consumer}
        and purpose = ${of.purpose} and state = 'granted' and valid_until > ${now}
      order by valid_until desc limit 1`,
  )
}

/** Keeps what is to be asked of a person, or a consent that was given before. */
export function insertConsent(
  tx: Tx,
  consent: Pick<ConsentRow, 'message' | 'contract' | 'consumer' | 'purpose' | 'person' | 'service'> & {
    readonly question: Uint8Array | null
    /** What was given before; null: it is to be asked. */
    readonly given: Pick<ConsentRow, 'reference' | 'validUntil'> | null
    readonly now: Date
    readonly termEnds: Date
  },
): void {
  const asked = consent.given === null
  post(
    tx,
    sql`insert into exchange.consents (tenant, message, contract, consumer, purpose, person, service, question, state, asked_at, term_ends,
        due_at, reference, valid_until, ended_at)
      values (${tx.tenant}, ${consent.message}::uuid, ${consent.contract}, ${consent.consumer}, ${consent.purpose}, ${consent.person},
        ${consent.service}, ${consent.question === null ? null : Buffer.from(consent.question)}, ${asked ? 'asked' : 'granted'},
        ${consent.now}, ${consent.termEnds}, ${asked ? consent.now : null}, ${consent.given?.reference ?? null},
        ${consent.given?.validUntil ?? null}, ${asked ? null : consent.now})`,
  )
}

/** Organisations with consents that are to be asked for, or whose term is over. */
export async function listConsentTenants(reader: Reader, now: Date): Promise<string[]> {
  const found = await rows(
    reader,
    sql<{ tenant: string }>`select distinct tenant from exchange.consents where state = 'asked' and due_at <= ${now}`,
  )
  return found.map(row => row.tenant)
}

/** Claims consents that are due until a moment, so that one node asks. */
export async function claimConsents(tx: Tx, claim: { now: Date; until: Date }, limit: number): Promise<ConsentRow[]> {
  return rows(
    tx,
    sql<ConsentRow>`update exchange.consents set due_at = ${claim.until}, attempts = attempts + 1
      where tenant = ${tx.tenant} and state = 'asked' and message in (
        select message from exchange.consents where tenant = ${tx.tenant} and state = 'asked' and due_at <= ${claim.now}
        order by due_at limit ${limit} for update skip locked)
      returning ${columns}`,
  )
}

/** There is no answer of the person yet: asked again at a moment. */
export function releaseConsent(
  tx: Tx,
  message: string,
  to: { readonly due: Date; readonly reason: string | null; readonly detail: string | null },
): void {
  post(
    tx,
    sql`update exchange.consents set due_at = ${to.due}, reason = ${to.reason}, detail = ${to.detail}
      where tenant = ${tx.tenant} and message = ${message}::uuid and state = 'asked'`,
  )
}

/** The consent is over: given, refused, or not given in time. */
export function endConsent(
  tx: Tx,
  message: string,
  end: Pick<ConsentRow, 'reference' | 'validUntil'> & {
    readonly state: 'granted' | 'refused' | 'timed-out'
    readonly now: Date
  },
): void {
  post(
    tx,
    sql`update exchange.consents set state = ${end.state}, ended_at = ${end.now}, due_at = null, question = null,
        reference = ${end.reference}, valid_until = ${end.validUntil}
      where tenant = ${tx.tenant} and message = ${message}::uuid and state = 'asked'`,
  )
}

/** Consents that an organisation's contracts asked for, newest first, after a place. */
export async function listConsentRows(
  reader: Reader,
  tenant: string,
  state: ConsentRow['state'] | null,
  after: { at: string; id: string } | null,
  limit: number,
): Promise<ConsentRow[]> {
  return rows(
    reader,
    sql<ConsentRow>`select ${columns} from exchange.consents
      where tenant = ${tenant} and (${state}::text is null or state = ${state})
        and (${after?.at ?? null}::timestamptz is null
          or (asked_at, message) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid))
      order by asked_at desc, message desc limit ${limit}`,
  )
}

/** What is asked of a person by a consent service and not answered, of all organisations: each contract, consumer and purpose once. */
export async function listAskedOf(
  reader: Reader,
  person: string,
  service: string,
  now: Date,
): Promise<{ contract: string; recipient: string; purpose: string; asked: string; term: string }[]> {
  return rows(
    reader,
    sql<{
      contract: string
      recipient: string
      purpose: string
      asked: string
      term: string
    }>`select contract, consumer as recipient, purpose, min(asked_at) as asked, max(term_ends) as term from exchange.consents
      where person = ${person} and service = ${service} and state = 'asked' and term_ends > ${now}
      group by contract, consumer, purpose order by asked desc`,
  )
}

/** When consent services are asked. */
export const dueConsents = sql<Due>`select min(due_at) as at from exchange.consents where state = 'asked'`
