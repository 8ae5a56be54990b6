import { createHash } from 'node:crypto'
import * as asn1 from 'asn1js'
import {
  AlgorithmIdentifier,
  BasicOCSPResponse,
  CertID,
  OCSPRequest,
  OCSPResponse,
  Certificate as Parsed,
  PublicKeyInfo,
  Request,
  ResponseBytes,
  ResponseData,
  SingleResponse,
} from 'pkijs'
import { oid } from '../algorithms/object-identifiers.ts'
import { algorithmOf, type SignatureKey } from '../algorithms/signature-key.ts'
import { type CryptoModule, hashOf, sameBytes, verifyValue } from '../algorithms/verify-value.ts'
import { isSignedBy } from '../certificates/build-chain.ts'
import {
  bytesOf,
  type Certificate,
  describeCertificate,
  readCertificate,
  serialOf,
} from '../certificates/read-certificate.ts'
import type { AnswerFault, RevocationAnswer } from './answer.ts'

const sha1 = '1.3.14.3.2.26'

function keyBits(certificate: Certificate): Uint8Array {
  return bytesOf(PublicKeyInfo.fromBER(certificate.publicKey).subjectPublicKey.valueBlock.valueHexView)
}

/** Names a certificate as OCSP does: SHA-1 here names, and protects nothing (RFC 6960, 4.1.1; what all responders know). */
function certIdOf(certificate: Certificate, issuer: Certificate): CertID {
  const hash = (bytes: Uint8Array) =>
    new asn1.OctetString({ valueHex: new Uint8Array(createHash('sha1').update(bytes).digest()).buffer })
  return new CertID({
    hashAlgorithm: new AlgorithmIdentifier({ algorithmId: sha1, algorithmParams: new asn1.Null() }),
    issuerNameHash: hash(issuer.subjectName),
    issuerKeyHash: hash(keyBits(issuer)),
    serialNumber: certificate.parsed.serialNumber,
  })
}

/** Asks whether a certificate is revoked (RFC 6960), DER. */
export function writeOcspRequest(certificate: Certificate, issuer: Certificate): Uint8Array<ArrayBuffer> {
  const request = new OCSPRequest()
  request.tbsRequest.requestList = [new Request({ reqCert: certIdOf(certificate, issuer) })]
  return bytesOf(request.toSchema(true).toBER())
}

/** The serial number that a request asks of; null when it is none, or asks of several. */
export function readOcspRequest(request: Uint8Array): { readonly serial: string; readonly id: CertID } | null {
  try {
    const [first, ...others] = OCSPRequest.fromBER(new Uint8Array(request)).tbsRequest.requestList
    if (first === undefined || others.length > 0) return null
    return { serial: serialOf(bytesOf(first.reqCert.serialNumber.valueBlock.valueHexView)), id: first.reqCert }
  } catch {
    // Bytes that came from outside and are no request.
    return null
  }
}

function basicOf(answer: Uint8Array): BasicOCSPResponse | null | 'not-answered' {
  try {
    const response = OCSPResponse.fromBER(new Uint8Array(answer))
    if (response.responseStatus.valueBlock.valueDec !== 0) return 'not-answered'
    const bytes = response.responseBytes
    if (bytes === undefined || bytes.responseType !== oid.ocspBasic) return null
    return BasicOCSPResponse.fromBER(bytesOf(bytes.response.valueBlock.valueHexView))
  } catch {
    // Bytes that came from outside and are no answer.
    return null
  }
}

function isAbout(id: CertID, certificate: Certificate, issuer: Certificate): boolean {
  const name = hashOf(id.hashAlgorithm.algorithmId, issuer.subjectName)
  const key = hashOf(id.hashAlgorithm.algorithmId, keyBits(issuer))
  return (
    serialOf(bytesOf(id.serialNumber.valueBlock.valueHexView)) === certificate.serial &&
    name !== null &&
    key !== null &&
    sameBytes(name.value, bytesOf(id.issuerNameHash.valueBlock.valueHexView)) &&
    sameBytes(key.value, bytesOf(id.issuerKeyHash.valueBlock.valueHexView))
  )
}

/** Who may answer: the authority itself, or whom it certified for answering (RFC 6960, 4.2.2.2). */
function respondersOf(basic: BasicOCSPResponse, issuer: Certificate, modules: readonly CryptoModule[]): Certificate[] {
  const at = basic.tbsResponseData.producedAt
  const delegated = (basic.certs ?? [])
    .map(parsed => describeCertificate(parsed))
    .filter(
      one =>
        one.purposes?.includes(oid.forOcsp) === true &&
        sameBytes(one.issuerName, issuer.subjectName) &&
        one.from <= at &&
        at <= one.until &&
        isSignedBy(one, issuer, modules) === 'holds',
    )
  return [issuer, ...delegated]
}

const faultOf = { unsupported: 'algorithm-unsupported', weak: 'digest-weak', broken: 'wrong-chain' } as const

/** What an OCSP answer says of a certificate. */
export function readOcspAnswer(
  answer: Uint8Array,
  certificate: Certificate,
  issuer: Certificate,
  modules: readonly CryptoModule[] = [],
): RevocationAnswer | { readonly fault: AnswerFault } {
  const basic = basicOf(answer)
  if (basic === 'not-answered') return { fault: 'not-answered' }
  if (basic === null) return { fault: 'unreadable' }
  const algorithm = basic.signatureAlgorithm.algorithmId
  const verdicts = respondersOf(basic, issuer, modules).map(responder =>
    verifyValue(
      {
        algorithm,
        digest: algorithm,
        publicKey: responder.publicKey,
        bytes: bytesOf(basic.tbsResponseData.tbsView),
        value: bytesOf(basic.signature.valueBlock.valueHexView),
      },
      modules,
    ),
  )
  if (!verdicts.includes('holds'))
    return { fault: faultOf[(verdicts.find(one => one !== 'broken') ?? 'broken') as keyof typeof faultOf] }
  const single = basic.tbsResponseData.responses.find(({ certID }) => isAbout(certID, certificate, issuer))
  // CertStatus: [0] good, [1] revoked with its time, [2] unknown (RFC 6960, 4.2.1).
  const status = single?.certStatus as asn1.Constructed | undefined
  const tag = status?.idBlock.tagNumber
  if (single === undefined || status === undefined || tag === 2) return { fault: 'not-answered' }
  const time = tag === 1 ? (status.valueBlock.value[0] as asn1.GeneralizedTime | undefined)?.toDate() : undefined
  return {
    by: 'ocsp',
    status: tag === 0 ? 'good' : 'revoked',
    revokedAt: time ?? null,
    from: single.thisUpdate,
    until: single.nextUpdate ?? null,
  }
}

function statusBlock(revokedAt: Date | null): asn1.Primitive | asn1.Constructed {
  return revokedAt === null
    ? new asn1.Primitive({ idBlock: { tagClass: 3, tagNumber: 0 } })
    : new asn1.Constructed({
        idBlock: { tagClass: 3, tagNumber: 1 },
        value: [new asn1.GeneralizedTime({ valueDate: revokedAt })],
      })
}

/** Answers for certificates of an authority (RFC 6960), DER. */
export async function writeOcspAnswer(
  responder: SignatureKey,
  said: { readonly id: CertID; readonly revokedAt: Date | null; readonly from: Date; readonly until: Date },
): Promise<Uint8Array<ArrayBuffer>> {
  const own = responder.certificates[0] === undefined ? null : readCertificate(responder.certificates[0])
  if (own === null) throw new Error('a responder has a certificate')
  const data = new ResponseData({
    responderID: own.parsed.subject,
    producedAt: said.from,
    responses: [
      new SingleResponse({
        certID: said.id,
        certStatus: statusBlock(said.revokedAt),
        thisUpdate: said.from,
        nextUpdate: said.until,
      }),
    ],
  })
  const bytes = bytesOf(data.toSchema(true).toBER())
  const basic = new BasicOCSPResponse({
    tbsResponseData: ResponseData.fromBER(bytes),
    signatureAlgorithm: new AlgorithmIdentifier({ algorithmId: algorithmOf(responder) }),
    signature: new asn1.BitString({ valueHex: (await responder.sign(bytes)).buffer }),
    certs: responder.certificates.map(der => Parsed.fromBER(new Uint8Array(der))),
  })
  const response = new OCSPResponse({
    responseStatus: new asn1.Enumerated({ value: 0 }),
    responseBytes: new ResponseBytes({
      responseType: oid.ocspBasic,
      response: new asn1.OctetString({ valueHex: basic.toSchema().toBER() }),
    }),
  })
  return bytesOf(response.toSchema().toBER())
}

/** Says of a certificate that it is, or is not, revoked; for an authority that keeps both. */
export function ocspNameOf(certificate: Certificate, issuer: Certificate): CertID {
  return certIdOf(certificate, issuer)
}
