import * as asn1 from 'asn1js'
import {
  AlgorithmIdentifier,
  CertificateRevocationList,
  type IssuingDistributionPoint,
  RevokedCertificate,
  Time,
} from 'pkijs'
import { algorithmOf, type SignatureKey } from '../algorithms/signature-key.ts'
import { type CryptoModule, sameBytes, sha256, verifyValue } from '../algorithms/verify-value.ts'
import { bytesOf, type Certificate, derOf, readCertificate, serialOf } from '../certificates/read-certificate.ts'
import type { AnswerFault, RevocationAnswer } from './answer.ts'

const issuingPoint = '2.5.29.28'

function listOf(list: Uint8Array): CertificateRevocationList | null {
  try {
    const text = Buffer.from(list).toString('latin1')
    return CertificateRevocationList.fromBER(text.startsWith('-----BEGIN') ? derOf(text) : new Uint8Array(list))
  } catch {
    // Bytes that came from outside and are no list.
    return null
  }
}

/** Whether a list speaks of a kind of certificates in full: no part of them, no differences to an earlier list, no other authority's. */
function speaksOf(list: CertificateRevocationList, { isAuthority }: Certificate): boolean {
  return (list.crlExtensions?.extensions ?? []).every(({ critical, extnID, parsedValue }) => {
    if (!critical) return true
    if (extnID !== issuingPoint) return false
    const point = parsedValue as IssuingDistributionPoint
    const other = isAuthority ? point.onlyContainsUserCerts : point.onlyContainsCACerts
    return !other && !point.indirectCRL && !point.onlyContainsAttributeCerts && point.onlySomeReasons === undefined
  })
}

/** A list whose signature holds. */
interface OpenedList {
  readonly list: CertificateRevocationList
  /** When each serial number was revoked. */
  readonly revoked: ReadonlyMap<string, Date>
}

/** Lists are long and speak of many certificates: what was opened once, of the same bytes and issuer, is not opened again. */
const opened = new WeakMap<Uint8Array, Map<string, OpenedList | { readonly fault: AnswerFault }>>()

function open(
  bytes: Uint8Array,
  issuer: Certificate,
  modules: readonly CryptoModule[],
): OpenedList | { readonly fault: AnswerFault } {
  const list = listOf(bytes)
  if (list === null) return { fault: 'unreadable' }
  const mayList = issuer.uses === null || issuer.uses.revocationLists
  if (!mayList || !sameBytes(bytesOf(list.issuer.toSchema().toBER()), issuer.subjectName))
    return { fault: 'wrong-chain' }
  const algorithm = list.signatureAlgorithm.algorithmId
  const verdict = verifyValue(
    {
      algorithm,
      digest: algorithm,
      publicKey: issuer.publicKey,
      bytes: bytesOf(list.tbsView),
      value: bytesOf(list.signatureValue.valueBlock.valueHexView),
    },
    modules,
  )
  if (verdict === 'unsupported') return { fault: 'algorithm-unsupported' }
  if (verdict === 'weak') return { fault: 'digest-weak' }
  if (verdict !== 'holds') return { fault: 'wrong-chain' }
  const entries = (list.revokedCertificates ?? []).map(
    ({ userCertificate, revocationDate }) =>
      [serialOf(bytesOf(userCertificate.valueBlock.valueHexView)), revocationDate.value] as const,
  )
  return { list, revoked: new Map(entries) }
}

/** What a list of revoked certificates (RFC 5280, 5) says of a certificate of the authority that signed it. */
export function readRevocationList(
  bytes: Uint8Array,
  certificate: Certificate,
  issuer: Certificate,
  modules: readonly CryptoModule[] = [],
): RevocationAnswer | { readonly fault: AnswerFault } {
  const by = Buffer.from(sha256(issuer.der)).toString('hex')
  const known = opened.get(bytes) ?? new Map<string, OpenedList | { readonly fault: AnswerFault }>()
  const read = known.get(by) ?? open(bytes, issuer, modules)
  opened.set(bytes, known.set(by, read))
  if ('fault' in read) return read
  if (!speaksOf(read.list, certificate)) return { fault: 'wrong-chain' }
  const revokedAt = read.revoked.get(certificate.serial)
  return {
    by: 'list',
    status: revokedAt === undefined ? 'good' : 'revoked',
    revokedAt: revokedAt ?? null,
    from: read.list.thisUpdate.value,
    until: read.list.nextUpdate?.value ?? null,
  }
}

/** Writes a list of revoked certificates, DER. */
export async function writeRevocationList(
  issuer: SignatureKey,
  revoked: readonly { readonly serial: string; readonly at: Date }[],
  term: { readonly from: Date; readonly until: Date },
): Promise<Uint8Array<ArrayBuffer>> {
  const above = issuer.certificates[0] === undefined ? null : readCertificate(issuer.certificates[0])
  if (above === null) throw new Error('an authority has a certificate')
  const draft = new CertificateRevocationList({
    version: 1,
    issuer: above.parsed.subject,
    thisUpdate: new Time({ type: 0, value: term.from }),
    nextUpdate: new Time({ type: 0, value: term.until }),
    ...(revoked.length === 0
      ? {}
      : {
          revokedCertificates: revoked.map(
            ({ serial, at }) =>
              new RevokedCertificate({
                userCertificate: new asn1.Integer({
                  valueHex: new Uint8Array(
                    Buffer.from(serial.padStart(serial.length + (serial.length % 2), '0'), 'hex'),
                  ).buffer,
                }),
                revocationDate: new Time({ type: 0, value: at }),
              }),
          ),
        }),
  })
  draft.signature = new AlgorithmIdentifier({ algorithmId: algorithmOf(issuer) })
  draft.signatureAlgorithm = draft.signature
  const [unsigned] = draft.toSchema(true).valueBlock.value
  const bytes = bytesOf((unsigned as asn1.BaseBlock).toBER())
  draft.tbsView = bytes
  draft.signatureValue = new asn1.BitString({ valueHex: (await issuer.sign(bytes)).buffer })
  return bytesOf(draft.toSchema(false).toBER())
}
