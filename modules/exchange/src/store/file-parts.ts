import { findRow, post, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { FileRow } from './files.ts'

/** One part of a file: the hash it must have (null: the file has no such part) and the blob where it is kept. */
export interface PartRow extends Pick<FileRow, 'size' | 'partSize' | 'state'> {
  readonly sha256: string | null
  readonly blob: string | null
}

/** One part of a file, from 1. */
export async function findPart(reader: Reader, tenant: string, file: string, part: number): Promise<PartRow | null> {
  return findRow(
    reader,
    sql<PartRow>`select size::float8 as size, part_size as "partSize", state, parts[${part}] as sha256,
        (select blob from exchange.file_parts p where p.tenant = f.tenant and p.file = f.id and p.part = ${part}) as blob
      from exchange.files f where tenant = ${tenant} and id = ${file}::uuid`,
  )
}

/** Keeps a part; false when it is kept already. */
export async function insertPart(tx: Tx, file: string, part: number, blob: string): Promise<boolean> {
  const added = await run(
    tx,
    sql`insert into exchange.file_parts (tenant, file, part, blob) values (${tx.tenant}, ${file}::uuid, ${part}, ${blob})
      on conflict do nothing`,
  )
  return added > 0
}

/** Lets only one at a time finish a file. */
export function lockFile(tx: Tx, file: string): void {
  post(tx, sql`select from exchange.files where tenant = ${tx.tenant} and id = ${file}::uuid for update`)
}

/** Parts, from 1, that are not there. */
export async function listMissing(reader: Reader, tenant: string, file: string): Promise<number[]> {
  const found = await rows(
    reader,
    sql<{ part: number }>`select g.part from exchange.files f, generate_series(1, cardinality(f.parts)) g(part)
      where f.tenant = ${tenant} and f.id = ${file}::uuid and not exists (
        select from exchange.file_parts p where p.tenant = f.tenant and p.file = f.id and p.part = g.part)
      order by g.part`,
  )
  return found.map(({ part }) => part)
}

/** Hashes of the parts as they were announced, and the blobs where they are kept, in order. */
export async function listParts(
  reader: Reader,
  tenant: string,
  file: string,
): Promise<{ part: number; sha256: string; blob: string }[]> {
  return rows(
    reader,
    sql<{ part: number; sha256: string; blob: string }>`select p.part, f.parts[p.part] as sha256, p.blob
      from exchange.file_parts p join exchange.files f on f.tenant = p.tenant and f.id = p.file
      where p.tenant = ${tenant} and p.file = ${file}::uuid order by p.part`,
  )
}

/** Blobs of a file that no other file shares. A file sent within one installation shares them with the one received. */
export async function listOwnBlobs(reader: Reader, tenant: string, file: string): Promise<string[]> {
  const found = await rows(
    reader,
    sql<{ blob: string }>`select blob from exchange.file_parts p where tenant = ${tenant} and file = ${file}::uuid
      and not exists (select from exchange.file_parts o where o.blob = p.blob and (o.tenant, o.file) <> (p.tenant, p.file))`,
  )
  return found.map(({ blob }) => blob)
}
