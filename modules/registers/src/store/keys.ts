import { post, rows, sql, type Tx } from '@tereze/foundation-database'

/** Frees the keys of a record before it claims those of its new version. */
export async function deleteKeys(tx: Tx, register: string, record: string): Promise<void> {
  post(
    tx,
    sql`delete from registers.keys where tenant = ${tx.tenant} and register = ${register} and record = ${record}`,
  )
}

/** Claims the unique keys of many new records; gives the keys that are held already. */
export async function insertKeysOfMany(
  tx: Tx,
  register: string,
  keys: readonly { record: string; key: string; value: string }[],
): Promise<{ record: string; key: string }[]> {
  if (keys.length === 0) return []
  const written = await rows(
    tx,
    sql<{ record: string; key: string }>`
      insert into registers.keys (tenant, register, key, value, record)
      select ${tx.tenant}, ${register}, key, value, record
      from unnest(${keys.map(({ key }) => key)}::text[], ${keys.map(({ value }) => value)}::text[],
        ${keys.map(({ record }) => record)}::text[]) as wanted (key, value, record)
      on conflict do nothing returning record, key`,
  )
  const done = new Set(written.map(({ record, key }) => `${record}/${key}`))
  return keys.filter(({ record, key }) => !done.has(`${record}/${key}`))
}

/** Which records hold the given unique keys. */
export async function listHolders(
  tx: Tx,
  register: string,
  keys: readonly { key: string; value: string }[],
): Promise<{ key: string; value: string; record: string }[]> {
  if (keys.length === 0) return []
  return rows(
    tx,
    sql<{ key: string; value: string; record: string }>`
      select k.key, k.value, k.record from registers.keys k
      join unnest(${keys.map(({ key }) => key)}::text[], ${keys.map(({ value }) => value)}::text[]) as wanted (key, value)
        on k.key = wanted.key and k.value = wanted.value
      where k.tenant = ${tx.tenant} and k.register = ${register}`,
  )
}
