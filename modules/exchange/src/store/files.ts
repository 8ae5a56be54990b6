import { findRow, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
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
  /** The message that named it; of the file of an answer the message that was answered. */
  readonly message: string | null
  readonly answer: boolean
  /** The place in the topic on which it was said; null where it was said on none, or is one subscriber’s own. */
  readonly position: number | null
  readonly since: string
  readonly until: string
  /** Whether somebody needs it beyond that. */
  readonly held: boolean
  readonly attempts: number
}

/** Columns of `exchange.files` as a row has them. */
export const fileColumns = sql`tenant, id as file, direction, peer, system, contract, purpose, name, media_type as "mediaType", size::float8 as size,
  sha256, part_size as "partSize", state, reason, virus_check as "virusCheck", message, answer, position, since, until, attempts,
  exists (select from exchange.file_holds h where h.tenant = exchange.files.tenant and h.file = exchange.files.id) as held`

/** Announces a file; false when there is one with this id. */
export async function insertFile(
  tx: Tx,
  file: SentFile &
    Pick<FileRow, 'direction' | 'peer' | 'system' | 'contract' | 'purpose' | 'partSize'> & {
      parts: readonly string[]
      /** Of the file of an answer: the message that was answered. */
      answers?: string
      now: Date
      until: Date
    },
): Promise<boolean> {
  const added = await run(
    tx,
    sql`insert into exchange.files (tenant, id, direction, peer, system, contract, purpose, name, media_type, size, sha256, part_size, parts,
        state, message, answer, since, changed_at, until, due_at)
      values (${tx.tenant}, ${file.file}::uuid, ${file.direction}, ${file.peer}, ${file.system}, ${file.contract}, ${file.purpose},
        ${file.name}, ${file.mediaType}, ${file.size}, ${file.sha256}, ${file.partSize}, ${file.parts as string[]}::text[], 'uploading',
        ${file.answers ?? null}::uuid, ${file.answers !== undefined}, ${file.now}, ${file.now}, ${file.until}, ${file.now})
      on conflict do nothing`,
  )
  return added > 0
}

/** One file. */
export async function findFile(reader: Reader, tenant: string, file: string): Promise<FileRow | null> {
  return findRow(
    reader,
    sql<FileRow>`select ${fileColumns} from exchange.files where tenant = ${tenant} and id = ${file}::uuid`,
  )
}

async function findFiles(tx: Tx, direction: FileRow['direction'], files: readonly string[]): Promise<FileRow[]> {
  if (files.length === 0) return []
  return rows(
    tx,
    sql<FileRow>`select ${fileColumns} from exchange.files
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

/** The files that go with a message of an organisation, or with its answer, by name. */
export async function listFilesOfMessage(reader: Reader, tenant: string, message: string): Promise<FileRow[]> {
  return rows(
    reader,
    sql<FileRow>`select ${fileColumns} from exchange.files where tenant = ${tenant} and message = ${message}::uuid order by name, id`,
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
    sql<FileRow & { kept: number; parts: number }>`select ${fileColumns}, ceil(size::numeric / part_size)::int as parts,
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
      join exchange.messages m on m.tenant = f.tenant and m.id = f.message and (m.direction = f.direction) <> f.answer
      where f.tenant = ${tenant} and f.id = ${file}::uuid
      union all select p.subjects from exchange.files f
      join exchange.publications p on p.tenant = f.tenant and p.topic = f.contract and p.position = f.position
      where f.tenant = ${tenant} and f.id = ${file}::uuid`,
  )
  return row?.subjects ?? []
}
