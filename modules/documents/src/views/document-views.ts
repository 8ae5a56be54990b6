import type { DocumentCard, DocumentContent } from '../contract/index.ts'
import type { DocumentRow } from '../store/documents.ts'

/** A document as a list shows it. */
export function toCard(row: DocumentRow): DocumentCard {
  return {
    document: row.id,
    organisation: row.tenant,
    reference: row.reference,
    kind: row.kind,
    title: row.title,
    case: row.case,
    issuedAt: row.issuedAt,
    status: row.status,
  }
}

/** A document with its signed data and page. */
export function toContent(row: DocumentRow): DocumentContent {
  return {
    ...toCard(row),
    person: row.person,
    languages: [...row.languages],
    blocks: [...row.blocks],
    signed: row.signed,
    picture: row.picture,
  }
}
