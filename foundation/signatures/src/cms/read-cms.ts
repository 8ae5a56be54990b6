import * as asn1 from 'asn1js'
import {
  type Attribute,
  ContentInfo,
  IssuerAndSerialNumber,
  Certificate as Parsed,
  SignedData,
  type SignerInfo,
} from 'pkijs'
import { oid } from '../algorithms/object-identifiers.ts'
import { type CryptoModule, hashOf, sameBytes, verifyValue } from '../algorithms/verify-value.ts'
import { bytesOf, type Certificate, derOf, describeCertificate, serialOf } from '../certificates/read-certificate.ts'

/** Why the bytes of a signature do not hold, whoever signed. */
export type ValueFault =
  | 'content-changed'
  | 'signature-broken'
  | 'attributes-missing'
  | 'digest-weak'
  | 'algorithm-unsupported'
  | 'certificate-missing'
  | 'certificate-swapped'

/** One signature as it was read and computed; whether its certificate is trusted is not asked yet. */
export interface ReadSignature {
  readonly fault: ValueFault | null
  readonly certificate: Certificate | null
  /** All certificates that came along. */
  readonly candidates: readonly Certificate[]
  /** What the signer says of the time; proves nothing. */
  readonly claimedAt: Date | null
  /** DER of time-stamps over the signature value. */
  readonly timestamps: readonly Uint8Array[]
  /** What a time-stamp of the signature covers. */
  readonly stamped: Uint8Array
  /** Whether the signed attributes name the certificate (what makes a CMS signature a CAdES one). */
  readonly namesCertificate: boolean
  /** Object identifier or URI of the algorithm. */
  readonly algorithm: string
}

/** CMS as it was read. */
export interface ReadCms {
  readonly signatures: readonly ReadSignature[]
  /** The content inside; null where it is beside the signature. */
  readonly content: Uint8Array | null
  readonly contentType: string
  readonly parsed: SignedData
}

/** More signatures than this no file has in earnest; each costs work. */
export const mostSignatures = 50

/** Takes PEM, base64 and DER. */
function binaryOf(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  if (bytes[0] === 0x30) return new Uint8Array(bytes)
  return derOf(Buffer.from(bytes).toString('latin1'))
}

/** The structure of a CMS signature (RFC 5652, 5); null when the bytes are none. */
export function parseCms(bytes: Uint8Array): SignedData | null {
  try {
    const info = ContentInfo.fromBER(binaryOf(bytes))
    return info.contentType === oid.signedData ? new SignedData({ schema: info.content }) : null
  } catch {
    // Bytes that came from outside and are no CMS.
    return null
  }
}

function contentOf(parsed: SignedData): Uint8Array | null {
  const inside = parsed.encapContentInfo.eContent
  return inside === undefined ? null : bytesOf(inside.getValue())
}

function certificatesOf(parsed: SignedData): Certificate[] {
  return (parsed.certificates ?? []).flatMap(one => (one instanceof Parsed ? [describeCertificate(one)] : []))
}

function findSigner(sid: SignerInfo['sid'], certificates: readonly Certificate[]): Certificate | null {
  if (sid instanceof IssuerAndSerialNumber) {
    const name = bytesOf(sid.issuer.toSchema().toBER())
    const serial = serialOf(bytesOf(sid.serialNumber.valueBlock.valueHexView))
    return certificates.find(one => one.serial === serial && sameBytes(one.issuerName, name)) ?? null
  }
  const id = bytesOf((sid as asn1.OctetString).valueBlock.valueHexView)
  return (
    certificates.find(({ parsed }) => {
      const found = parsed.extensions?.find(({ extnID }) => extnID === oid.subjectKey)?.parsedValue as
        | asn1.OctetString
        | undefined
      return found !== undefined && sameBytes(bytesOf(found.valueBlock.valueHexView), id)
    }) ?? null
  )
}

/** The one value of an attribute; undefined when it is missing, stands twice or has several values (RFC 5652, 11). */
function oneValue(attributes: readonly Attribute[], type: string): unknown {
  const found = attributes.filter(one => one.type === type)
  const [only] = found
  return found.length === 1 && only?.values.length === 1 ? only.values[0] : undefined
}

/** Whether the signed attributes name this certificate, another one, or none (RFC 5035). */
function namedCertificate(attributes: readonly Attribute[], certificate: Certificate): 'same' | 'other' | 'none' {
  const second = oneValue(attributes, oid.signingCertificateV2)
  const first = oneValue(attributes, oid.signingCertificate)
  const value = (second ?? first) as asn1.Sequence | undefined
  if (value === undefined) return 'none'
  const list = value.valueBlock.value[0] as asn1.Sequence | undefined
  const entry = (list?.valueBlock.value[0] as asn1.Sequence | undefined)?.valueBlock.value ?? []
  const hash = entry.find(part => part instanceof asn1.OctetString)
  const named = entry[0] instanceof asn1.Sequence && second !== undefined ? entry[0].valueBlock.value[0] : undefined
  const digest =
    named instanceof asn1.ObjectIdentifier
      ? named.valueBlock.toString()
      : second === undefined
        ? '1.3.14.3.2.26'
        : oid.sha256
  const own = hashOf(digest, certificate.der)
  const same = own !== null && hash !== undefined && sameBytes(own.value, bytesOf(hash.valueBlock.valueHexView))
  return same ? 'same' : 'other'
}

function readSigner(
  signer: SignerInfo,
  candidates: readonly Certificate[],
  content: Uint8Array,
  contentType: string,
  modules: readonly CryptoModule[],
): ReadSignature {
  const certificate = findSigner(signer.sid, candidates)
  const attributes = signer.signedAttrs?.attributes ?? []
  const digest = signer.digestAlgorithm.algorithmId
  const time = oneValue(attributes, oid.signingTime) as asn1.UTCTime | undefined
  const value = bytesOf(signer.signature.valueBlock.valueHexView)
  const named = certificate === null ? 'none' : namedCertificate(attributes, certificate)
  const read = {
    certificate,
    candidates,
    claimedAt: typeof time?.toDate === 'function' ? time.toDate() : null,
    timestamps: (signer.unsignedAttrs?.attributes ?? [])
      .filter(({ type }) => type === oid.signatureTimestamp)
      .flatMap(({ values }) => (values as asn1.BaseBlock[]).map(token => bytesOf(token.toBER()))),
    stamped: value,
    namesCertificate: named === 'same',
    algorithm: signer.signatureAlgorithm.algorithmId,
  }
  return { ...read, fault: faultOf() }

  function faultOf(): ValueFault | null {
    const computed = hashOf(digest, content, modules)
    if (computed === null) return 'algorithm-unsupported'
    const encoded = signer.signedAttrs?.encodedValue
    const type = oneValue(attributes, oid.contentType) as asn1.ObjectIdentifier | undefined
    const told = oneValue(attributes, oid.messageDigest) as asn1.OctetString | undefined
    // Without signed attributes the attributes of another signature could be passed off as content: never taken.
    if (encoded === undefined || told === undefined || type?.valueBlock.toString() !== contentType)
      return 'attributes-missing'
    if (!sameBytes(computed.value, bytesOf(told.valueBlock.valueHexView))) return 'content-changed'
    if (certificate === null) return 'certificate-missing'
    if (named === 'other') return 'certificate-swapped'
    const verdict = verifyValue(
      { algorithm: read.algorithm, digest, publicKey: certificate.publicKey, bytes: bytesOf(encoded), value },
      modules,
    )
    if (verdict === 'unsupported') return 'algorithm-unsupported'
    if (verdict === 'broken') return 'signature-broken'
    return verdict === 'weak' || computed.weak ? 'digest-weak' : null
  }
}

/**
 * Reads a CMS signature (RFC 5652; CAdES, ETSI EN 319 122-1) and computes each of its values.
 * @param detached what was signed, where it is not inside. What is inside counts alone: bytes beside it must be the same.
 * @returns null when the bytes are no CMS signature.
 */
export function readCms(
  bytes: Uint8Array,
  detached: Uint8Array | null,
  modules: readonly CryptoModule[] = [],
): ReadCms | null {
  const parsed = parseCms(bytes)
  if (parsed === null || parsed.signerInfos.length > mostSignatures) return null
  const inside = contentOf(parsed)
  const contentType = parsed.encapContentInfo.eContentType
  const candidates = certificatesOf(parsed)
  const content = inside ?? detached
  const mixed = inside !== null && detached !== null && !sameBytes(inside, detached)
  const signatures = parsed.signerInfos.map(signer => {
    const read = readSigner(signer, candidates, content ?? new Uint8Array(), contentType, modules)
    return mixed || content === null ? { ...read, fault: 'content-changed' as const } : read
  })
  return { signatures, content: inside, contentType, parsed }
}
