import type { NamePart, SignatureReport } from '@tereze/foundation-signatures'
import type { CertifiedName, CheckedSignature } from '../contract/index.ts'
import { numbersOf, rolesOf, type SignatureProfile } from './signature-profiles.ts'

const part = (name: readonly NamePart[], type: string): string =>
  name.find(one => one.type === type)?.value.trim() ?? ''

/** Whom a name of a certificate means: given name and surname, else common name, else organisation (RFC 5280, 4.1.2.4). */
export function nameOf(name: readonly NamePart[]): CertifiedName {
  const person = [part(name, '2.5.4.4'), part(name, '2.5.4.42')].filter(word => word !== '').join(' ')
  const organisation = part(name, '2.5.4.10')
  const common = part(name, '2.5.4.3')
  // A certificate of an organisation has its name in CN and the person's name beside it.
  const shown = person === '' || common.includes(part(name, '2.5.4.4')) ? common || person : person
  return { name: shown || organisation || '—', organisation: organisation === '' ? null : organisation }
}

const instant = (at: Date | null) => at?.toISOString() ?? null

/** A report in the words of the jurisdictions' profiles. */
export function describeSignature(report: SignatureReport, profiles: readonly SignatureProfile[]): CheckedSignature {
  const { signer, chain, revocation, ...rest } = report
  return {
    format: rest.format,
    verdict: rest.verdict,
    fault: rest.fault,
    level: rest.level,
    signer: signer === null ? null : nameOf(signer.subject),
    numbers: signer === null ? [] : numbersOf(signer.subject, profiles),
    roles: signer === null ? [] : rolesOf(signer.purposes, profiles),
    authority: signer === null ? null : nameOf(signer.issuer),
    certificate:
      signer === null
        ? null
        : {
            serial: signer.serial,
            from: signer.from.toISOString(),
            until: signer.until.toISOString(),
            fingerprint: signer.fingerprint,
          },
    chain: chain.map(({ subject }) => nameOf(subject)),
    claimedAt: instant(rest.claimedAt),
    provenAt: instant(rest.provenAt),
    revocation: { ...revocation, from: instant(revocation.from), revokedAt: instant(revocation.revokedAt) },
    covers: rest.covers,
    isTimestamp: rest.isTimestamp,
    namesCertificate: rest.namesCertificate,
    algorithm: rest.algorithm,
  }
}
