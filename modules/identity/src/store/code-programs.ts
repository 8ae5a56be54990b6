import { findRow, type Reader, run, sql, type Tx } from '@tereze/foundation-database'

/** A program that shows codes, as it is kept. */
export interface KeptProgram {
  /** Sealed under the account's key. */
  readonly secret: Uint8Array
  /** The newest step of thirty seconds whose code was used. */
  readonly lastStep: number
  readonly addedAt: string
}

/** Keeps the program of an account, over the one before. */
export async function upsertProgram(
  tx: Tx,
  program: { account: string; secret: Uint8Array; lastStep: number; now: Date },
): Promise<void> {
  await run(
    tx,
    sql`insert into identity.code_programs (tenant, account, secret, last_step, added_at)
      values (${tx.tenant}, ${program.account}, ${program.secret}, ${program.lastStep}, ${program.now})
      on conflict on constraint code_programs_pk do update set secret = excluded.secret, last_step = excluded.last_step,
        added_at = excluded.added_at`,
  )
}

/** The program of an account. */
export async function findProgram(reader: Reader, tenant: string, account: string): Promise<KeptProgram | null> {
  return findRow(
    reader,
    sql<KeptProgram>`select secret, last_step as "lastStep", added_at as "addedAt" from identity.code_programs
      where tenant = ${tenant} and account = ${account}`,
  )
}

/** Uses up the code of a step; false when it, or a later one, was used already. */
export async function updateProgramStep(tx: Tx, account: string, step: number): Promise<boolean> {
  return (
    (await run(
      tx,
      sql`update identity.code_programs set last_step = ${step}
        where tenant = ${tx.tenant} and account = ${account} and last_step < ${step}`,
    )) === 1
  )
}

/** Forgets the program of an account; false when it has none. */
export async function deleteProgram(tx: Tx, account: string): Promise<boolean> {
  return (
    (await run(tx, sql`delete from identity.code_programs where tenant = ${tx.tenant} and account = ${account}`)) === 1
  )
}

/** Forgets the program that was added to an account at a moment; false when it has another by now, or none. */
export async function deleteProgramOf(tx: Tx, account: string, addedAt: string): Promise<boolean> {
  return (
    (await run(
      tx,
      sql`delete from identity.code_programs
        where tenant = ${tx.tenant} and account = ${account} and added_at = ${addedAt}`,
    )) === 1
  )
}
