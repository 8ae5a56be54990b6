import { findRow, post, type Reader, rows, sql, type Tx } from '@tereze/foundation-database'
import type { PackageKind, PackageSource } from '../contract/packages.ts'
import type { Release } from '../releases/check-releases.ts'

/** Keeps a published package. */
export async function insertPackage(tx: Tx, source: PackageSource, signed: string, now: Date): Promise<void> {
  post(
    tx,
    sql`insert into catalogue.packages (tenant, kind, id, version, hash, files, signed, published_at)
      values (${tx.tenant}, ${source.kind}, ${source.id}, ${source.version}, ${source.hash}, ${JSON.stringify(source.files)}::jsonb,
        ${signed}, ${now})`,
  )
}

/** Keeps the signed manifest of a version that was published before packages were signed. */
export async function updateSigned(tx: Tx, { kind, id, version }: PackageSource, signed: string): Promise<void> {
  post(
    tx,
    sql`update catalogue.packages set signed = ${signed}
      where tenant = ${tx.tenant} and kind = ${kind} and id = ${id} and version = ${version}`,
  )
}

/** Hash of a published version, and whether it is signed; null when it is not published. */
export function findPublished(
  reader: Reader,
  kind: PackageKind,
  id: string,
  version: string,
): Promise<{ hash: string; isSigned: boolean } | null> {
  return findRow(
    reader,
    sql<{ hash: string; isSigned: boolean }>`select hash, signed is not null as "isSigned" from catalogue.packages
      where kind = ${kind} and id = ${id} and version = ${version}`,
  )
}

/** A published version with all its files, or null. */
export async function findPackage(
  reader: Reader,
  kind: PackageKind,
  id: string,
  version: string,
): Promise<Release | null> {
  return findRow(
    reader,
    sql<Release>`select kind, id, version, hash, files, signed, kind || ':' || id as folder from catalogue.packages
      where kind = ${kind} and id = ${id} and version = ${version}`,
  )
}

/** The names of everything published, with hashes, oldest first. */
export function listVersionNames(reader: Reader): Promise<Pick<Release, 'kind' | 'id' | 'version' | 'hash'>[]> {
  return rows(
    reader,
    sql<Pick<Release, 'kind' | 'id' | 'version' | 'hash'>>`select kind, id, version, hash from catalogue.packages
      where signed is not null order by published_at, kind, id`,
  )
}

/** Everything published, oldest first. */
export async function listPackages(reader: Reader): Promise<Release[]> {
  return rows(
    reader,
    sql<Release>`select kind, id, version, hash, files, signed, kind || ':' || id as folder from catalogue.packages order by published_at, kind, id`,
  )
}

/** Names (`kind:id@version`) of published versions without a signature. */
export async function listUnsigned(reader: Reader): Promise<string[]> {
  const found = await rows(
    reader,
    sql<{ name: string }>`select kind || ':' || id || '@' || version as name from catalogue.packages
      where signed is null order by 1`,
  )
  return found.map(({ name }) => name)
}
