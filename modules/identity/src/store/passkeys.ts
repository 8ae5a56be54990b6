import { findRow, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'

/** A passkey as it is kept. */
export interface KeptPasskey {
  readonly passkey: string
  readonly account: string
  /** Id that the authenticator gave it, base64url. */
  readonly credential: string
  /** COSE key. */
  readonly publicKey: Uint8Array
  /** How often it signed, as far as its authenticator counts. */
  readonly counter: number
  readonly transports: readonly string[]
  readonly synced: boolean
  readonly name: string | null
  readonly addedAt: string
  readonly usedAt: string | null
}

const columns = sql`passkey, account, credential, public_key as "publicKey", counter, transports, synced, name,
  added_at as "addedAt", used_at as "usedAt"`

/** Keeps a passkey; false when it is known already, of whomever. */
export async function insertPasskey(
  tx: Tx,
  passkey: Omit<KeptPasskey, 'addedAt' | 'usedAt'> & { now: Date },
): Promise<boolean> {
  return (
    (await run(
      tx,
      sql`insert into identity.passkeys (tenant, passkey, account, credential, public_key, counter, transports, synced, name,
          added_at)
        values (${tx.tenant}, ${passkey.passkey}, ${passkey.account}, ${passkey.credential}, ${passkey.publicKey},
          ${passkey.counter}, ${passkey.transports as string[]}::text[], ${passkey.synced}, ${passkey.name}, ${passkey.now})
        on conflict on constraint passkeys_credential do nothing`,
    )) === 1
  )
}

/** A passkey by the id that its authenticator gave it. */
export async function findPasskey(reader: Reader, tenant: string, credential: string): Promise<KeptPasskey | null> {
  return findRow(
    reader,
    sql<KeptPasskey>`select ${columns} from identity.passkeys where tenant = ${tenant} and credential = ${credential}`,
  )
}

/** Passkeys of an account, the oldest first. */
export async function listPasskeysOf(reader: Reader, tenant: string, account: string): Promise<KeptPasskey[]> {
  return rows(
    reader,
    sql<KeptPasskey>`select ${columns} from identity.passkeys where tenant = ${tenant} and account = ${account}
      order by added_at, passkey`,
  )
}

/** Notes a use; false when the authenticator counts and this use was noted before: a copy of the key is about. */
export async function updatePasskeyUse(tx: Tx, passkey: string, counter: number, now: Date): Promise<boolean> {
  return (
    (await run(
      tx,
      sql`update identity.passkeys set counter = ${counter}, used_at = ${now}
        where tenant = ${tx.tenant} and passkey = ${passkey} and (counter < ${counter} or counter = 0 and ${counter} = 0)`,
    )) === 1
  )
}

/** Forgets a passkey of an account; false when it has none such. */
export async function deletePasskey(tx: Tx, account: string, passkey: string): Promise<boolean> {
  return (
    (await run(
      tx,
      sql`delete from identity.passkeys where tenant = ${tx.tenant} and account = ${account} and passkey = ${passkey}`,
    )) === 1
  )
}

/** Forgets all passkeys of an account. */
export async function deletePasskeysOf(tx: Tx, account: string): Promise<void> {
  await run(tx, sql`delete from identity.passkeys where tenant = ${tx.tenant} and account = ${account}`)
}
