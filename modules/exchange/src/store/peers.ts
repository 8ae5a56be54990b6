import { findRow, post, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { JWK } from 'jose'

/** Another installation. */
export interface StoredPeer {
  readonly id: string
  readonly origin: string
  readonly anchor: JWK
  readonly members: readonly string[]
}

/** The installations that the operator registered and did not remove. */
export async function listStoredPeers(reader: Reader, operator: string): Promise<StoredPeer[]> {
  return rows(
    reader,
    sql<StoredPeer>`select id, origin, anchor, members from exchange.peers
      where tenant = ${operator} and removed_at is null order by id`,
  )
}

/** How the line to a member that runs elsewhere stands. */
export interface PeerLineState {
  readonly member: string
  readonly keysUntil: string | null
  readonly waiting: number
  readonly since: string | null
  readonly trouble: string | null
}

/** How the lines to members stand: until when their keys are known, and what of all organisations here waits for them. */
export async function listLineStates(
  reader: Reader,
  operator: string,
  members: readonly string[],
  now: Date,
): Promise<PeerLineState[]> {
  return rows(
    reader,
    sql<PeerLineState>`select m.member,
        (select max(valid_until) from exchange.certified_keys k
          where k.tenant = ${operator} and k.member = m.member and k.valid_until > ${now}) as "keysUntil",
        count(q.id)::int as waiting, min(q.since) as since,
        (array_agg(q.code order by q.since) filter (where q.code is not null))[1] as trouble
      from unnest(${members as string[]}::text[]) with ordinality m(member, place)
        left join exchange.queue q on q.state = 'waiting' and coalesce(q.receiver, split_part(q.contract, '.', 1)) = m.member
      group by m.member, m.place order by m.place`,
  )
}

/** Registers an installation or changes it. What it certified before is asked again. */
export function upsertPeer(tx: Tx, peer: StoredPeer & { now: Date; by: string }): void {
  const { id, origin, anchor, members, now, by } = peer
  post(
    tx,
    sql`insert into exchange.peers (tenant, id, origin, anchor, members, registered_at, registered_by)
      values (${tx.tenant}, ${id}, ${origin}, ${JSON.stringify(anchor)}::jsonb, ${members as string[]}::text[], ${now}, ${by})
      on conflict (tenant, id) do update set origin = excluded.origin, anchor = excluded.anchor, members = excluded.members,
        registered_at = excluded.registered_at, registered_by = excluded.registered_by, removed_at = null`,
  )
  deleteKeysOfPeer(tx, id)
}

/** Removes an installation with what it certified; false when there is none. */
export async function removeStoredPeer(tx: Tx, id: string, now: Date): Promise<boolean> {
  deleteKeysOfPeer(tx, id)
  const removed = await run(
    tx,
    sql`update exchange.peers set removed_at = ${now} where tenant = ${tx.tenant} and id = ${id} and removed_at is null`,
  )
  return removed > 0
}

function deleteKeysOfPeer(tx: Tx, peer: string): void {
  post(tx, sql`delete from exchange.certified_keys where tenant = ${tx.tenant} and peer = ${peer}`)
}

/** Keeps what an installation certifies of a member, in place of what it certified before. */
export function replaceCertifiedKeys(
  tx: Tx,
  peer: string,
  member: string,
  keys: readonly { kid: string; system: string | null; jwk: JWK }[],
  validUntil: string,
): void {
  post(tx, sql`delete from exchange.certified_keys where tenant = ${tx.tenant} and member = ${member}`)
  post(
    tx,
    sql`insert into exchange.certified_keys (tenant, member, kid, system, jwk, peer, valid_until)
      select ${tx.tenant}, ${member}, k->>'kid', k->>'system', k->'jwk', ${peer}, ${validUntil}::timestamptz
      from jsonb_array_elements(${JSON.stringify(keys)}::jsonb) k on conflict do nothing`,
  )
}

/** A certified key that is good now. */
export async function findCertifiedKey(
  reader: Reader,
  operator: string,
  member: string,
  kid: string,
  now: Date,
): Promise<JWK | null> {
  const row = await findRow(
    reader,
    sql<{ jwk: JWK }>`select jwk from exchange.certified_keys
      where tenant = ${operator} and member = ${member} and kid = ${kid} and valid_until > ${now}`,
  )
  return row?.jwk ?? null
}
