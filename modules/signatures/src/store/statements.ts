import { findRow, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { KeySignatureKind, SigningWay } from '../contract/index.ts'

/** A statement as it is kept: what it says, and how it was signed, are sealed under the account's key. */
export interface StatementRow {
  readonly statement: string
  readonly account: string
  /** For whom the account acted when it was prepared; null: for themselves. */
  readonly actingFor: string | null
  readonly needed: KeySignatureKind
  /** SHA-256 of what is signed, hexadecimal. */
  readonly fingerprint: string
  readonly prepared: Uint8Array
  readonly until: string
  readonly kind: KeySignatureKind | null
  readonly signed: Uint8Array | null
}

/** A statement by id. */
export function findStatement(reader: Reader, tenant: string, statement: string): Promise<StatementRow | null> {
  return findRow<StatementRow>(
    reader,
    sql`select statement, account, acting_for as "actingFor", needed, fingerprint, prepared, until, kind, signed
        from signatures.statements where tenant = ${tenant} and statement = ${statement}`,
  )
}

/** Statements that an account signed, the newest first, a hundred at most. */
export async function listSignedIds(reader: Reader, tenant: string, account: string): Promise<string[]> {
  const found = await rows(
    reader,
    sql<{ statement: string }>`select statement from signatures.statements
        where tenant = ${tenant} and account = ${account} and signed is not null order by signed_at desc, statement limit 100`,
  )
  return found.map(({ statement }) => statement)
}

/** Keeps a statement that is to be signed. */
export async function insertStatement(
  tx: Tx,
  added: Omit<StatementRow, 'until' | 'kind' | 'signed'> & { until: Date; now: Date },
): Promise<void> {
  await run(
    tx,
    sql`insert into signatures.statements (tenant, statement, account, acting_for, needed, fingerprint, prepared, prepared_at, until)
        values (${tx.tenant}, ${added.statement}, ${added.account}, ${added.actingFor}, ${added.needed}, ${added.fingerprint},
          ${added.prepared}::bytea, ${added.now}, ${added.until})`,
  )
}

/** Notes how a statement was signed; false when it was signed before. */
export async function updateSigned(
  tx: Tx,
  statement: string,
  by: { kind: KeySignatureKind; way: SigningWay; signed: Uint8Array; now: Date },
): Promise<boolean> {
  return (
    (await run(
      tx,
      sql`update signatures.statements set kind = ${by.kind}, way = ${by.way}, signed = ${by.signed}::bytea, signed_at = ${by.now}
          where tenant = ${tx.tenant} and statement = ${statement} and signed is null`,
    )) === 1
  )
}

/** Forgets statements that nobody signed in time; tells how many. */
export function deleteUnsigned(tx: Tx, before: Date, limit: number): Promise<number> {
  return run(
    tx,
    sql`delete from signatures.statements where (tenant, statement) in (
          select tenant, statement from signatures.statements
          where tenant = ${tx.tenant} and signed is null and until < ${before} limit ${limit})`,
  )
}
