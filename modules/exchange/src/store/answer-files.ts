import { findRow, post, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { SentFile } from '../contract/sent-file.ts'
import { type FileRow, fileColumns } from './files.ts'

/** A file that was made for an answer: its parts are kept already. */
export interface MadeFile extends SentFile {
  readonly partSize: number
  /** SHA-256 of each part in base64url, and the blob where it lies. */
  readonly parts: readonly string[]
  readonly blobs: readonly string[]
  readonly virusCheck: string
}

/** Whom a made file is for. */
export interface MadeFor {
  /** The message that is answered; null: the file is said on a topic. */
  readonly message: string | null
  /** The place in the topic; absent: it goes with an answer. */
  readonly position?: number
  readonly consumer: string
  readonly contract: string
  readonly purpose: string
  readonly now: Date
  readonly until: Date
}

/**
 * Keeps a file that was made for an answer, until the answer that names it is given, or of a message of a topic, as long as that is kept; false when it is kept already, so that its blobs are
 * some too many.
 */
export async function insertMadeFile(tx: Tx, file: MadeFile, made: MadeFor): Promise<boolean> {
  const added = await run(
    tx,
    sql`insert into exchange.files (tenant, id, direction, peer, system, contract, purpose, name, media_type, size, sha256, part_size, parts,
        state, virus_check, message, answer, position, to_fetch, since, changed_at, until, due_at)
      values (${tx.tenant}, ${file.file}::uuid, 'sent', ${made.consumer}, 'platform', ${made.contract}, ${made.purpose},
        ${file.name}, ${file.mediaType}, ${file.size}, ${file.sha256}, ${file.partSize}, ${file.parts as string[]}::text[], 'ready',
        ${file.virusCheck}, ${made.message}::uuid, ${made.message !== null}, ${made.position ?? null}, true, ${made.now}, ${made.now}, ${made.until}, ${made.now})
      on conflict do nothing`,
  )
  if (added === 0) return false
  post(
    tx,
    sql`insert into exchange.file_parts (tenant, file, part, blob)
      select ${tx.tenant}, ${file.file}::uuid, place, blob
      from unnest(${file.blobs as string[]}::text[]) with ordinality as given (blob, place)`,
  )
  return true
}

/**
 * The answer that names files was given.
 * @param to.toFetch whether the asker's own system comes for them; otherwise they are sent.
 */
export async function updateAnswered(
  tx: Tx,
  files: readonly string[],
  to: { toFetch: boolean; until: Date; now: Date },
): Promise<void> {
  if (files.length === 0) return
  await run(
    tx,
    sql`update exchange.files set to_fetch = ${to.toFetch}, until = ${to.until}, due_at = ${to.now}
      where tenant = ${tx.tenant} and id = any(${files as string[]}::uuid[]) and answer`,
  )
}

/** Files of an answer that came, or that the organisation gave itself. */
export async function listAnswerFiles(reader: Reader, tenant: string, files: readonly string[]): Promise<FileRow[]> {
  if (files.length === 0) return []
  return rows(
    reader,
    sql<FileRow>`select ${fileColumns} from exchange.files
      where tenant = ${tenant} and answer and id = any(${files as string[]}::uuid[])`,
  )
}

/** A question that was asked, with the sealed answer. */
export interface AskedMessage {
  readonly peer: string
  readonly contract: string
  readonly purpose: string
  readonly case: string | null
  readonly sealedFor: string
  /** Null where no answer was given, or none was right. */
  readonly reply: Buffer | null
}

/** A question of an organisation that was answered rightly, whether or not its files are here. */
export async function findAsked(reader: Reader, tenant: string, message: string): Promise<AskedMessage | null> {
  return findRow(
    reader,
    sql<AskedMessage>`select peer, contract, purpose, case_id as "case", sealed_for as "sealedFor", reply from exchange.messages
      where tenant = ${tenant} and direction = 'sent' and id = ${message}::uuid
        and outcome in ('done', 'exchange.file-awaited')`,
  )
}
