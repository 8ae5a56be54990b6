import { findRow, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { OutsideProvider } from '../contract/index.ts'

const columns = sql`provider, name, issuer, client, levels`

/** Keeps an outside provider; false when there is one of its id. */
export async function insertProvider(tx: Tx, provider: OutsideProvider, now: Date): Promise<boolean> {
  return (
    (await run(
      tx,
      sql`insert into identity.outside_providers (tenant, provider, name, issuer, client, levels, registered_at)
        values (${tx.tenant}, ${provider.provider}, ${JSON.stringify(provider.name)}::jsonb, ${provider.issuer},
          ${provider.client}, ${JSON.stringify(provider.levels)}::jsonb, ${now})
        on conflict on constraint outside_providers_pk do nothing`,
    )) === 1
  )
}

/** An outside provider by id. */
export async function findProvider(reader: Reader, tenant: string, provider: string): Promise<OutsideProvider | null> {
  return findRow(
    reader,
    sql<OutsideProvider>`select ${columns} from identity.outside_providers
      where tenant = ${tenant} and provider = ${provider}`,
  )
}

/** Outside providers in the order of their ids. */
export async function listProvidersOf(reader: Reader, tenant: string): Promise<OutsideProvider[]> {
  return rows(
    reader,
    sql<OutsideProvider>`select ${columns} from identity.outside_providers where tenant = ${tenant} order by provider`,
  )
}

/** Forgets an outside provider with all connections to it; false when there was none. */
export async function deleteProvider(tx: Tx, provider: string): Promise<boolean> {
  await run(tx, sql`delete from identity.outside_links where tenant = ${tx.tenant} and provider = ${provider}`)
  return (
    (await run(
      tx,
      sql`delete from identity.outside_providers where tenant = ${tx.tenant} and provider = ${provider}`,
    )) === 1
  )
}

/** Connects an outside account with one here; false when either is connected already. */
export async function insertLink(
  tx: Tx,
  link: { provider: string; subject: string; account: string; now: Date },
): Promise<boolean> {
  return (
    (await run(
      tx,
      sql`insert into identity.outside_links (tenant, provider, subject, account, linked_at)
        values (${tx.tenant}, ${link.provider}, ${link.subject}, ${link.account}, ${link.now})
        on conflict do nothing`,
    )) === 1
  )
}

/** The account here that an outside one is connected with. */
export async function findLinkedAccount(
  reader: Reader,
  tenant: string,
  provider: string,
  subject: string,
): Promise<string | null> {
  const row = await findRow(
    reader,
    sql<{ account: string }>`select account from identity.outside_links
      where tenant = ${tenant} and provider = ${provider} and subject = ${subject}`,
  )
  return row?.account ?? null
}

/** Connections of an account: provider and since when. */
export async function listLinksOf(
  reader: Reader,
  tenant: string,
  account: string,
): Promise<{ provider: string; linkedAt: string }[]> {
  return rows(
    reader,
    sql<{ provider: string; linkedAt: string }>`select provider, linked_at as "linkedAt" from identity.outside_links
      where tenant = ${tenant} and account = ${account} order by provider`,
  )
}

/** Removes a connection of an account; false when it has none such. */
export async function deleteLink(tx: Tx, account: string, provider: string): Promise<boolean> {
  return (
    (await run(
      tx,
      sql`delete from identity.outside_links
        where tenant = ${tx.tenant} and account = ${account} and provider = ${provider}`,
    )) === 1
  )
}

/** Removes all connections of an account. */
export async function deleteLinksOf(tx: Tx, account: string): Promise<void> {
  await run(tx, sql`delete from identity.outside_links where tenant = ${tx.tenant} and account = ${account}`)
}

/** Removes a connection that an account was given at a moment; false when it has another by now, or none. */
export async function deleteLinkOf(tx: Tx, link: { account: string; provider: string; at: string }): Promise<boolean> {
  return (
    (await run(
      tx,
      sql`delete from identity.outside_links
        where tenant = ${tx.tenant} and account = ${link.account} and provider = ${link.provider} and linked_at = ${link.at}`,
    )) === 1
  )
}
