import { oid } from '../algorithms/object-identifiers.ts'
import { type CryptoModule, hashOf, sameBytes, sha256 } from '../algorithms/verify-value.ts'
import { buildChain } from '../certificates/build-chain.ts'
import type { Certificate } from '../certificates/read-certificate.ts'
import { readCms } from '../cms/read-cms.ts'
import { decideRevocation, type RevocationAnswer } from '../revocation/answer.ts'
import { readTimestampInfo } from '../timestamps/speak-timestamps.ts'
import type { AnySignature } from './read-signatures.ts'
import {
  type ReportedCertificate,
  type SignatureFault,
  type SignatureLevel,
  type SignatureReport,
  verdictOf,
} from './report.ts'

/** Somebody who is trusted. */
export interface Anchor {
  readonly certificate: Certificate
  /** What its certificates are worth at most. */
  readonly level: SignatureLevel
  /** Policies and statements by which a qualified certificate of it is known; any of them. All of its certificates where none is given. */
  readonly qualifiedBy: readonly string[]
  /** Since when nobody trusts it any more: what is proven to be older stays as it was. Absent or null: it is trusted. */
  readonly withdrawnAt?: Date | null
}

/** Gives what is known of a certificate's revocation; asks outside where it has to. */
export type Revocations = (certificate: Certificate, issuer: Certificate) => Promise<readonly RevocationAnswer[]>

/** What a signature is judged by. */
export interface Judging {
  readonly anchors: readonly Anchor[]
  readonly now: Date
  readonly revocations: Revocations
  readonly modules?: readonly CryptoModule[]
}

const unknown: SignatureReport['revocation'] = { status: 'unknown', by: null, from: null, revokedAt: null }

function reported(certificate: Certificate): ReportedCertificate {
  const { subject, issuer, serial, from, until, purposes, der } = certificate
  return { subject, issuer, serial, from, until, purposes, fingerprint: Buffer.from(sha256(der)).toString('hex') }
}

async function revocationOf(path: readonly Certificate[], at: Date, revocations: Revocations) {
  let own = unknown
  let worst: 'certificate-revoked' | 'revocation-unknown' | null = null
  for (const [index, certificate] of path.slice(0, -1).entries()) {
    const issuer = path[index + 1]
    if (issuer === undefined) continue
    const { status, answer } = decideRevocation(await revocations(certificate, issuer), at)
    if (index === 0)
      own = { status, by: answer?.by ?? null, from: answer?.from ?? null, revokedAt: answer?.revokedAt ?? null }
    if (status === 'revoked') worst = 'certificate-revoked'
    else if (status === 'unknown') worst ??= 'revocation-unknown'
  }
  return { own, worst }
}

/** The moment that a trusted time-stamp proves for a signature value; null without one. */
async function provenTime(signature: AnySignature, judging: Judging): Promise<Date | null> {
  const times: Date[] = []
  for (const token of signature.timestamps) {
    const cms = readCms(token, null, judging.modules)
    const info = cms?.content == null ? null : readTimestampInfo(cms.content)
    const [stamp] = cms?.signatures ?? []
    if (info === null || stamp === undefined || stamp.fault !== null || stamp.certificate === null) continue
    const own = hashOf(info.digest, signature.stamped, judging.modules)
    if (own === null || own.weak || !sameBytes(own.value, info.hash) || cms?.contentType !== oid.timestampInfo) continue
    if (await isTrustedClock(stamp.certificate, stamp.candidates, info.at, judging)) times.push(info.at)
  }
  return times.sort((a, b) => a.getTime() - b.getTime())[0] ?? null
}

/** Certificates of those who were trusted at a moment. */
function anchorsAt({ anchors }: Judging, at: Date): Certificate[] {
  return anchors.flatMap(({ certificate, withdrawnAt }) =>
    withdrawnAt == null || at < withdrawnAt ? [certificate] : [],
  )
}

async function isTrustedClock(
  certificate: Certificate,
  candidates: readonly Certificate[],
  at: Date,
  judging: Judging,
) {
  if (certificate.purposes?.includes(oid.forTimestamps) !== true) return false
  const chain = buildChain(certificate, candidates, anchorsAt(judging, at), at, judging.modules)
  if (!('path' in chain) || at > judging.now) return false
  // A clock whose key was taken proves nothing; one of which nothing is known is believed, as its stamp is younger than its certificate.
  return (await revocationOf(chain.path, at, judging.revocations)).worst !== 'certificate-revoked'
}

function maySign(certificate: Certificate, isTimestamp: boolean): boolean {
  if (isTimestamp) return certificate.purposes?.includes(oid.forTimestamps) === true
  const { uses } = certificate
  return !certificate.isAuthority && (uses === null || uses.digitalSignature || uses.contentCommitment)
}

function levelOf(path: readonly Certificate[], anchors: readonly Anchor[]): SignatureLevel | null {
  const [leaf, top] = [path[0], path.at(-1)]
  const anchor = anchors.find(one => top !== undefined && sameBytes(one.certificate.der, top.der))
  if (anchor === undefined || leaf === undefined) return null
  const marks = [...leaf.policies, ...leaf.statements]
  const marked = anchor.qualifiedBy.length === 0 || anchor.qualifiedBy.some(mark => marks.includes(mark))
  return anchor.level === 'qualified' && marked ? 'qualified' : 'advanced'
}

/** Judges one signature: value, chain, revocation and time (ETSI EN 319 102-1, basic and with time). */
export async function judgeSignature(signature: AnySignature, judging: Judging): Promise<SignatureReport> {
  const { certificate, candidates, fault, isTimestamp } = signature
  const provenAt = isTimestamp ? null : await provenTime(signature, judging)
  const at = provenAt ?? (isTimestamp ? (signature.claimedAt ?? judging.now) : judging.now)
  const chain =
    certificate === null ? null : buildChain(certificate, candidates, anchorsAt(judging, at), at, judging.modules)
  const path = chain !== null && 'path' in chain ? chain.path : []
  const { own, worst } = await revocationOf(path, at, judging.revocations)
  const usable = certificate === null || maySign(certificate, isTimestamp)
  const found: SignatureFault | null =
    fault ??
    (usable ? null : 'certificate-unusable') ??
    (chain !== null && 'fault' in chain ? chain.fault : null) ??
    worst
  return {
    format: signature.format,
    verdict: verdictOf(found),
    fault: found,
    level: levelOf(path, judging.anchors),
    signer: certificate === null ? null : reported(certificate),
    chain: path.map(reported),
    claimedAt: signature.claimedAt,
    provenAt,
    revocation: path.length === 1 ? { ...unknown, status: 'good' } : own,
    covers: signature.covers,
    length: signature.length,
    namesCertificate: signature.namesCertificate,
    isTimestamp,
    algorithm: signature.algorithm,
  }
}
