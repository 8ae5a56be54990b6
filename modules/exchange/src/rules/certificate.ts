import { verifySignature } from '@tereze/foundation-keys'
import { findProblems } from '@tereze/foundation-operations'
import type { JWK } from 'jose'
import { KeyCertificate } from '../contract/peer.ts'
import { thumbprintOf } from './thumbprint.ts'

/** `typ` of a certificate of keys. */
export const certificateType = 'tereze-keys+jws'
/** The operator: owner of the installation’s anchor and of what it knows of other installations. */
export const operator = 'platform'
/** Purpose of the key by which an installation certifies. */
export const anchorPurpose = 'exchange-anchor'
/** For how long a certificate is good without asking again, milliseconds. */
export const certificateTerm = 6 * 3_600_000
/** For how long a key is still good after its successor was made, milliseconds. */
export const overlap = 24 * 3_600_000

/**
 * Reads a certificate that came over the network: signed by the anchor, about this member, still good, each key what its name says.
 * Null when any of this is not so.
 */
export async function readCertificate(
  jws: string,
  expected: { anchor: JWK; member: string; now: Date },
): Promise<KeyCertificate | null> {
  const payload = await verifySignature(jws, expected.anchor, certificateType)
  if (payload === null) return null
  const content = parse(payload)
  if (content === null || content.member !== expected.member) return null
  if (Date.parse(content.until) <= expected.now.getTime()) return null
  for (const { kid, jwk } of content.keys) if ((await thumbprintOf(jwk as JWK)) !== kid) return null
  return content
}

function parse(payload: string): KeyCertificate | null {
  try {
    const value: unknown = JSON.parse(payload)
    return findProblems(KeyCertificate, value).length === 0 ? (value as KeyCertificate) : null
  } catch {
    return null
  }
}
