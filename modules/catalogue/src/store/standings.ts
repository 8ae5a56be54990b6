import { post, type Reader, rows, sql, type Tx } from '@tereze/foundation-database'
import type { PackageKind, VersionStanding } from '../contract/packages.ts'

/** Keeps that nothing new begins with a version any more. */
export function insertWithdrawn(tx: Tx, kind: PackageKind, id: string, version: string, now: Date): void {
  post(
    tx,
    sql`insert into catalogue.standings (tenant, kind, id, version, standing, since)
      values (${tx.tenant}, ${kind}, ${id}, ${version}, 'withdrawn', ${now})
      on conflict (tenant, kind, id, version) do update set standing = 'withdrawn', share = 0, since = excluded.since`,
  )
}

/** Keeps that a version is on trial with a share of what begins. */
export function upsertTrial(tx: Tx, { kind, id, version, share }: Omit<VersionStanding, 'standing'>, now: Date): void {
  post(
    tx,
    sql`insert into catalogue.standings (tenant, kind, id, version, standing, share, since)
      values (${tx.tenant}, ${kind}, ${id}, ${version}, 'trial', ${share}, ${now})
      on conflict (tenant, kind, id, version) do update set standing = 'trial', share = excluded.share`,
  )
}

/** Forgets how a version stood: it is in force. */
export function deleteStanding(tx: Tx, kind: PackageKind, id: string, version: string): void {
  post(
    tx,
    sql`delete from catalogue.standings
      where tenant = ${tx.tenant} and kind = ${kind} and id = ${id} and version = ${version}`,
  )
}

/** How versions stand that are not simply in force. */
export function listStandings(reader: Reader): Promise<VersionStanding[]> {
  return rows(
    reader,
    sql<VersionStanding>`select kind, id, version, standing, share from catalogue.standings where tenant = 'platform'`,
  )
}
