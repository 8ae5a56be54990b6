import { constants, createHash, createPublicKey, type KeyObject, verify } from 'node:crypto'
import { oid } from './object-identifiers.ts'

/** A hash function that Node.js has. `weak`: collisions are made in practice, or are near. */
interface Digest {
  readonly name: string
  readonly weak: boolean
}

const digests: Readonly<Record<string, Digest>> = {
  '1.2.840.113549.2.5': { name: 'md5', weak: true },
  '1.3.14.3.2.26': { name: 'sha1', weak: true },
  [oid.sha256]: { name: 'sha256', weak: false },
  '2.16.840.1.101.3.4.2.2': { name: 'sha384', weak: false },
  '2.16.840.1.101.3.4.2.3': { name: 'sha512', weak: false },
}

/** A signature algorithm: the kind of key, and the digest where the identifier fixes it (RFC 5754, RFC 5758, RFC 8419). */
interface Algorithm {
  readonly key: 'rsa' | 'ec' | 'ed25519'
  readonly digest: string | null
  readonly pss?: boolean
}

const algorithms: Readonly<Record<string, Algorithm>> = {
  [oid.rsa]: { key: 'rsa', digest: null },
  [oid.rsaPss]: { key: 'rsa', digest: null, pss: true },
  '1.2.840.113549.1.1.4': { key: 'rsa', digest: '1.2.840.113549.2.5' },
  '1.2.840.113549.1.1.5': { key: 'rsa', digest: '1.3.14.3.2.26' },
  [oid.rsaSha256]: { key: 'rsa', digest: oid.sha256 },
  '1.2.840.113549.1.1.12': { key: 'rsa', digest: '2.16.840.1.101.3.4.2.2' },
  '1.2.840.113549.1.1.13': { key: 'rsa', digest: '2.16.840.1.101.3.4.2.3' },
  '1.2.840.10045.4.1': { key: 'ec', digest: '1.3.14.3.2.26' },
  [oid.ecdsaSha256]: { key: 'ec', digest: oid.sha256 },
  '1.2.840.10045.4.3.3': { key: 'ec', digest: '2.16.840.1.101.3.4.2.2' },
  '1.2.840.10045.4.3.4': { key: 'ec', digest: '2.16.840.1.101.3.4.2.3' },
  '1.3.101.112': { key: 'ed25519', digest: null },
}

/**
 * What Node.js lacks and a certified module brings: GOST R 34.10-2012 with Streebog, GOST of Kazakhstan. None is part of the platform;
 * without one such signatures are reported as not verifiable, never as valid.
 */
export interface CryptoModule {
  /** Object identifiers of hash functions and of signature algorithms that it knows. */
  readonly digests: readonly string[]
  readonly algorithms: readonly string[]
  hash(digest: string, bytes: Uint8Array): Uint8Array
  verify(question: SignatureQuestion): boolean
}

/** One signature value to be verified. */
export interface SignatureQuestion {
  /** Object identifier of the signature algorithm. */
  readonly algorithm: string
  /** Object identifier of the digest beside it; used where the algorithm does not fix one. */
  readonly digest: string
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array
  readonly bytes: Uint8Array
  readonly value: Uint8Array
  /** How ECDSA writes its two numbers: DER in certificates and CMS, side by side in XML and JSON. */
  readonly ecdsa?: 'der' | 'ieee-p1363'
}

/** What can be said of one signature value. */
export type ValueVerdict = 'holds' | 'broken' | 'weak' | 'unsupported'

/** Shortest RSA key that is taken, bits. */
export const shortestRsa = 2048

/** Whether a signature algorithm has a digest of which collisions are made; false for one that is not known here. */
export function isWeakAlgorithm(algorithm: string): boolean {
  return digests[algorithms[algorithm]?.digest ?? '']?.weak === true
}

function publicKeyOf(spki: Uint8Array): KeyObject | null {
  try {
    return createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' })
  } catch {
    // A key of a kind that Node.js does not know, or bytes that are no key.
    return null
  }
}

/** Verifies a signature value; weak digests and short keys are told apart from broken ones. */
export function verifyValue(question: SignatureQuestion, modules: readonly CryptoModule[] = []): ValueVerdict {
  const outside = modules.find(module => module.algorithms.includes(question.algorithm))
  if (outside !== undefined) return outside.verify(question) ? 'holds' : 'broken'
  const algorithm = algorithms[question.algorithm]
  if (algorithm === undefined) return 'unsupported'
  const digest = digests[algorithm.digest ?? question.digest]
  if (digest === undefined && algorithm.key !== 'ed25519') return 'unsupported'
  const key = publicKeyOf(question.publicKey)
  const kinds = algorithm.pss === true ? ['rsa', 'rsa-pss'] : [algorithm.key]
  if (key === null || !kinds.includes(key.asymmetricKeyType ?? '')) return 'broken'
  const holds = verify(
    algorithm.key === 'ed25519' ? null : (digest?.name ?? null),
    question.bytes,
    {
      key,
      dsaEncoding: question.ecdsa ?? 'der',
      ...(algorithm.pss === true
        ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO }
        : {}),
    },
    question.value,
  )
  if (!holds) return 'broken'
  const short = algorithm.key === 'rsa' && (key.asymmetricKeyDetails?.modulusLength ?? 0) < shortestRsa
  return digest?.weak === true || short ? 'weak' : 'holds'
}

/** A digest by its object identifier; null for a function that is not known here. */
export function hashOf(
  digest: string,
  bytes: Uint8Array,
  modules: readonly CryptoModule[] = [],
): { readonly value: Uint8Array; readonly weak: boolean } | null {
  const known = digests[digest]
  if (known !== undefined) return { value: createHash(known.name).update(bytes).digest(), weak: known.weak }
  const outside = modules.find(module => module.digests.includes(digest))
  return outside === undefined ? null : { value: outside.hash(digest, bytes), weak: false }
}

/** SHA-256. */
export function sha256(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(bytes).digest())
}

/** Whether two byte strings are equal. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0
}
