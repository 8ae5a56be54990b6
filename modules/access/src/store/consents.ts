import { findRow, post, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { ConsentSubject } from '../contract/agreements.ts'

/** A consent, given or refused, as it is kept. `agreement` is the version of the wording, `wording` its hash. */
export interface ConsentRow extends ConsentSubject {
  readonly id: string
  readonly person: string
  readonly givenBy: string
  readonly provider: string
  readonly agreement: string
  readonly wording: string
  readonly givenAt: string
  readonly until: string
  readonly withdrawnAt: string | null
  /** Whether the answer was no. */
  readonly refused: boolean
  readonly receipt: string
  readonly withdrawalReceipt: string | null
}

const columns = sql`id, person, given_by as "givenBy", contract, provider, recipient, purpose, agreement, wording, given_at as "givenAt",
  until, withdrawn_at as "withdrawnAt", refused, receipt, withdrawal_receipt as "withdrawalReceipt"`

/** Keeps a consent. */
export function insertConsent(tx: Tx, row: Omit<ConsentRow, 'withdrawnAt' | 'withdrawalReceipt'>): void {
  post(
    tx,
    sql`insert into access.consents (tenant, id, person, given_by, contract, provider, recipient, purpose, agreement, wording, given_at,
        until, refused, receipt)
      values (${tx.tenant}, ${row.id}, ${row.person}, ${row.givenBy}, ${row.contract}, ${row.provider}, ${row.recipient}, ${row.purpose},
        ${row.agreement}, ${row.wording}, ${row.givenAt}, ${row.until}, ${row.refused}, ${row.receipt})`,
  )
}

/** Holds whatever else gives or withdraws a consent of the person back until the end of the transaction. */
export async function lockConsentsOf(tx: Tx, person: string): Promise<void> {
  await run(tx, sql`select pg_advisory_xact_lock(hashtextextended(${`access.consents/${person}`}, 0))`)
}

/** The newest consent to something, whatever became of it. */
export async function findNewestConsent(
  reader: Reader,
  tenant: string,
  person: string,
  { contract, recipient, purpose }: ConsentSubject,
): Promise<ConsentRow | null> {
  return findRow(
    reader,
    sql<ConsentRow>`select ${columns} from access.consents
      where tenant = ${tenant} and person = ${person} and contract = ${contract} and recipient = ${recipient} and purpose = ${purpose}
      order by given_at desc, id desc limit 1`,
  )
}

/** A consent by id. */
export async function findConsentRow(reader: Reader, tenant: string, id: string): Promise<ConsentRow | null> {
  return findRow(
    reader,
    sql<ConsentRow>`select ${columns} from access.consents where tenant = ${tenant} and id = ${id}`,
  )
}

/** All consents of a person, newest first. */
export async function listConsentsOf(reader: Reader, tenant: string, person: string): Promise<ConsentRow[]> {
  return rows(
    reader,
    sql<ConsentRow>`select ${columns} from access.consents where tenant = ${tenant} and person = ${person}
      order by given_at desc, id desc`,
  )
}

/** Withdraws a consent. */
export async function closeConsent(
  tx: Tx,
  id: string,
  end: { readonly receipt: string; readonly now: Date },
): Promise<void> {
  await run(
    tx,
    sql`update access.consents set withdrawn_at = ${end.now}, withdrawal_receipt = ${end.receipt}
      where tenant = ${tx.tenant} and id = ${id} and withdrawn_at is null`,
  )
}
