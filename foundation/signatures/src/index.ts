export type { SignatureKey } from './algorithms/signature-key.ts'
export type { CryptoModule, SignatureQuestion } from './algorithms/verify-value.ts'
export type { CertificateWanted } from './certificates/issue-certificate.ts'
export type { KeyJudgement } from './certificates/judge-key.ts'
export type { Certificate, NamePart } from './certificates/read-certificate.ts'
export type { PdfSigning } from './pdf/sign-pdf.ts'
export type { AnswerFault, RevocationAnswer } from './revocation/answer.ts'
export type { DeclaredAddresses, RevocationQuestion } from './revocation/questions.ts'
export type { TimestampLine } from './timestamps/speak-timestamps.ts'
export { TimestampFailed, type Timestamps } from './timestamps/timestamps.ts'
export type { Anchor, Judging, Revocations } from './validate/judge-signature.ts'
export type { AnySignature, ReadFile } from './validate/read-signatures.ts'
export type { ReportedCertificate, SignatureFault, SignatureLevel, SignatureReport } from './validate/report.ts'

/** Everything that reads and makes signatures. */
export type Signatures = typeof import('./signatures.ts')

let loaded: Promise<Signatures> | null = null

/** The library, loaded when it is first needed: most nodes and all screens never need it. */
export function signatures(): Promise<Signatures> {
  loaded ??= import('./signatures.ts')
  return loaded
}
