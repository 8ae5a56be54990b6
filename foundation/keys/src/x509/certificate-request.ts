import { webcrypto } from 'node:crypto'
import type { JWK } from 'jose'
import { type CertificateName, importPrivate, nameOf, spkiOf } from './issue-certificate.ts'
import { algorithm, x509 } from './library.ts'
import { p256Of } from './read-certificate.ts'

/** Asks an authority to certify a key of ours: a PKCS #10 request (RFC 2986), PEM. */
export async function writeRequest(subject: CertificateName, privateJwk: JWK): Promise<string> {
  const library = await x509()
  const publicKey = await webcrypto.subtle.importKey('spki', spkiOf(privateJwk), algorithm, true, ['verify'])
  const request = await library.Pkcs10CertificateRequestGenerator.create({
    name: await nameOf(subject),
    keys: { privateKey: await importPrivate(privateJwk), publicKey: publicKey as CryptoKey },
    signingAlgorithm: algorithm,
  })
  return `${request.toString('pem')}\n`
}

/** Why a request cannot be certified. `request-invalid`: nobody showed that the key is theirs. */
export type RequestFault = 'unreadable' | 'request-invalid' | 'key-kind'

/** Reads a request for a certificate: the key, once its holder's signature holds. What it says of names is not taken over. */
export async function readRequest(pem: string): Promise<{ readonly jwk: JWK } | { readonly fault: RequestFault }> {
  const { Pkcs10CertificateRequest } = await x509()
  try {
    const request = new Pkcs10CertificateRequest(pem)
    const jwk = p256Of(Buffer.from(request.publicKey.rawData))
    if (jwk === null) return { fault: 'key-kind' }
    return (await request.verify()) ? { jwk } : { fault: 'request-invalid' }
  } catch {
    // Whatever the library says of a text that came from outside, it is no request that can be read.
    return { fault: 'unreadable' }
  }
}
