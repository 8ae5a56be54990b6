import { findRow, getRow, post, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { Due } from '@tereze/foundation-operations'
import type { Attachment } from '../contract/attachment.ts'

/** A file that somebody brought. */
export interface AttachmentRow extends Attachment {
  readonly tenant: string
  /** Who brought it: a person, an official, or `agency/…` where it came with an answer. */
  readonly by: string
  readonly sha256: string
  /** Where its sealed bytes are; null where the exchange keeps them, under `exchangeFile`. */
  readonly blob: string | null
  readonly exchangeFile: string | null
  /** Whether the applicant opens it too. */
  readonly forApplicant: boolean
  readonly checked: boolean
  readonly at: string
  /** The case to which it belongs; null until it is sent in. */
  readonly caseId: string | null
}

const columns = sql`tenant, id, brought_by as by, name, media_type as "mediaType", size::float8 as size, sha256, blob,
  exchange_file as "exchangeFile", for_applicant as "forApplicant", checked, at, case_id as "caseId"`

/** Keeps a file; `caseId`: the case to which it belongs already. */
export async function insertAttachment(
  tx: Tx,
  file: Omit<AttachmentRow, 'tenant' | 'caseId' | 'at'>,
  now: Date,
  caseId: string | null = null,
): Promise<void> {
  await run(
    tx,
    sql`insert into cases.attachments (tenant, id, brought_by, name, media_type, size, sha256, blob, exchange_file, for_applicant,
        checked, at, case_id)
      values (${tx.tenant}, ${file.id}, ${file.by}, ${file.name}, ${file.mediaType}, ${file.size}, ${file.sha256}, ${file.blob},
        ${file.exchangeFile}::uuid, ${file.forApplicant}, ${file.checked}, ${now}, ${caseId})`,
  )
}

/** Whether a case has a file with these bytes from this sender. */
export async function hasSameFile(tx: Tx, caseId: string, by: string, sha256: string): Promise<boolean> {
  const { has } = await getRow(
    tx,
    sql<{ has: boolean }>`select exists (select from cases.attachments
      where tenant = ${tx.tenant} and case_id = ${caseId} and brought_by = ${by} and sha256 = ${sha256}) as has`,
  )
  return has
}

/** How many files somebody keeps that belong to no case. */
export async function countLoose(tx: Tx, by: string): Promise<number> {
  const { count } = await getRow(
    tx,
    sql<{ count: number }>`select count(*)::integer as count from cases.attachments
      where tenant = ${tx.tenant} and brought_by = ${by} and case_id is null`,
  )
  return count
}

/** Files by their ids, held so that nothing happens to them until the transaction is over. */
export async function lockAttachments(tx: Tx, ids: readonly string[]): Promise<AttachmentRow[]> {
  if (ids.length === 0) return []
  return rows(
    tx,
    sql<AttachmentRow>`select ${columns} from cases.attachments
      where tenant = ${tx.tenant} and id = any(${ids as string[]}::text[]) and not leaving order by id for update`,
  )
}

/** Files of a case, in the order in which they came. */
export async function listOfCase(reader: Reader, tenant: string, caseId: string): Promise<AttachmentRow[]> {
  return rows(
    reader,
    sql<AttachmentRow>`select ${columns} from cases.attachments where tenant = ${tenant} and case_id = ${caseId} order by at, id`,
  )
}

/** One file of a case. */
export async function findOfCase(
  reader: Reader,
  tenant: string,
  caseId: string,
  id: string,
): Promise<AttachmentRow | null> {
  return findRow(
    reader,
    sql<AttachmentRow>`select ${columns} from cases.attachments where tenant = ${tenant} and case_id = ${caseId} and id = ${id}`,
  )
}

/** Gives files to a case; those that belong to one stay there. */
export function updateCase(tx: Tx, ids: readonly string[], caseId: string): void {
  if (ids.length === 0) return
  post(
    tx,
    sql`update cases.attachments set case_id = ${caseId}
      where tenant = ${tx.tenant} and id = any(${ids as string[]}::text[]) and case_id is null`,
  )
}

/** Files of all tenants that belong to no case and came before a moment, or leave with their case, the oldest first. */
export async function listLoose(reader: Reader, before: Date, limit: number): Promise<AttachmentRow[]> {
  return rows(
    reader,
    sql<AttachmentRow>`select ${columns} from cases.attachments where case_id is null and (at < ${before} or leaving) order by at limit ${limit}`,
  )
}

/** When the oldest file that belongs to no case has waited for so many days; at once where one leaves with its case. */
export const dueLoose = (days: number) =>
  sql<Due>`select least(
      (select min(at) + make_interval(days => ${days}::integer) from cases.attachments where case_id is null),
      (select min(at) from cases.attachments where leaving)) as at`

/** Takes a file out of everybody's reach before its bytes are erased; false when it has found a case. */
export async function updateLeaving(tx: Tx, id: string): Promise<boolean> {
  const left = await run(
    tx,
    sql`update cases.attachments set leaving = true where tenant = ${tx.tenant} and id = ${id} and case_id is null`,
  )
  return left > 0
}

/** Forgets a file whose bytes are erased. */
export async function deleteLeaving(tx: Tx, id: string): Promise<void> {
  await run(tx, sql`delete from cases.attachments where tenant = ${tx.tenant} and id = ${id} and leaving`)
}
