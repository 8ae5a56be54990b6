import { createPublicKey, X509Certificate } from 'node:crypto'
import type { JWK } from 'jose'
import { x509 } from './library.ts'

/** A certificate as it was read. */
export interface ReadCertificate {
  /** Hexadecimal, lower case, without leading zeros. */
  readonly serial: string
  readonly subject: string
  readonly issuer: string
  readonly from: Date
  readonly until: Date
  readonly isAuthority: boolean
  /** The P-256 key that it certifies; null when it is of another kind. */
  readonly jwk: JWK | null
}

/** Why a certificate is not taken. */
export type CertificateFault =
  | 'unreadable'
  | 'key-kind'
  | 'not-for-signing'
  | 'not-an-authority'
  | 'wrong-chain'
  | 'expired'
  | 'not-yet-valid'

/** A public P-256 key of its DER as a JWK; null when it is another kind of key. */
export function p256Of(spki: Buffer): JWK | null {
  const { kty, crv, x, y } = createPublicKey({ key: spki, format: 'der', type: 'spki' }).export({ format: 'jwk' })
  return kty === 'EC' && crv === 'P-256' ? ({ kty, crv, x, y } as JWK) : null
}

/** A serial number in the one form in which serials are compared. */
export function serialOf(text: string): string {
  return text.toLowerCase().replace(/^0+(?=.)/, '')
}

function parse(pem: string): X509Certificate | null {
  try {
    return new X509Certificate(pem)
  } catch {
    // A text that came from outside and is no certificate.
    return null
  }
}

function described(certificate: X509Certificate): ReadCertificate {
  const jwk = certificate.publicKey.asymmetricKeyType === 'ec' ? p256Of(spki(certificate)) : null
  return {
    serial: serialOf(certificate.serialNumber),
    subject: certificate.subject.replaceAll('\n', ', '),
    issuer: certificate.issuer.replaceAll('\n', ', '),
    from: certificate.validFromDate,
    until: certificate.validToDate,
    isAuthority: certificate.ca,
    jwk,
  }
}

function spki(certificate: X509Certificate): Buffer {
  return certificate.publicKey.export({ type: 'spki', format: 'der' })
}

/** Reads a certificate without judging it; null when it is none. */
export function readX509(pem: string): ReadCertificate | null {
  const certificate = parse(pem)
  return certificate === null ? null : described(certificate)
}

/** Certificates of a text in which PEM stands after PEM. */
export function splitPem(text: string): string[] {
  return text.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? []
}

function outOfTime(certificate: X509Certificate, at: Date): CertificateFault | null {
  if (certificate.validFromDate > at) return 'not-yet-valid'
  return certificate.validToDate <= at ? 'expired' : null
}

/** Whether a key may sign (4.2.1.3): digitalSignature or nonRepudiation for messages, keyCertSign for certificates; all where nothing is said. */
async function mayUse(pem: string, use: 'messages' | 'certificates'): Promise<boolean> {
  const library = await x509()
  const usages = new library.X509Certificate(pem).getExtension(library.KeyUsagesExtension)?.usages
  const { digitalSignature, nonRepudiation, keyCertSign } = library.KeyUsageFlags
  const wanted = use === 'messages' ? digitalSignature | nonRepudiation : keyCertSign
  return usages === undefined || (usages & wanted) !== 0
}

/** Whether a certificate is an authority's that may certify others now; the fault when it is not. */
export async function checkAuthority(
  pem: string,
  at: Date,
): Promise<{ readonly read: ReadCertificate } | { readonly fault: CertificateFault }> {
  const certificate = parse(pem)
  if (certificate === null) return { fault: 'unreadable' }
  if (!certificate.ca || !(await mayUse(pem, 'certificates'))) return { fault: 'not-an-authority' }
  const late = outOfTime(certificate, at)
  return late === null ? { read: described(certificate) } : { fault: late }
}

/**
 * Checks the way from a certificate over those between to an authority that is trusted (RFC 5280, 6.1): each is issued and signed by the
 * next, each good at the moment, each but the first an authority's; the first certifies a P-256 key that may sign.
 * @param between in any order is wrong: the issuer of the certificate first.
 */
export async function checkChain(
  pem: string,
  between: readonly string[],
  authority: string,
  at: Date,
): Promise<{ readonly read: ReadCertificate } | { readonly fault: CertificateFault }> {
  const way = [pem, ...between, authority].map(parse)
  const [leaf] = way
  if (!leaf || way.some(one => one === null)) return { fault: 'unreadable' }
  const read = described(leaf)
  if (read.jwk === null) return { fault: 'key-kind' }
  if (leaf.ca || !(await mayUse(pem, 'messages'))) return { fault: 'not-for-signing' }
  for (const [index, certificate] of way.entries()) {
    const issuer = way[index + 1]
    if (certificate && issuer && !(certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey)))
      return { fault: 'wrong-chain' }
  }
  for (const [index, text] of [...between, authority].entries())
    if (way[index + 1]?.ca !== true || !(await mayUse(text, 'certificates'))) return { fault: 'wrong-chain' }
  for (const certificate of way) {
    const late = certificate ? outOfTime(certificate, at) : null
    if (late !== null) return { fault: late }
  }
  return { read }
}
