import { packages } from '@tereze/catalogue/contract'
import { type DocumentContent, documentType, getOwnDocument } from '@tereze/documents/contract'
import { keyring } from '@tereze/foundation-keys'
import type { Context } from '@tereze/foundation-operations'
import { isRefused, type Refused, refuse } from '@tereze/operation'
import { Type } from 'typebox'
import { Check } from 'typebox/value'
import { documentUnfit } from './contract/index.ts'
import { type CredentialType, listTypesOf } from './rules/credential-types.ts'

const Signed = Type.Object({
  issuer: Type.String(),
  template: Type.String(),
  package: Type.String(),
  reference: Type.String(),
  validUntil: Type.Union([Type.String(), Type.Null()]),
  data: Type.Record(Type.String(), Type.Unknown()),
})

/** A result that may be given to a wallet. */
export interface FitResult {
  readonly document: string
  readonly organisation: string
  readonly type: CredentialType
  /** What its issuer signed. */
  readonly data: Readonly<Record<string, unknown>>
  readonly reference: string
  /** Legal date after which it holds no more; null: for ever. */
  readonly validUntil: string | null
}

/** The type of which a signed document is; null when its package declares none for its template. */
async function readSigned(document: DocumentContent, context: Context): Promise<FitResult | null> {
  if (document.status !== 'valid') return null
  const payload = await context.port(keyring).verify(context.tx, document.organisation, document.signed, documentType)
  const signed: unknown = payload === null ? null : JSON.parse(payload)
  if (!Check(Signed, signed)) return null
  if (signed.issuer !== document.organisation || signed.reference !== document.reference) return null
  const { validUntil } = signed
  if (validUntil !== null && validUntil < context.now.toISOString().slice(0, validUntil.length)) return null
  const service = signed.package.split('@')[0]
  const type = listTypesOf(context.port(packages), document.organisation).find(
    each => each.service === service && each.template === signed.template,
  )
  if (type === undefined) return null
  const { data, reference } = signed
  return { document: document.document, organisation: document.organisation, type, data, reference, validUntil }
}

/** A person's own result as it was signed, when it holds and its package lets wallets have it. */
export async function readResult(
  of: { readonly person: string; readonly document: string },
  context: Context,
): Promise<FitResult | Refused<'credentials.document-unfit'>> {
  const document = await context.call(getOwnDocument, of)
  const result = isRefused(document) ? null : await readSigned(document, context)
  return result ?? refuse(documentUnfit, { pointer: '/document' })
}
