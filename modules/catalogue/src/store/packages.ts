import { findRow, post, type Reader, rows, sql, type Tx } from '@tereze/foundation-database'
import type { PackageKind, PackageSource } from '../contract/packages.ts'

/** Keeps a published package. */
export async function insertPackage(tx: Tx, source: PackageSource, now: Date): Promise<void> {
  post(
    tx,
    sql`insert into catalogue.packages (tenant, kind, id, version, hash, files, published_at)
      values (${tx.tenant}, ${source.kind}, ${source.id}, ${source.version}, ${source.hash}, ${JSON.stringify(source.files)}::jsonb, ${now})`,
  )
}

/** Hash of a published version, or null. */
export async function findHash(reader: Reader, kind: PackageKind, id: string, version: string): Promise<string | null> {
  const row = await findRow(
    reader,
    sql<{
      hash: string
    }>`select hash from catalogue.packages where kind = ${kind} and id = ${id} and version = ${version}`,
  )
  return row?.hash ?? null
}

/** A published version with all its files, or null. */
export async function findPackage(
  reader: Reader,
  kind: PackageKind,
  id: string,
  version: string,
): Promise<PackageSource | null> {
  return findRow(
    reader,
    sql<PackageSource>`select kind, id, version, hash, files, kind || ':' || id as folder from catalogue.packages
      where kind = ${kind} and id = ${id} and version = ${version}`,
  )
}

/** Everything published, oldest first. */
export async function listPackages(reader: Reader): Promise<PackageSource[]> {
  return rows(
    reader,
    sql<PackageSource>`select kind, id, version, hash, files, kind || ':' || id as folder from catalogue.packages order by published_at, kind, id`,
  )
}
