import { keyring } from '@tereze/foundation-keys'
import type { Context } from '@tereze/foundation-operations'
import type { Language } from '@tereze/operation'
import type { ComposedDocument } from '../rules/compose-document.ts'
import { referenceAlphabet, referenceLength, referenceOf } from '../rules/document-reference.ts'
import { documentType, toBeSigned } from '../rules/signed-result.ts'
import { findDocumentOfKey, insertDocument } from '../store/documents.ts'

/** What a composed document is issued as. */
export interface Issuing {
  readonly issuer: string
  /** URN of the signed data's type. */
  readonly type: string
  readonly template: string
  readonly package: string
  /** Whose it is: a person, or the organisation itself. */
  readonly owner: string
  readonly case: string | null
  readonly key: string
  readonly languages: readonly Language[]
}

/** A document that was issued: now, or before under the same key. */
export interface Kept {
  readonly document: string
  readonly reference: string
  readonly isNew: boolean
}

/** Signs a composed document by the seal of its issuer and keeps it, once for one key. */
export async function signAndKeep(context: Context, composed: ComposedDocument, of: Issuing): Promise<Kept> {
  const { tx, ids, now } = context
  const { issuer, type, template, key } = of
  const id = ids.newId('document')
  const reference = referenceOf(ids.randomText(referenceLength, referenceAlphabet))
  const issuedAt = now.toISOString()
  const text = toBeSigned(composed, { issuer, type, template, package: of.package, reference, issuedAt })
  const signer = await context.port(keyring).signer(tx, 'seal')
  const isNew = await insertDocument(tx, {
    id,
    key,
    reference,
    person: of.owner,
    case: of.case,
    kind: template,
    title: composed.title,
    languages: of.languages,
    signed: await signer.sign(text, documentType),
    blocks: composed.blocks,
    now,
  })
  if (isNew) return { document: id, reference, isNew }
  const other = await findDocumentOfKey(tx, tx.tenant, key)
  if (other === null) throw new Error('the document of a known key is missing')
  return { document: other.id, reference: other.reference, isNew }
}
