import { createPublicKey, type KeyObject } from 'node:crypto'
import { isWeakAlgorithm, sameBytes, shortestRsa } from '../algorithms/verify-value.ts'
import { isSignedBy } from './build-chain.ts'
import type { Certificate } from './read-certificate.ts'

/** What a certificate's key and the signature under the certificate are worth. */
export interface KeyJudgement {
  /** Kind of the key, as Node.js names it, and its size in bits; null for a kind that is not known here. */
  readonly key: { readonly kind: string; readonly bits: number } | null
  readonly isKeyWeak: boolean
  /** Whether it certifies itself. */
  readonly isRoot: boolean
  /** The digest under the certificate is one of which collisions are made. */
  readonly isDigestWeak: boolean
  /** Whether the own signature of a root holds; null for one that another certified. */
  readonly own: 'holds' | 'broken' | 'weak' | 'unsupported' | null
}

/** Curves by their size in bits; others are not known here. */
const curves: Readonly<Record<string, number>> = {
  prime256v1: 256,
  secp384r1: 384,
  secp521r1: 521,
  brainpoolP256r1: 256,
  brainpoolP384r1: 384,
  brainpoolP512r1: 512,
}

function keyOf(spki: Uint8Array): KeyJudgement['key'] {
  let key: KeyObject
  try {
    key = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' })
  } catch {
    // A key of a kind that Node.js does not know, such as GOST, or bytes that are no key.
    return null
  }
  const { modulusLength, namedCurve } = key.asymmetricKeyDetails ?? {}
  const kind = key.asymmetricKeyType
  if (kind === 'rsa' || kind === 'rsa-pss') return { kind, bits: modulusLength ?? 0 }
  if (kind === 'ed25519') return { kind, bits: 256 }
  const bits = curves[namedCurve ?? '']
  return kind === 'ec' && bits !== undefined ? { kind, bits } : null
}

/** Judges the key of a certificate and, as far as it can be told from it alone, the signature under it. */
export function judgeKey(certificate: Certificate): KeyJudgement {
  const key = keyOf(certificate.publicKey)
  const isRoot = sameBytes(certificate.subjectName, certificate.issuerName)
  return {
    key,
    isKeyWeak: key?.kind.startsWith('rsa') === true && key.bits < shortestRsa,
    isRoot,
    isDigestWeak: isWeakAlgorithm(certificate.signed.algorithm),
    own: isRoot ? isSignedBy(certificate, certificate) : null,
  }
}
