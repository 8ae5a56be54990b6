import { type Fragment, findRow, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { Language, Text } from '@tereze/operation'
import type { DocumentBlock } from '../contract/index.ts'

/** A document as it is kept. */
export interface DocumentRow {
  readonly tenant: string
  readonly id: string
  readonly reference: string
  readonly person: string
  readonly case: string | null
  readonly kind: string
  readonly title: Text
  readonly languages: readonly Language[]
  readonly signed: string
  readonly blocks: readonly DocumentBlock[]
  readonly issuedAt: string
  readonly status: 'valid' | 'replaced' | 'revoked'
  readonly replacedBy: string | null
  readonly picture: string | null
}

const columns: Fragment<DocumentRow> = sql<DocumentRow>`
  tenant, id, reference, person, case_id as "case", kind, title, languages, signed, blocks, issued_at as "issuedAt", status,
  replaced_by as "replacedBy", picture`

/** Keeps a new document unless its key is known. @returns whether it is new. */
export async function insertDocument(
  tx: Tx,
  document: Omit<DocumentRow, 'tenant' | 'status' | 'replacedBy' | 'picture' | 'issuedAt'> & { key: string; now: Date },
): Promise<boolean> {
  const added = await run(
    tx,
    sql`insert into documents.documents
          (tenant, id, key, reference, person, case_id, kind, title, languages, signed, blocks, issued_at, status)
        values (${tx.tenant}, ${document.id}, ${document.key}, ${document.reference}, ${document.person}, ${document.case},
                ${document.kind}, ${JSON.stringify(document.title)}::jsonb, ${document.languages}::text[], ${document.signed},
                ${JSON.stringify(document.blocks)}::jsonb, ${document.now}, 'valid')
        on conflict (tenant, key) do nothing`,
  )
  return added > 0
}

/** The document of a key. */
export function findDocumentOfKey(reader: Reader, tenant: string, key: string): Promise<DocumentRow | null> {
  return findRow(
    reader,
    sql<DocumentRow>`select ${columns} from documents.documents where tenant = ${tenant} and key = ${key}`,
  )
}

/** A document that an organisation issued. */
export function findIssued(reader: Reader, tenant: string, id: string): Promise<DocumentRow | null> {
  return findRow(
    reader,
    sql<DocumentRow>`select ${columns} from documents.documents where tenant = ${tenant} and id = ${id}`,
  )
}

/** A person's document, of whatever organisation. */
export function findOwn(reader: Reader, person: string, id: string): Promise<DocumentRow | null> {
  return findRow(
    reader,
    sql<DocumentRow>`select ${columns} from documents.documents where person = ${person} and id = ${id}`,
  )
}

/** The document of a public reference, of whatever organisation. */
export function findByReference(reader: Reader, reference: string): Promise<DocumentRow | null> {
  return findRow(reader, sql<DocumentRow>`select ${columns} from documents.documents where reference = ${reference}`)
}

/** A person's documents from all organisations, newest first, after the document `after`. */
export function listDocumentsOfPerson(
  reader: Reader,
  find: { person: string; organisation: string | null; case: string | null; after: string | null; limit: number },
): Promise<DocumentRow[]> {
  return rows(
    reader,
    sql<DocumentRow>`select ${columns} from documents.documents
        where person = ${find.person}
          and (${find.organisation}::text is null or tenant = ${find.organisation})
          and (${find.case}::text is null or case_id = ${find.case})
          and (${find.after}::text is null or id < ${find.after})
        order by id desc limit ${find.limit}`,
  )
}

/** Takes a valid document out of force. @returns whether there was one to take. */
export async function updateStatus(
  tx: Tx,
  id: string,
  change: { status: 'replaced' | 'revoked'; replacedBy: string | null; because: string | null },
): Promise<boolean> {
  const changed = await run(
    tx,
    sql`update documents.documents
        set status = ${change.status}, replaced_by = ${change.replacedBy}, revoked_because = ${change.because}
        where tenant = ${tx.tenant} and id = ${id} and status = 'valid'`,
  )
  return changed > 0
}

/**
 * Remembers the picture of a document in place of the one that was there; of two drawn at once the first stays.
 * @returns the hash of the picture that is kept; null when there is no such document.
 */
export async function updatePicture(
  tx: Tx,
  id: string,
  picture: { readonly hash: string; readonly instead: string | null; readonly renewAt: Date | null },
): Promise<string | null> {
  await run(
    tx,
    sql`update documents.documents set picture = ${picture.hash}, renew_at = ${picture.renewAt}
        where tenant = ${tx.tenant} and id = ${id} and picture is not distinct from ${picture.instead}`,
  )
  const kept = await findRow(
    tx,
    sql<{ picture: string }>`select picture from documents.documents where tenant = ${tx.tenant} and id = ${id}`,
  )
  return kept?.picture ?? null
}
