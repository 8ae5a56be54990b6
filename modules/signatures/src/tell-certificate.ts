import type { Certificate, NamePart, Signatures } from '@tereze/foundation-signatures'
import type { AuthorityShown } from './contract/index.ts'

const nameOf = (parts: readonly NamePart[]) => parts.map(({ value }) => value).join(', ')

/** What a certificate says of itself, for people. */
export function tellCertificate({ sha256 }: Pick<Signatures, 'sha256'>, certificate: Certificate): AuthorityShown {
  const { serial, subject, issuer, from, until, der } = certificate
  return {
    serial,
    holder: nameOf(subject),
    authority: nameOf(issuer),
    from: from.toISOString(),
    until: until.toISOString(),
    fingerprint: Buffer.from(sha256(der)).toString('hex'),
  }
}

/** Whether a certificate is a clock's (RFC 3161, 2.3), and no seal's. */
export function isClock({ purposes }: Certificate): boolean {
  return purposes?.includes('1.3.6.1.5.5.7.3.8') === true
}
