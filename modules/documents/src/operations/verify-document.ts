import { keyring } from '@tereze/foundation-keys'
import { handle } from '@tereze/foundation-operations'
import type { OutputOf } from '@tereze/operation'
import { verifyDocument } from '../contract/index.ts'
import { readReference } from '../rules/document-reference.ts'
import { documentType, readSigned } from '../rules/signed-result.ts'
import { findByReference } from '../store/documents.ts'

const unknown: OutputOf<typeof verifyDocument> = {
  status: 'unknown',
  signature: 'none',
  organisation: null,
  kind: null,
  title: null,
  issuedAt: null,
  lines: [],
  replacedBy: null,
}

/** Anyone's check. What it shows comes from the signed data alone; where the signature is broken it shows nothing of it. */
export const verifyDocumentHandler = handle(verifyDocument, {
  tenant: () => 'platform',
  async run(input, context) {
    const reference = readReference(input.reference)
    const document = reference === null ? null : await findByReference(context.tx, reference)
    if (document === null) return unknown
    context.concerns([document.person], ['lines'])
    const payload = await context.port(keyring).verify(context.tx, document.tenant, document.signed, documentType)
    const result =
      payload === null ? null : readSigned(payload, { issuer: document.tenant, reference: document.reference })
    if (result === null) {
      return { ...unknown, status: document.status, signature: 'broken' as const, organisation: document.tenant }
    }
    return {
      status: document.status,
      signature: 'holds' as const,
      organisation: result.issuer,
      kind: result.template,
      title: result.title,
      issuedAt: result.issuedAt,
      lines: result.lines,
      replacedBy: document.replacedBy,
    }
  },
})
