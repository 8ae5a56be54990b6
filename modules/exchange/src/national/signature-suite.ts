import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'

/** A pair of algorithms of XML signatures. GOST R 34.10-2012 is one more of them, given by an integrator with a certified module. */
export interface SignatureSuite {
  /** URI of `SignatureMethod` and of `DigestMethod`. */
  readonly signature: string
  readonly digest: string
  hash(bytes: Uint8Array): Buffer
  /** @param key PEM of a private key, or whatever names it to a module that keeps it. */
  sign(bytes: Uint8Array, key: string): Buffer
  /** @param certificate PEM. */
  verify(bytes: Uint8Array, certificate: string, signature: Uint8Array): boolean
}

const sha256 = 'http://www.w3.org/2001/04/xmlenc#sha256'
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()

/** ECDSA writes its two numbers side by side (RFC 6931 §2.3.6), unlike certificates. */
function nodeSuite(signature: string, type: string): SignatureSuite {
  const keyed = (key: KeyObject) => ({ key, dsaEncoding: 'ieee-p1363' as const })
  return {
    signature,
    digest: sha256,
    hash,
    sign: (bytes, key) => sign('sha256', bytes, keyed(createPrivateKey(key))),
    verify(bytes, certificate, value) {
      const key = createPublicKey(certificate)
      return key.asymmetricKeyType === type && verify('sha256', bytes, keyed(key), value)
    },
  }
}

/** What Node.js has: ECDSA and RSA with SHA-256. GOST it has not. */
export const nodeSuites: readonly SignatureSuite[] = [
  nodeSuite('http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256', 'ec'),
  nodeSuite('http://www.w3.org/2001/04/xmldsig-more#rsa-sha256', 'rsa'),
]
