import { findRow, post, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { Due } from '@tereze/foundation-operations'
import type { FileState, SentFile } from '../contract/index.ts'

/** A file of the exchange. */
export interface FileRow extends SentFile {
  readonly tenant: string
  readonly direction: 'sent' | 'received'
  /** Who sends it to this organisation, or is to get it. */
  readonly peer: string
  readonly system: string
  readonly contract: string
  readonly purpose: string
  readonly partSize: number
  readonly state: FileState
  readonly reason: string | null
  readonly virusCheck: string | null
  readonly message: string | null
  readonly since: string
  readonly until: string
  readonly attempts: number
}

const columns = sql`tenant, id as file, direction, peer, system, contract, purpose, name, media_type as "mediaType", size::float8 as size,
  sha256, part_size as "partSize", state, reason, virus_check as "virusCheck", message, since, until, attempts`

/** Announces a file; false when there is one with this id. */
export async function insertFile(
  tx: Tx,
  file: SentFile &
    Pick<FileRow, 'direction' | 'peer' | 'system' | 'contract' | 'purpose' | 'partSize'> & {
      parts: readonly string[]
      now: Date
      until: Date
    },
): Promise<boolean> {
  const added = await run(
    tx,
    sql`insert into exchange.files (tenant, id, direction, peer, system, contract, purpose, name, media_type, size, sha256, part_size, parts,
        state, since, changed_at, until, due_at)
      values (${tx.tenant}, ${file.file}::uuid, ${file.direction}, ${file.peer}, ${file.system}, ${file.contract}, ${file.purpose},
        ${file.name}, ${file.mediaType}, ${file.size}, ${file.sha256}, ${file.partSize}, ${file.parts as string[]}::text[], 'uploading',
        ${file.now}, ${file.now}, ${file.until}, ${file.now})
      on conflict do nothing`,
  )
  return added > 0
}

/** One file. */
export async function findFile(reader: Reader, tenant: string, file: string): Promise<FileRow | null> {
  return findRow(
    reader,
    sql<FileRow>`select ${columns} from exchange.files where tenant = ${tenant} and id = ${file}::uuid`,
  )
}

async function findFiles(tx: Tx, direction: FileRow['direction'], files: readonly string[]): Promise<FileRow[]> {
  if (files.length === 0) return []
  return rows(
    tx,
    sql<FileRow>`select ${columns} from exchange.files
      where tenant = ${tx.tenant} and direction = ${direction} and id = any(${files as string[]}::uuid[]) order by id for update`,
  )
}

/** Files that came, held so that nothing happens to them until the transaction is over. */
export function findReceivedFiles(tx: Tx, files: readonly string[]): Promise<FileRow[]> {
  return findFiles(tx, 'received', files)
}

/** Files that the organisation sends, held likewise. */
export function findSentFiles(tx: Tx, files: readonly string[]): Promise<FileRow[]> {
  return findFiles(tx, 'sent', files)
}

/** States of the files that an organisation sends. */
export async function listFileStates(reader: Reader, tenant: string, files: readonly string[]): Promise<string[]> {
  if (files.length === 0) return []
  const found = await rows(
    reader,
    sql<{ state: string }>`select state from exchange.files
      where tenant = ${tenant} and direction = 'sent' and id = any(${files as string[]}::uuid[])`,
  )
  return found.map(({ state }) => state)
}

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

/** How a file stands from now on. `due`: when a job looks at it again; `until`: how long it is kept, as before where it is not given. */
export async function updateFile(
  tx: Tx,
  file: string,
  to: { state: FileState; reason?: string | null; virusCheck?: string | null; until?: Date; due?: Date; now: Date },
): Promise<void> {
  await run(
    tx,
    sql`update exchange.files set state = ${to.state}, reason = ${to.reason ?? null}, changed_at = ${to.now},
        virus_check = coalesce(${to.virusCheck ?? null}, virus_check), until = coalesce(${to.until ?? null}::timestamptz, until),
        due_at = ${to.due ?? to.now}, attempts = 0
      where tenant = ${tx.tenant} and id = ${file}::uuid and state <> 'expired'`,
  )
}

/** Binds files to the message that named them, and says how long they are kept from now on. */
export async function bindFiles(tx: Tx, files: readonly string[], message: string, until: Date): Promise<void> {
  await run(
    tx,
    sql`update exchange.files set message = ${message}::uuid, until = greatest(until, ${until})
      where tenant = ${tx.tenant} and id = any(${files as string[]}::uuid[])`,
  )
}

/** How many files of a member an organisation waits for. */
export async function countUnfinished(reader: Reader, tenant: string, peer: string): Promise<number> {
  const [row] = await rows(
    reader,
    sql<{ count: number }>`select count(*)::int as count from exchange.files
      where tenant = ${tenant} and peer = ${peer} and state = 'uploading'`,
  )
  return row?.count ?? 0
}

/** Work that is due: files to be checked, or to be sent on. */
export type FileWork = 'check' | 'deliver'

const workOf = {
  check: sql`state = 'checking'`,
  deliver: sql`state = 'ready' and direction = 'sent'`,
}

/** Organisations with files that are due. */
export async function listTenantsWithFiles(reader: Reader, work: FileWork, now: Date): Promise<string[]> {
  const found = await rows(
    reader,
    sql<{ tenant: string }>`select distinct tenant from exchange.files where ${workOf[work]} and due_at <= ${now}`,
  )
  return found.map(({ tenant }) => tenant)
}

/** From when files wait for a kind of work. */
export const dueFiles = (work: FileWork) => sql<Due>`select min(due_at) as at from exchange.files where ${workOf[work]}`

/** Claims one file until a moment, so that one node works on it; null when none is due. */
export async function claimFile(tx: Tx, work: FileWork, now: Date, until: Date): Promise<FileRow | null> {
  return findRow(
    tx,
    sql<FileRow>`update exchange.files set due_at = ${until}, attempts = attempts + 1
      where tenant = ${tx.tenant} and id = (select id from exchange.files
        where tenant = ${tx.tenant} and ${workOf[work]} and due_at <= ${now} order by due_at limit 1 for update skip locked)
      returning ${columns}`,
  )
}

/** Says when a file that was claimed is looked at again. */
export async function postponeFile(tx: Tx, file: string, due: Date): Promise<void> {
  await run(tx, sql`update exchange.files set due_at = ${due} where tenant = ${tx.tenant} and id = ${file}::uuid`)
}

/** Files whose time is over. */
export async function listOverFiles(
  reader: Reader,
  now: Date,
  limit: number,
): Promise<{ tenant: string; file: string }[]> {
  return rows(
    reader,
    sql<{ tenant: string; file: string }>`select tenant, id as file from exchange.files
      where state <> 'expired' and until <= ${now} order by until limit ${limit}`,
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

/** Forgets where the parts of a file were; that there was one stays. */
export async function expireFile(tx: Tx, file: string, now: Date): Promise<void> {
  await run(tx, sql`delete from exchange.file_parts where tenant = ${tx.tenant} and file = ${file}::uuid`)
  await run(
    tx,
    sql`update exchange.files set state = 'expired', parts = '{}', changed_at = ${now}
      where tenant = ${tx.tenant} and id = ${file}::uuid`,
  )
}

/** The files of an organisation, newest first, after a place. */
export async function listFileRows(
  reader: Reader,
  tenant: string,
  direction: string | null,
  after: { at: string; id: string } | null,
  limit: number,
): Promise<(FileRow & { kept: number; parts: number })[]> {
  return rows(
    reader,
    sql<FileRow & { kept: number; parts: number }>`select ${columns}, ceil(size::numeric / part_size)::int as parts,
        (select count(*)::int from exchange.file_parts p where p.tenant = exchange.files.tenant and p.file = exchange.files.id) as kept
      from exchange.files
      where tenant = ${tenant} and (${direction}::text is null or direction = ${direction})
        and (${after?.at ?? null}::timestamptz is null
          or (since, id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid))
      order by since desc, id desc limit ${limit}`,
  )
}

/** The persons that the message of a file is about. */
export async function listSubjectsOfFile(reader: Reader, tenant: string, file: string): Promise<string[]> {
  const row = await findRow(
    reader,
    sql<{ subjects: string[] }>`select m.subjects from exchange.files f
      join exchange.messages m on m.tenant = f.tenant and m.direction = f.direction and m.id = f.message
      where f.tenant = ${tenant} and f.id = ${file}::uuid`,
  )
  return row?.subjects ?? []
}
