import { findRow, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { Due } from '@tereze/foundation-operations'
import type { Language } from '@tereze/operation'

/** A visit as it is kept. */
export interface Visit {
  readonly id: string
  readonly unit: string
  readonly official: string
  readonly person: string
  readonly language: Language
  readonly openedAt: string
  readonly endsAt: string
  readonly endedAt: string | null
  readonly codeState: 'wanted' | 'sent' | 'failed' | null
  readonly codeAt: string | null
  readonly codeHash: Uint8Array | null
  readonly codeTries: number
  /** How many codes were asked for. */
  readonly codes: number
  readonly confirmedAt: string | null
  readonly confirmedBy: 'code' | 'signature' | null
}

const columns = sql`id, unit, official, person, language, opened_at as "openedAt", ends_at as "endsAt", ended_at as "endedAt",
  code_state as "codeState", code_at as "codeAt", code_hash as "codeHash", code_tries as "codeTries", codes,
  confirmed_at as "confirmedAt", confirmed_by as "confirmedBy"`

/** Keeps a visit that is opened now. */
export async function insertVisit(
  tx: Tx,
  visit: Pick<Visit, 'id' | 'unit' | 'official' | 'person' | 'language'> & { now: Date; endsAt: Date },
): Promise<void> {
  const { id, unit, official, person, language, now, endsAt } = visit
  await run(
    tx,
    sql`insert into reception.visits (tenant, id, unit, official, person, language, opened_at, ends_at)
      values (${tx.tenant}, ${id}, ${unit}, ${official}, ${person}, ${language}, ${now}, ${endsAt})`,
  )
}

/** A visit. */
export function findVisit(reader: Reader, tenant: string, id: string): Promise<Visit | null> {
  return findRow(reader, sql<Visit>`select ${columns} from reception.visits where tenant = ${tenant} and id = ${id}`)
}

/** A visit, held until the transaction is over. */
export function lockVisit(tx: Tx, id: string): Promise<Visit | null> {
  return findRow(
    tx,
    sql<Visit>`select ${columns} from reception.visits where tenant = ${tx.tenant} and id = ${id} for update`,
  )
}

/** The visit of an official that nobody ended; it may be past its time. */
export function findOpenVisit(reader: Reader, tenant: string, official: string): Promise<Visit | null> {
  return findRow(
    reader,
    sql<Visit>`select ${columns} from reception.visits
      where tenant = ${tenant} and official = ${official} and ended_at is null`,
  )
}

/** Ends a visit at a moment. */
export async function updateEnded(tx: Tx, id: string, at: Date): Promise<void> {
  await run(tx, sql`update reception.visits set ended_at = ${at} where tenant = ${tx.tenant} and id = ${id}`)
}

/** Asks for a new code; the one before holds no longer. */
export async function updateCodeWanted(tx: Tx, id: string, now: Date): Promise<void> {
  await run(
    tx,
    sql`update reception.visits set code_state = 'wanted', code_at = ${now}, code_hash = null, code_tries = 0,
        codes = codes + 1, sendings = 0
      where tenant = ${tx.tenant} and id = ${id}`,
  )
}

/** Notes a code that is about to be sent: its hash, never itself. Another try of sending it makes another code. */
export async function updateCodeMade(tx: Tx, id: string, code: { hash: Uint8Array; now: Date }): Promise<void> {
  await run(
    tx,
    sql`update reception.visits set code_hash = ${code.hash}, code_at = ${code.now}, sendings = sendings + 1
      where tenant = ${tx.tenant} and id = ${id}`,
  )
}

/** Notes what became of a code, if it is still the one that was made. */
export async function updateCodeSent(
  tx: Tx,
  id: string,
  code: { hash: Uint8Array; state: 'wanted' | 'sent' | 'failed'; now: Date },
): Promise<void> {
  await run(
    tx,
    sql`update reception.visits set code_state = ${code.state}, code_at = ${code.now}
      where tenant = ${tx.tenant} and id = ${id} and code_hash = ${code.hash} and code_state = 'wanted'`,
  )
}

/** Counts a try of the code. */
export async function updateCodeTries(tx: Tx, id: string): Promise<void> {
  await run(tx, sql`update reception.visits set code_tries = code_tries + 1 where tenant = ${tx.tenant} and id = ${id}`)
}

/** Keeps how a visit was confirmed, with the words that were confirmed and what was drawn under them. */
export async function updateConfirmed(
  tx: Tx,
  id: string,
  confirmed: { by: 'code' | 'signature'; words: string; signature: string | null; now: Date },
): Promise<void> {
  const { by, words, signature, now } = confirmed
  await run(
    tx,
    sql`update reception.visits set confirmed_at = ${now}, confirmed_by = ${by}, words = ${words},
        signature = ${signature}, code_hash = null, code_state = null
      where tenant = ${tx.tenant} and id = ${id}`,
  )
}

/** A visit whose code is to be sent, and how often that was tried. */
export interface WantedCode {
  readonly tenant: string
  readonly id: string
  readonly sendings: number
}

/** Codes that wait to be sent, of visits that are open. */
export function listWantedCodes(reader: Reader, now: Date, limit: number): Promise<readonly WantedCode[]> {
  return rows(
    reader,
    sql<WantedCode>`select tenant, id, sendings from reception.visits
      where code_state = 'wanted' and code_at <= ${now} and ended_at is null and ends_at > ${now}
      order by code_at limit ${limit}`,
  )
}

/** When the next code is to be sent. */
export const dueCodes = sql<Due>`select min(code_at) as at from reception.visits
  where code_state = 'wanted' and ended_at is null`
