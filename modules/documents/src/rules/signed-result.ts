import { canonicalJson } from '@tereze/foundation-keys'
import type { Text } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { Check } from 'typebox/value'
import { DocumentLine } from '../contract/index.ts'
import type { ComposedDocument } from './compose-document.ts'

export { documentType } from '../contract/index.ts'

const Words = Type.Object({ en: Type.String(), ru: Type.String(), kk: Type.String() })

/** What an organisation signs: who, what, of whom, when, and the lines that the public check shows. */
export const SignedResult = Type.Object({
  issuer: Type.String(),
  type: Type.String(),
  template: Type.String(),
  package: Type.String(),
  reference: Type.String(),
  issuedAt: Type.String(),
  validUntil: Type.Union([Type.String(), Type.Null()]),
  subjects: Type.Array(Type.String()),
  title: Words,
  data: Type.Unknown(),
  lines: Type.Array(DocumentLine),
})
/** What an organisation signs. */
export type SignedResult = Static<typeof SignedResult>

/** The text that is signed: canonical JSON (RFC 8785), so that anyone can write it again. */
export function toBeSigned(
  composed: ComposedDocument,
  about: { issuer: string; type: string; template: string; package: string; reference: string; issuedAt: string },
): string {
  const { title, subjects, data, validUntil, lines } = composed
  const result: SignedResult = {
    ...about,
    title: { ...title } as Text,
    subjects: [...subjects],
    data,
    validUntil,
    lines: [...lines],
  }
  return canonicalJson(result)
}

/** The result in a verified payload, null when it is not one of this reference and issuer. */
export function readSigned(payload: string, expected: { issuer: string; reference: string }): SignedResult | null {
  const value: unknown = JSON.parse(payload)
  if (!Check(SignedResult, value)) return null
  return value.issuer === expected.issuer && value.reference === expected.reference ? value : null
}

/** Whether a signed result of our own is about the same data. */
export function saysTheSame(signed: string, data: unknown): boolean {
  const payload = Buffer.from(signed.split('.')[1] ?? '', 'base64url').toString('utf8')
  const { data: before } = JSON.parse(payload) as { data: unknown }
  return canonicalJson(before) === canonicalJson(data)
}
