import { findRow, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { Text } from '@tereze/operation'

/** What the provider keeps under an id. */
export interface KeptPayload {
  readonly payload: Record<string, unknown>
  readonly consumedAt: string | null
}

/** The keys by which a payload is found besides its id. */
export interface PayloadKeys {
  readonly grantId: string | null
  readonly uid: string | null
  /** Hash of the code that is typed on another device. */
  readonly userCode: Uint8Array | null
}

/** Keeps a payload, over what was there. */
export async function upsertPayload(
  tx: Tx,
  model: string,
  idHash: Uint8Array,
  kept: PayloadKeys & { payload: Record<string, unknown>; expiresAt: Date | null },
): Promise<void> {
  await run(
    tx,
    sql`insert into identity.openid (tenant, model, id_hash, payload, grant_id, uid, user_code, expires_at)
      values (${tx.tenant}, ${model}, ${idHash}, ${JSON.stringify(kept.payload)}::jsonb, ${kept.grantId}, ${kept.uid},
        ${kept.userCode}, ${kept.expiresAt})
      on conflict on constraint openid_pk do update set payload = excluded.payload, grant_id = excluded.grant_id,
        uid = excluded.uid, user_code = coalesce(excluded.user_code, openid.user_code), expires_at = excluded.expires_at`,
  )
}

/** Notes that something was used which may be used once; false when it was noted before. */
export async function insertUse(tx: Tx, model: string, idHash: Uint8Array, expiresAt: Date): Promise<boolean> {
  return (
    (await run(
      tx,
      sql`insert into identity.openid (tenant, model, id_hash, payload, expires_at)
        values (${tx.tenant}, ${model}, ${idHash}, '{}'::jsonb, ${expiresAt})
        on conflict on constraint openid_pk do nothing`,
    )) === 1
  )
}

/** A payload by the hash of its id. */
export async function findPayload(
  reader: Reader,
  tenant: string,
  model: string,
  idHash: Uint8Array,
): Promise<KeptPayload | null> {
  return findRow(
    reader,
    sql<KeptPayload>`select payload, consumed_at as "consumedAt" from identity.openid
      where tenant = ${tenant} and model = ${model} and id_hash = ${idHash}`,
  )
}

/** A payload by its `uid`. */
export async function findPayloadByUid(
  reader: Reader,
  tenant: string,
  model: string,
  uid: string,
): Promise<KeptPayload | null> {
  return findRow(
    reader,
    sql<KeptPayload>`select payload, consumed_at as "consumedAt" from identity.openid
      where tenant = ${tenant} and model = ${model} and uid = ${uid}`,
  )
}

/** A payload by the hash of its user code. */
export async function findPayloadByUserCode(
  reader: Reader,
  tenant: string,
  model: string,
  userCode: Uint8Array,
): Promise<KeptPayload | null> {
  return findRow(
    reader,
    sql<KeptPayload>`select payload, consumed_at as "consumedAt" from identity.openid
      where tenant = ${tenant} and model = ${model} and user_code = ${userCode}`,
  )
}

/** Marks a payload as used up; false when it was already, or is not there. */
export async function updatePayloadConsumed(tx: Tx, model: string, idHash: Uint8Array, now: Date): Promise<boolean> {
  return (
    (await run(
      tx,
      sql`update identity.openid set consumed_at = ${now}
        where tenant = ${tx.tenant} and model = ${model} and id_hash = ${idHash} and consumed_at is null`,
    )) === 1
  )
}

/** Forgets a payload. */
export async function deletePayload(tx: Tx, model: string, idHash: Uint8Array): Promise<void> {
  await run(
    tx,
    sql`delete from identity.openid where tenant = ${tx.tenant} and model = ${model} and id_hash = ${idHash}`,
  )
}

/** Forgets a payload by its `uid` and gives what it was; null when there was none. */
export async function deletePayloadByUid(tx: Tx, model: string, uid: string): Promise<KeptPayload | null> {
  return findRow(
    tx,
    sql<KeptPayload>`delete from identity.openid where tenant = ${tx.tenant} and model = ${model} and uid = ${uid}
      returning payload, consumed_at as "consumedAt"`,
  )
}

/** Forgets all that was given under a grant. */
export async function deletePayloadsOfGrant(tx: Tx, grantId: string): Promise<void> {
  await run(tx, sql`delete from identity.openid where tenant = ${tx.tenant} and grant_id = ${grantId}`)
}

/** Forgets all that was given to a client. */
export async function deletePayloadsOfClient(tx: Tx, client: string): Promise<void> {
  await run(
    tx,
    sql`delete from identity.openid where tenant = ${tx.tenant} and payload ? 'clientId' and payload->>'clientId' = ${client}`,
  )
}

/** Forgets all that was given to an account. */
export async function deletePayloadsOfAccount(tx: Tx, account: string): Promise<void> {
  await run(
    tx,
    sql`delete from identity.openid
      where tenant = ${tx.tenant} and payload ? 'accountId' and payload->>'accountId' = ${account}`,
  )
}

/** Forgets payloads that expired before a moment; returns how many. */
export async function deletePayloadsBefore(tx: Tx, before: Date, limit: number): Promise<number> {
  return run(
    tx,
    sql`delete from identity.openid where tenant = ${tx.tenant} and (model, id_hash) in (
      select model, id_hash from identity.openid where tenant = ${tx.tenant} and expires_at < ${before} limit ${limit})`,
  )
}

/** An application to which an account gave access. */
export interface GivenAccess {
  readonly client: string
  readonly name: Text
  readonly since: string
  readonly scopes: readonly string[]
}

/** Registered applications that hold a grant of an account, by id, since the first of their grants. */
export async function listGrantsOfAccount(
  reader: Reader,
  tenant: string,
  account: string,
  now: Date,
): Promise<GivenAccess[]> {
  return rows(
    reader,
    sql<GivenAccess>`select clients.client, clients.name, min(to_timestamp((payload->>'iat')::bigint)) as since,
        coalesce(array_agg(distinct scope) filter (where scope <> ''), '{}') as scopes
      from identity.openid
      join identity.clients on clients.tenant = openid.tenant and clients.client = payload->>'clientId'
      left join lateral jsonb_each_text(payload->'resources') resource on true
      left join lateral unnest(string_to_array(resource.value, ' ')) scope on true
      where openid.tenant = ${tenant} and model = 'Grant' and (expires_at is null or expires_at > ${now})
        and payload ? 'accountId' and payload->>'accountId' = ${account}
      group by clients.client, clients.name order by clients.client`,
  )
}

/** Forgets all that an account gave to a client. */
export async function deletePayloadsOfGrants(tx: Tx, of: { account: string; client: string }): Promise<void> {
  await run(
    tx,
    sql`delete from identity.openid
      where tenant = ${tx.tenant} and payload ? 'accountId' and payload->>'accountId' = ${of.account}
        and payload->>'clientId' = ${of.client}`,
  )
}
