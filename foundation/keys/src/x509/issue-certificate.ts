import { createPublicKey, randomBytes, webcrypto } from 'node:crypto'
import type { Name } from '@peculiar/x509'
import type { JWK } from 'jose'
import { algorithm, x509 } from './library.ts'

/** Whom a certificate names (RFC 5280, 4.1.2.6). */
export interface CertificateName {
  readonly commonName: string
  readonly organisation?: string
  readonly unit?: string
}

/** What a certificate is for. `authority` signs certificates; `signing` signs messages; the others are for TLS. */
export type CertificateUse = 'authority' | 'signing' | 'tls-client' | 'tls-server'

/** What is certified. */
export interface WantedCertificate {
  readonly subject: CertificateName
  readonly publicJwk: JWK
  /** Who certifies; its certificate is null where it certifies itself. */
  readonly issuer: { readonly certificate: string | null; readonly privateJwk: JWK }
  readonly use: CertificateUse
  readonly from: Date
  readonly until: Date
  /** Names and addresses of a server. */
  readonly hosts?: readonly string[]
  /** Where the list of revoked certificates is. */
  readonly revocations?: string
}

/** A certificate. */
export interface IssuedCertificate {
  readonly pem: string
  /** Hexadecimal, lower case. */
  readonly serial: string
}

/** The name as the library writes it: each value as a UTF8String of its own, so that no sign of a name is taken for syntax. */
export async function nameOf({ commonName, organisation, unit }: CertificateName): Promise<Name> {
  const library = await x509()
  return new library.Name([
    ...(organisation === undefined ? [] : [{ O: [{ utf8String: organisation }] }]),
    ...(unit === undefined ? [] : [{ OU: [{ utf8String: unit }] }]),
    { CN: [{ utf8String: commonName }] },
  ])
}

/** A private key of ours as WebCrypto wants it. */
export function importPrivate({ kty, crv, x, y, d }: JWK): Promise<CryptoKey> {
  return webcrypto.subtle.importKey('jwk', { kty, crv, x, y, d } as JsonWebKey, algorithm, false, [
    'sign',
  ]) as Promise<CryptoKey>
}

/** A public key as its DER (SubjectPublicKeyInfo). */
export function spkiOf({ kty, crv, x, y }: JWK): Uint8Array<ArrayBuffer> {
  const key = createPublicKey({ key: { kty, crv, x, y } as Record<string, string>, format: 'jwk' })
  return new Uint8Array(key.export({ type: 'spki', format: 'der' }))
}

/** Positive and 16 random bytes long (RFC 5280, 4.1.2.2). */
function newSerial(): string {
  const bytes = randomBytes(16)
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40
  return bytes.toString('hex')
}

/** Issues an X.509 v3 certificate (RFC 5280) over an ES256 key. */
export async function issueCertificate(wanted: WantedCertificate): Promise<IssuedCertificate> {
  const library = await x509()
  const { KeyUsageFlags: flag, ExtendedKeyUsage: extended } = library
  const authority = wanted.use === 'authority'
  const issuer = wanted.issuer.certificate === null ? null : new library.X509Certificate(wanted.issuer.certificate)
  const serial = newSerial()
  const subject = await nameOf(wanted.subject)
  const publicKey = new library.PublicKey(spkiOf(wanted.publicJwk))
  const purposes = { 'tls-client': extended.clientAuth, 'tls-server': extended.serverAuth } as const
  const certificate = await library.X509CertificateGenerator.create({
    serialNumber: serial,
    subject,
    issuer: issuer?.subjectName ?? subject,
    notBefore: wanted.from,
    notAfter: wanted.until,
    publicKey,
    signingKey: await importPrivate(wanted.issuer.privateJwk),
    signingAlgorithm: algorithm,
    extensions: [
      new library.BasicConstraintsExtension(authority, authority ? 1 : undefined, true),
      new library.KeyUsagesExtension(authority ? flag.keyCertSign | flag.cRLSign : flag.digitalSignature, true),
      await library.SubjectKeyIdentifierExtension.create(publicKey),
      await library.AuthorityKeyIdentifierExtension.create(issuer?.publicKey ?? publicKey),
      ...(wanted.use === 'tls-client' || wanted.use === 'tls-server'
        ? [new library.ExtendedKeyUsageExtension([purposes[wanted.use]])]
        : []),
      ...(wanted.hosts === undefined
        ? []
        : [
            new library.SubjectAlternativeNameExtension(
              wanted.hosts.map(value => ({
                type: /^[\d.:]+$/.test(value) ? ('ip' as const) : ('dns' as const),
                value,
              })),
            ),
          ]),
      ...(wanted.revocations === undefined ? [] : [new library.CRLDistributionPointsExtension([wanted.revocations])]),
    ],
  })
  return { pem: `${certificate.toString('pem')}\n`, serial }
}
