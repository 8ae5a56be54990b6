import { findRow, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { Client } from '../contract/index.ts'

const columns = sql`client, organisation, name, grants, redirect_uris as "redirectUris", keys, scopes, roles, exchanges,
  sign_out_uri as "signOutUri", pushed, bound`

/** Keeps a client; false when there is one of its id. */
export async function insertClient(tx: Tx, client: Client, now: Date): Promise<boolean> {
  return (
    (await run(
      tx,
      sql`insert into identity.clients (tenant, client, organisation, name, grants, redirect_uris, keys, scopes, roles, exchanges,
          sign_out_uri, pushed, bound, registered_at)
        values (${tx.tenant}, ${client.client}, ${client.organisation}, ${JSON.stringify(client.name)}::jsonb,
          ${client.grants}::text[], ${client.redirectUris}::text[], ${JSON.stringify(client.keys)}::jsonb,
          ${client.scopes}::text[], ${client.roles}::text[], ${client.exchanges}::text[], ${client.signOutUri}, ${client.pushed}, ${client.bound}, ${now})
        on conflict on constraint clients_pk do nothing`,
    )) === 1
  )
}

/** A client by id. */
export async function findClient(reader: Reader, tenant: string, client: string): Promise<Client | null> {
  return findRow(
    reader,
    sql<Client>`select ${columns} from identity.clients where tenant = ${tenant} and client = ${client}`,
  )
}

/** Clients in the order of their ids. */
export async function listClientsOf(reader: Reader, tenant: string): Promise<Client[]> {
  return rows(reader, sql<Client>`select ${columns} from identity.clients where tenant = ${tenant} order by client`)
}

/** Forgets a client; false when there was none. */
export async function deleteClient(tx: Tx, client: string): Promise<boolean> {
  return (await run(tx, sql`delete from identity.clients where tenant = ${tx.tenant} and client = ${client}`)) === 1
}
