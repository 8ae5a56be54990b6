import { findRow, type Reader, run, sql, type Tx } from '@tereze/foundation-database'

/** What a hash cost (RFC 9106): memory in KiB, passes over it. */
export interface HashCost {
  readonly memory: number
  readonly passes: number
}

/** A password as it is kept. */
export interface KeptPassword {
  readonly account: string
  readonly login: string
  readonly salt: Uint8Array
  readonly hash: Uint8Array
  readonly cost: HashCost
  readonly setAt: string
}

const columns = sql`account, login, salt, hash, cost, set_at as "setAt"`

/** Keeps the password of an account over the one before; false when somebody else has the name. */
export async function upsertPassword(tx: Tx, password: Omit<KeptPassword, 'setAt'> & { now: Date }): Promise<boolean> {
  const taken = await findPassword(tx, tx.tenant, password.login)
  if (taken !== null && taken.account !== password.account) return false
  return (
    (await run(
      tx,
      sql`insert into identity.passwords (tenant, account, login, salt, hash, cost, set_at)
        values (${tx.tenant}, ${password.account}, ${password.login}, ${password.salt}, ${password.hash},
          ${JSON.stringify(password.cost)}::jsonb, ${password.now})
        on conflict on constraint passwords_pk do update set login = excluded.login, salt = excluded.salt,
          hash = excluded.hash, cost = excluded.cost, set_at = excluded.set_at`,
    )) === 1
  )
}

/** The password of a name. */
export async function findPassword(reader: Reader, tenant: string, login: string): Promise<KeptPassword | null> {
  return findRow(
    reader,
    sql<KeptPassword>`select ${columns} from identity.passwords where tenant = ${tenant} and login = ${login}`,
  )
}

/** The password of an account. */
export async function findPasswordOf(reader: Reader, tenant: string, account: string): Promise<KeptPassword | null> {
  return findRow(
    reader,
    sql<KeptPassword>`select ${columns} from identity.passwords where tenant = ${tenant} and account = ${account}`,
  )
}

/** Forgets the password of an account; false when it has none. */
export async function deletePassword(tx: Tx, account: string): Promise<boolean> {
  return (await run(tx, sql`delete from identity.passwords where tenant = ${tx.tenant} and account = ${account}`)) === 1
}

/** Forgets the password that an account was given at a moment; false when it has another by now, or none. */
export async function deletePasswordOf(tx: Tx, account: string, setAt: string): Promise<boolean> {
  return (
    (await run(
      tx,
      sql`delete from identity.passwords where tenant = ${tx.tenant} and account = ${account} and set_at = ${setAt}`,
    )) === 1
  )
}
