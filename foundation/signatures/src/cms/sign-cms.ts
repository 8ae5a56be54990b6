import * as asn1 from 'asn1js'
import {
  AlgorithmIdentifier,
  Attribute,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  Certificate as Parsed,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs'
import { oid } from '../algorithms/object-identifiers.ts'
import { algorithmOf, type SignatureKey } from '../algorithms/signature-key.ts'
import { sha256 } from '../algorithms/verify-value.ts'
import { bytesOf, readCertificate } from '../certificates/read-certificate.ts'
import type { Timestamps } from '../timestamps/timestamps.ts'
import { parseCms } from './read-cms.ts'

/** How a CMS signature is made. */
export interface CmsWanted {
  /** Whether the content goes inside; beside it otherwise (detached, `.sig`). */
  readonly inside?: boolean
  /** Type of the content; data unless said. */
  readonly contentType?: string
  /** The time that the signer claims; left out in PDF, where the dictionary holds it (EN 319 142-1, 6.3). */
  readonly claimedAt?: Date
  /** Adds a time-stamp over the signature value (CAdES-T). */
  readonly timestamps?: Timestamps
}

/** Attributes of a signature in the order of their encodings: a SET OF in DER (X.690, 11.6). */
function sorted(attributes: readonly Attribute[]): Attribute[] {
  return [...attributes].sort((a, b) =>
    Buffer.compare(Buffer.from(a.toSchema().toBER()), Buffer.from(b.toSchema().toBER())),
  )
}

function signingCertificate(der: Uint8Array): Attribute {
  // ESSCertIDv2 with its default, SHA-256.
  const id = new asn1.Sequence({ value: [new asn1.OctetString({ valueHex: sha256(der).buffer })] })
  return new Attribute({
    type: oid.signingCertificateV2,
    values: [new asn1.Sequence({ value: [new asn1.Sequence({ value: [id] })] })],
  })
}

function signedAttributes(content: Uint8Array, der: Uint8Array, wanted: CmsWanted): Attribute[] {
  const type = wanted.contentType ?? oid.data
  return sorted([
    new Attribute({ type: oid.contentType, values: [new asn1.ObjectIdentifier({ value: type })] }),
    new Attribute({ type: oid.messageDigest, values: [new asn1.OctetString({ valueHex: sha256(content).buffer })] }),
    signingCertificate(der),
    ...(wanted.claimedAt === undefined
      ? []
      : [new Attribute({ type: oid.signingTime, values: [new asn1.UTCTime({ valueDate: wanted.claimedAt })] })]),
  ])
}

/**
 * Signs bytes: CAdES-BES, or CAdES-T with a time-stamp (ETSI EN 319 122-1, B-B and B-T), DER.
 * @throws Error when the key has no certificate.
 */
export async function signCms(
  content: Uint8Array,
  key: SignatureKey,
  wanted: CmsWanted = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const [first] = key.certificates
  const certificate = first === undefined ? null : readCertificate(first)
  if (certificate === null) throw new Error('a signature needs a certificate')
  const attributes = signedAttributes(content, certificate.der, wanted)
  const set = new asn1.Set({ value: attributes.map(one => one.toSchema()) })
  const value = await key.sign(new Uint8Array(set.toBER()))
  const digest = new AlgorithmIdentifier({ algorithmId: oid.sha256, algorithmParams: new asn1.Null() })
  const signer = new SignerInfo({
    version: 1,
    sid: new IssuerAndSerialNumber({
      issuer: certificate.parsed.issuer,
      serialNumber: certificate.parsed.serialNumber,
    }),
    digestAlgorithm: digest,
    signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes }),
    signatureAlgorithm: new AlgorithmIdentifier({ algorithmId: algorithmOf(key) }),
    signature: new asn1.OctetString({ valueHex: value.buffer }),
  })
  const type = wanted.contentType ?? oid.data
  const data = new SignedData({
    version: type === oid.data ? 1 : 3,
    digestAlgorithms: [digest],
    encapContentInfo: new EncapsulatedContentInfo({
      eContentType: type,
      ...(wanted.inside === true
        ? { eContent: new asn1.OctetString({ valueHex: new Uint8Array(content).buffer }) }
        : {}),
    }),
    certificates: key.certificates.map(der => Parsed.fromBER(new Uint8Array(der))),
    signerInfos: [signer],
  })
  if (wanted.timestamps !== undefined) addTo(signer, await wanted.timestamps.stamp(value))
  return encode(data)
}

function encode(data: SignedData): Uint8Array<ArrayBuffer> {
  const info = new ContentInfo({ contentType: oid.signedData, content: data.toSchema(true) })
  return bytesOf(info.toSchema().toBER())
}

function addTo(signer: SignerInfo, token: Uint8Array): void {
  const { result } = asn1.fromBER(new Uint8Array(token))
  const attributes = signer.unsignedAttrs?.attributes ?? []
  signer.unsignedAttrs = new SignedAndUnsignedAttributes({
    type: 1,
    attributes: [...attributes, new Attribute({ type: oid.signatureTimestamp, values: [result] })],
  })
}

/**
 * Adds a time-stamp to each signature of a CMS that has none: BES becomes T.
 * @throws Error when the bytes are no CMS.
 */
export async function addTimestamp(cms: Uint8Array, timestamps: Timestamps): Promise<Uint8Array<ArrayBuffer>> {
  const data = parseCms(cms)
  if (data === null) throw new Error('no CMS signature')
  for (const signer of data.signerInfos) {
    const stamped = signer.unsignedAttrs?.attributes.some(({ type }) => type === oid.signatureTimestamp) === true
    if (!stamped) addTo(signer, await timestamps.stamp(bytesOf(signer.signature.valueBlock.valueHexView)))
  }
  return encode(data)
}
