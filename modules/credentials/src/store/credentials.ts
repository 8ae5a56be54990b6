import { type Fragment, findRow, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { RevokedBecause } from '../contract/index.ts'

/** A credential as it is remembered: never what it says. */
export interface CredentialRow {
  readonly tenant: string
  readonly id: string
  readonly type: string
  readonly document: string
  readonly person: string
  readonly client: string | null
  readonly walletKey: string
  readonly list: number
  readonly place: number
  readonly issuedAt: string
  readonly expiresAt: string
  readonly revokedAt: string | null
  readonly revokedBecause: RevokedBecause | null
}

const columns: Fragment<CredentialRow> = sql<CredentialRow>`
  tenant, id, type, document, person, client, wallet_key as "walletKey", list, place, issued_at as "issuedAt",
  expires_at as "expiresAt", revoked_at as "revokedAt", revoked_because as "revokedBecause"`

/** Remembers a credential. @returns false when its place in the list is another's. */
export async function insertCredential(
  tx: Tx,
  row: Omit<CredentialRow, 'tenant' | 'revokedAt' | 'revokedBecause' | 'issuedAt' | 'expiresAt'> & {
    notification: string
    now: Date
    expiresAt: Date
  },
): Promise<boolean> {
  const added = await run(
    tx,
    sql`insert into credentials.credentials
          (tenant, id, type, document, person, client, wallet_key, list, place, issued_at, expires_at, notification)
        values (${tx.tenant}, ${row.id}, ${row.type}, ${row.document}, ${row.person}, ${row.client}, ${row.walletKey},
                ${row.list}, ${row.place}, ${row.now}, ${row.expiresAt}, ${row.notification})
        on conflict (tenant, list, place) do nothing`,
  )
  return added > 0
}

/** The credential at a place of a list. */
export function findAtPlace(
  reader: Reader,
  at: { tenant: string; list: number; place: number },
): Promise<CredentialRow | null> {
  return findRow(
    reader,
    sql<CredentialRow>`select ${columns} from credentials.credentials
        where tenant = ${at.tenant} and list = ${at.list} and place = ${at.place}`,
  )
}

/** A person's credentials of all organisations, newest first, after the credential `after`. */
export function listOfPerson(
  reader: Reader,
  find: { person: string; after: string | null; limit: number },
): Promise<CredentialRow[]> {
  return rows(
    reader,
    sql<CredentialRow>`select ${columns} from credentials.credentials
        where person = ${find.person} and (${find.after}::text is null or id < ${find.after})
        order by id desc limit ${find.limit}`,
  )
}

/** Which credentials are meant. */
export type Meant =
  | { readonly credential: string; readonly person: string }
  | { readonly notification: string; readonly person: string }
  | { readonly document: string }

function whereOf(meant: Meant): Fragment<unknown> {
  if ('credential' in meant) return sql`id = ${meant.credential} and person = ${meant.person}`
  if ('notification' in meant) return sql`notification = ${meant.notification} and person = ${meant.person}`
  return sql`document = ${meant.document}`
}

/** Credentials of the transaction's organisation that are meant. */
export function listMeant(tx: Tx, meant: Meant): Promise<CredentialRow[]> {
  return rows(
    tx,
    sql<CredentialRow>`select ${columns} from credentials.credentials where tenant = ${tx.tenant} and ${whereOf(meant)}`,
  )
}

/** Revokes those of the credentials meant that hold. @returns them. */
export function updateRevoked(tx: Tx, meant: Meant, because: RevokedBecause, now: Date): Promise<CredentialRow[]> {
  return rows(
    tx,
    sql<CredentialRow>`update credentials.credentials set revoked_at = ${now}, revoked_because = ${because}
        where tenant = ${tx.tenant} and revoked_at is null and ${whereOf(meant)} returning ${columns}`,
  )
}

/** Keeps what a wallet says became of credentials. @returns of how many. */
export function updateNotice(tx: Tx, meant: Meant, notice: 'accepted' | 'failed' | 'deleted'): Promise<number> {
  return run(
    tx,
    sql`update credentials.credentials set notice = ${notice} where tenant = ${tx.tenant} and ${whereOf(meant)}`,
  )
}
