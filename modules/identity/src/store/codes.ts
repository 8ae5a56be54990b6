import { findRow, getRow, type Reader, run, sql, type Tx } from '@tereze/foundation-database'

/** A one-time code as it is kept: its hash, never itself. */
export interface KeptCode {
  readonly code: string
  readonly account: string
  readonly hash: Uint8Array
  readonly tries: number
  readonly sentAt: string
  readonly usedAt: string | null
}

const columns = sql`code, account, hash, tries, sent_at as "sentAt", used_at as "usedAt"`

/** Keeps the hash of a code that is being sent; ids grow with time, so the newest of an interaction counts. */
export async function insertCode(
  tx: Tx,
  code: { code: string; interaction: string; account: string; hash: Uint8Array; now: Date },
): Promise<void> {
  await run(
    tx,
    sql`insert into identity.codes (tenant, code, interaction, account, hash, sent_at)
      values (${tx.tenant}, ${code.code}, ${code.interaction}, ${code.account}, ${code.hash}, ${code.now})`,
  )
}

/** The newest code of an interaction. */
export async function findCode(reader: Reader, tenant: string, interaction: string): Promise<KeptCode | null> {
  return findRow(
    reader,
    sql<KeptCode>`select ${columns} from identity.codes
      where tenant = ${tenant} and interaction = ${interaction} order by code desc limit 1`,
  )
}

/** Counts a try of the newest code of an interaction and gives it, held until the transaction ends; null when none was sent. */
export async function updateCodeTries(tx: Tx, interaction: string): Promise<KeptCode | null> {
  return findRow(
    tx,
    sql<KeptCode>`update identity.codes set tries = tries + 1 where tenant = ${tx.tenant} and code = (
        select code from identity.codes where tenant = ${tx.tenant} and interaction = ${interaction}
        order by code desc limit 1)
      returning ${columns}`,
  )
}

/** Marks a code as used. */
export async function updateCodeUsed(tx: Tx, code: string, now: Date): Promise<void> {
  await run(tx, sql`update identity.codes set used_at = ${now} where tenant = ${tx.tenant} and code = ${code}`)
}

/** How many codes of an account were tried to the end without success since a moment. */
export async function countGuessedCodes(
  reader: Reader,
  tenant: string,
  account: string,
  since: Date,
  tries: number,
): Promise<number> {
  const row = await getRow(
    reader,
    sql<{ n: number }>`select count(*) as n from identity.codes
      where tenant = ${tenant} and account = ${account} and sent_at > ${since} and tries >= ${tries} and used_at is null`,
  )
  return row.n
}

/** Forgets codes sent before a moment; returns how many. */
export async function deleteCodesBefore(tx: Tx, before: Date, limit: number): Promise<number> {
  return run(
    tx,
    sql`delete from identity.codes where tenant = ${tx.tenant} and code in (
      select code from identity.codes where tenant = ${tx.tenant} and sent_at < ${before} limit ${limit})`,
  )
}
