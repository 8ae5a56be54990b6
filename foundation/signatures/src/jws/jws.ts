import { oid } from '../algorithms/object-identifiers.ts'
import { algorithmOf, type SignatureKey } from '../algorithms/signature-key.ts'
import { type CryptoModule, sameBytes, sha256, verifyValue } from '../algorithms/verify-value.ts'
import { readCertificate } from '../certificates/read-certificate.ts'
import type { ReadSignature } from '../cms/read-cms.ts'
import { sideBySide } from '../xml/sign-xml.ts'
import { readFlattened, stampedText, timestampsIn } from './unprotected.ts'

const algorithms: Readonly<Record<string, { readonly algorithm: string; readonly digest: string }>> = {
  ES256: { algorithm: oid.ecdsaSha256, digest: oid.sha256 },
  ES384: { algorithm: '1.2.840.10045.4.3.3', digest: '2.16.840.1.101.3.4.2.2' },
  RS256: { algorithm: oid.rsaSha256, digest: oid.sha256 },
  RS512: { algorithm: '1.2.840.113549.1.1.13', digest: '2.16.840.1.101.3.4.2.3' },
  EdDSA: { algorithm: '1.3.101.112', digest: oid.sha256 },
}

/** Members of the header that a signer may insist on (`crit`) and that are understood here. */
const understood: readonly string[] = ['b64', 'sigT']

const encode = (bytes: Uint8Array | string) => Buffer.from(bytes as string).toString('base64url')

/**
 * Signs bytes beside them: a JWS with detached, unencoded payload (RFC 7797) that carries and names its certificate; JAdES baseline B
 * (ETSI TS 119 182-1).
 * @throws Error when the key has no certificate.
 */
export async function signJws(content: Uint8Array, key: SignatureKey, at: Date): Promise<string> {
  const [certificate] = key.certificates
  if (certificate === undefined) throw new Error('a signature needs a certificate')
  const rsa = algorithmOf(key) === oid.rsaSha256
  const header = encode(
    JSON.stringify({
      alg: rsa ? 'RS256' : 'ES256',
      b64: false,
      crit: ['b64'],
      iat: Math.floor(at.getTime() / 1000),
      'x5t#S256': encode(sha256(certificate)),
      x5c: key.certificates.map(der => Buffer.from(der).toString('base64')),
    }),
  )
  const value = await key.sign(Buffer.concat([Buffer.from(`${header}.`), content]))
  return `${header}..${encode(rsa ? value : sideBySide(value))}`
}

/** The shape of a compact JWS, with its payload or without. */
export const jwsShape = /^[\w-]+\.[\w-]*\.[\w-]+$/

interface Header {
  readonly alg?: unknown
  readonly b64?: unknown
  readonly crit?: unknown
  readonly iat?: unknown
  readonly sigT?: unknown
  readonly x5c?: unknown
  readonly 'x5t#S256'?: unknown
}

function headerOf(text: string): Header | null {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as Header
  } catch {
    // A text that came from outside and is no header.
    return null
  }
}

function timeOf({ iat, sigT }: Header): Date | null {
  const at = typeof iat === 'number' ? new Date(iat * 1000) : typeof sigT === 'string' ? new Date(sigT) : null
  return at === null || Number.isNaN(at.getTime()) ? null : at
}

/** The protected header, payload and value of a JWS, compact or in JSON, with its time-stamps; null when the text is none. */
function partsOf(text: string) {
  if (jwsShape.test(text)) {
    const [head = '', payload = '', last = ''] = text.split('.')
    return { head, payload, last, timestamps: [] }
  }
  const flattened = readFlattened(text)
  if (flattened === null) return null
  const { protected: head, payload = '', signature: last } = flattened
  return { head, payload, last, timestamps: timestampsIn(flattened) }
}

/** Reads a JWS with a certificate, compact or in JSON with one signature (JAdES baseline B and T), and computes its value; null when the text is none. */
export function readJws(
  text: string,
  detached: Uint8Array | null,
  modules: readonly CryptoModule[] = [],
): { readonly signature: ReadSignature; readonly content: Uint8Array | null } | null {
  const parts = partsOf(text)
  if (parts === null) return null
  const { head, payload, last } = parts
  const header = headerOf(head)
  if (header === null || typeof header !== 'object') return null
  const candidates = Array.isArray(header.x5c)
    ? header.x5c.flatMap(one => (typeof one === 'string' ? (readCertificate(one) ?? []) : []))
    : []
  const [certificate = null] = candidates
  const named = header['x5t#S256']
  const content = payload === '' ? null : new Uint8Array(Buffer.from(payload, 'base64url'))
  const value = new Uint8Array(Buffer.from(last, 'base64url'))
  const same =
    certificate !== null &&
    typeof named === 'string' &&
    sameBytes(Buffer.from(named, 'base64url'), sha256(certificate.der))
  return {
    content,
    signature: {
      fault: faultOf(),
      certificate,
      candidates,
      claimedAt: timeOf(header),
      timestamps: parts.timestamps,
      stamped: stampedText(last),
      namesCertificate: same,
      algorithm: String(header.alg),
    },
  }

  function faultOf(): ReadSignature['fault'] {
    const known = typeof header?.alg === 'string' ? algorithms[header.alg] : undefined
    const critical = header?.crit === undefined ? [] : header.crit
    if (known === undefined || !Array.isArray(critical) || !critical.every(one => understood.includes(one)))
      return 'algorithm-unsupported'
    const own = content ?? detached
    if (own === null || (content !== null && detached !== null && !sameBytes(content, detached)))
      return 'content-changed'
    if (certificate === null) return 'certificate-missing'
    if (named !== undefined && !same) return 'certificate-swapped'
    // Unencoded payload only where the signer insists on it being understood (RFC 7797, 6).
    const plain = header?.b64 === false && critical.includes('b64')
    const bytes = Buffer.concat([Buffer.from(`${head}.`), plain ? own : Buffer.from(encode(own))])
    const verdict = verifyValue(
      { ...known, publicKey: certificate.publicKey, bytes, value, ecdsa: 'ieee-p1363' },
      modules,
    )
    if (verdict === 'holds') return null
    return verdict === 'weak' ? 'digest-weak' : verdict === 'unsupported' ? 'algorithm-unsupported' : 'content-changed'
  }
}
