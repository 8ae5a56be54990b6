import { type Fragment, findRow, post, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { KeyStore, StoredKey } from './port.ts'

const columns: Fragment<StoredKey> = sql<StoredKey>`tenant, kind, owner, id, wrapped, master, public_jwk as "publicJwk"`

/** Keys in the database, schema `keys`. */
export const databaseKeys: KeyStore = {
  findCurrent(reader, tenant, kind, owner) {
    return findRow<StoredKey>(
      reader,
      sql`select ${columns} from keys.keys
          where tenant = ${tenant} and kind = ${kind} and owner = ${owner} and retired_at is null`,
    )
  },
  listOfPerson(reader, person) {
    return rows<StoredKey>(
      reader,
      sql`select ${columns} from keys.keys where kind = 'person' and owner = ${person} and retired_at is null order by tenant`,
    )
  },
  listPersons(reader, tenant, after, limit) {
    return rows<StoredKey>(
      reader,
      sql`select ${columns} from keys.keys
          where tenant = ${tenant} and kind = 'person' and retired_at is null and wrapped is not null
            and (${after}::text is null or owner > ${after})
          order by owner limit ${limit}`,
    )
  },
  insertUnlessCurrent(tx, kind, keys, at) {
    const owners = keys.map(({ owner }) => owner)
    // A statement of its own sees what the first one has waited for: a key that another transaction made meanwhile.
    post(
      tx,
      sql`insert into keys.keys (tenant, kind, owner, id, wrapped, master, public_jwk, created_at)
          select ${tx.tenant}, ${kind}, owner, id, wrapped, master, public_jwk, ${at}::timestamptz
          from unnest(${owners}::text[], ${keys.map(({ id }) => id)}::text[], ${keys.map(({ wrapped }) => wrapped)}::bytea[],
            ${keys.map(({ master }) => master)}::text[],
            ${keys.map(({ publicJwk }) => (publicJwk === null ? null : JSON.stringify(publicJwk)))}::jsonb[])
            as given (owner, id, wrapped, master, public_jwk)
          on conflict do nothing`,
    )
    return rows<StoredKey>(
      tx,
      sql`select ${columns} from keys.keys
          where tenant = ${tx.tenant} and kind = ${kind} and owner = any(${owners}::text[]) and retired_at is null`,
    )
  },
  async retireCurrent(tx, kind, owner, at) {
    await run(
      tx,
      sql`update keys.keys set retired_at = ${at}
          where tenant = ${tx.tenant} and kind = ${kind} and owner = ${owner} and retired_at is null`,
    )
  },
  async erase(tx, kind, owner, mark, at) {
    const erased = await run(
      tx,
      sql`update keys.keys set wrapped = null, erased_at = ${at}
          where tenant = ${tx.tenant} and kind = ${kind} and owner = ${owner} and erased_at is null`,
    )
    await run(
      tx,
      sql`insert into keys.keys (tenant, kind, owner, id, wrapped, master, created_at, erased_at)
          values (${tx.tenant}, ${kind}, ${owner}, ${mark.id}, null, ${mark.master}, ${at}, ${at})
          on conflict do nothing`,
    )
    return erased > 0
  },
  findSigningKey(reader, tenant, id) {
    return findRow<StoredKey>(
      reader,
      sql`select ${columns} from keys.keys where tenant = ${tenant} and id = ${id} and kind = 'signing'`,
    )
  },
  listSigningKeys(reader, tenant, owner, inUseSince) {
    const used = inUseSince === undefined ? sql`true` : sql`(retired_at is null or retired_at > ${inUseSince})`
    return rows<StoredKey>(
      reader,
      sql`select ${columns} from keys.keys where tenant = ${tenant} and kind = 'signing' and owner = ${owner} and ${used}
          order by created_at desc, id`,
    )
  },
  async listAgedSigningKeys(reader, owner, before) {
    const found = await rows(
      reader,
      sql<{ tenant: string }>`select tenant from keys.keys
        where kind = 'signing' and owner = ${owner} and retired_at is null and created_at < ${before} order by tenant`,
    )
    return found.map(row => row.tenant)
  },
  async listMasterKeys(reader) {
    const found = await rows(
      reader,
      sql<{ master: string }>`select distinct master from keys.keys where wrapped is not null`,
    )
    return found.map(row => row.master)
  },
}

/** Organisations with keys that another master key wrapped. */
export async function listTenantsUnderOthers(reader: Reader, master: string): Promise<string[]> {
  const found = await rows(
    reader,
    sql<{ tenant: string }>`select distinct tenant from keys.keys
      where master <> ${master} and wrapped is not null order by tenant`,
  )
  return found.map(row => row.tenant)
}

/** Keys of the transaction's tenant that another master key wrapped; locked, so that none is erased meanwhile. */
export async function listUnderOthers(tx: Tx, master: string, limit: number): Promise<StoredKey[]> {
  return rows<StoredKey>(
    tx,
    sql`select ${columns} from keys.keys where tenant = ${tx.tenant} and master <> ${master} and wrapped is not null
      order by kind, owner, id limit ${limit} for update`,
  )
}

/** Keeps a key as another master key wrapped it. */
export async function updateWrapping(tx: Tx, key: StoredKey): Promise<void> {
  await run(
    tx,
    sql`update keys.keys set wrapped = ${key.wrapped}, master = ${key.master}
      where tenant = ${tx.tenant} and kind = ${key.kind} and owner = ${key.owner} and id = ${key.id}`,
  )
}
