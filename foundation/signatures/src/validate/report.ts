import type { ChainFault } from '../certificates/build-chain.ts'
import type { NamePart } from '../certificates/read-certificate.ts'
import type { ValueFault } from '../cms/read-cms.ts'

/** How much a signature is worth by law: that of an authority's certificate, or of an accredited authority's. */
export type SignatureLevel = 'advanced' | 'qualified'

/** Why a signature is not valid, or why that cannot be said. */
export type SignatureFault =
  | ValueFault
  | ChainFault
  | 'form-wrong'
  | 'ids-doubled'
  | 'covers-part'
  | 'certificate-revoked'
  | 'revocation-unknown'

/** A certificate as a report shows it. */
export interface ReportedCertificate {
  readonly subject: readonly NamePart[]
  readonly issuer: readonly NamePart[]
  readonly serial: string
  readonly from: Date
  readonly until: Date
  /** Extended purposes, as object identifiers. */
  readonly purposes: readonly string[] | null
  /** SHA-256 of its DER, hexadecimal. */
  readonly fingerprint: string
}

/** What was found about one signature. */
export interface SignatureReport {
  readonly format: 'cms' | 'pdf' | 'xml' | 'jws'
  /** TOTAL-PASSED, TOTAL-FAILED, INDETERMINATE (ETSI EN 319 102-1, 5.1.3). */
  readonly verdict: 'valid' | 'invalid' | 'indeterminate'
  readonly fault: SignatureFault | null
  /** Null where the certificate leads to nobody who is trusted. */
  readonly level: SignatureLevel | null
  readonly signer: ReportedCertificate | null
  /** From the signer's certificate up to the trusted one. */
  readonly chain: readonly ReportedCertificate[]
  /** What the signer says of the time. */
  readonly claimedAt: Date | null
  /** The time that a trusted time-stamp proves. */
  readonly provenAt: Date | null
  readonly revocation: {
    readonly status: 'good' | 'revoked' | 'unknown'
    readonly by: 'ocsp' | 'list' | null
    readonly from: Date | null
    readonly revokedAt: Date | null
  }
  /** Whether the whole file is signed, or it was added to afterwards. */
  readonly covers: 'whole' | 'earlier-version' | 'part'
  /** Bytes of the file that are signed; null where that is not a beginning of the file. */
  readonly length: number | null
  /** Whether what is signed names the certificate: CAdES, XAdES, JAdES, PAdES. */
  readonly namesCertificate: boolean
  readonly isTimestamp: boolean
  readonly algorithm: string
}

/** What failed for good; everything else is not known, or not known yet. */
const failed: readonly SignatureFault[] = [
  'content-changed',
  'signature-broken',
  'attributes-missing',
  'certificate-swapped',
  'form-wrong',
  'ids-doubled',
  'certificate-revoked',
]

/** The verdict on a signature with this fault. */
export function verdictOf(fault: SignatureFault | null): SignatureReport['verdict'] {
  if (fault === null) return 'valid'
  return failed.includes(fault) ? 'invalid' : 'indeterminate'
}
