import { randomBytes } from 'node:crypto'
import * as asn1 from 'asn1js'
import {
  AccessDescription,
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  AuthorityKeyIdentifier,
  BasicConstraints,
  CertificatePolicies,
  CRLDistributionPoints,
  DistributionPoint,
  Certificate as Draft,
  Extension,
  ExtKeyUsage,
  GeneralName,
  InfoAccess,
  PolicyInformation,
  PublicKeyInfo,
  RelativeDistinguishedNames,
  Time,
} from 'pkijs'
import { oid } from '../algorithms/object-identifiers.ts'
import { algorithmOf, type SignatureKey } from '../algorithms/signature-key.ts'
import { sha256 } from '../algorithms/verify-value.ts'
import { bytesOf, type NamePart, readCertificate } from './read-certificate.ts'

/** What is certified. */
export interface CertificateWanted {
  readonly subject: readonly NamePart[]
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array
  /** Who certifies. Where it has no certificate yet, it certifies itself. */
  readonly issuer: SignatureKey
  readonly use: 'authority' | 'signing' | 'timestamps' | 'ocsp'
  readonly from: Date
  readonly until: Date
  readonly ocsp?: string
  readonly revocationLists?: string
  readonly policies?: readonly string[]
}

function nameOf(parts: readonly NamePart[]): RelativeDistinguishedNames {
  return new RelativeDistinguishedNames({
    typesAndValues: parts.map(
      ({ type, value }) => new AttributeTypeAndValue({ type, value: new asn1.Utf8String({ value }) }),
    ),
  })
}

/** The first 20 bytes of the SHA-256 of the key (RFC 7093, 2, method 1). */
function keyIdOf(publicKey: Uint8Array): Uint8Array<ArrayBuffer> {
  const bits = PublicKeyInfo.fromBER(new Uint8Array(publicKey)).subjectPublicKey.valueBlock.valueHexView
  return sha256(bits).slice(0, 20)
}

function extensionOf(extnID: string, critical: boolean, value: ArrayBuffer): Extension {
  return new Extension({ extnID, critical, extnValue: value })
}

function usesOf(use: CertificateWanted['use']): number {
  // digitalSignature and contentCommitment of persons; keyCertSign and cRLSign of authorities.
  return use === 'authority' ? 0x06 : use === 'signing' ? 0xc0 : 0x80
}

const urlName = (value: string) => new GeneralName({ type: 6, value })

function extensionsOf(wanted: CertificateWanted, authorityKey: Uint8Array<ArrayBuffer>): Extension[] {
  const { use } = wanted
  const purposes = { timestamps: oid.forTimestamps, ocsp: oid.forOcsp } as const
  const constraints = new BasicConstraints({
    cA: use === 'authority',
    ...(use === 'authority' ? { pathLenConstraint: 1 } : {}),
  })
  const uses = new asn1.BitString({
    valueHex: new Uint8Array([usesOf(use)]).buffer,
    unusedBits: use === 'authority' ? 1 : use === 'signing' ? 6 : 7,
  })
  return [
    extensionOf(oid.basicConstraints, true, constraints.toSchema().toBER()),
    extensionOf(oid.keyUsage, true, uses.toBER()),
    extensionOf(oid.subjectKey, false, new asn1.OctetString({ valueHex: keyIdOf(wanted.publicKey) }).toBER()),
    extensionOf(
      oid.authorityKey,
      false,
      new AuthorityKeyIdentifier({ keyIdentifier: new asn1.OctetString({ valueHex: authorityKey }) })
        .toSchema()
        .toBER(),
    ),
    ...(use === 'timestamps' || use === 'ocsp'
      ? [extensionOf(oid.extendedKeyUsage, true, new ExtKeyUsage({ keyPurposes: [purposes[use]] }).toSchema().toBER())]
      : []),
    ...(use === 'ocsp' ? [extensionOf(oid.ocspNoCheck, false, new asn1.Null().toBER())] : []),
    ...(wanted.policies === undefined
      ? []
      : [
          extensionOf(
            oid.policies,
            false,
            new CertificatePolicies({
              certificatePolicies: wanted.policies.map(policyIdentifier => new PolicyInformation({ policyIdentifier })),
            })
              .toSchema()
              .toBER(),
          ),
        ]),
    ...(wanted.ocsp === undefined
      ? []
      : [
          extensionOf(
            oid.authorityAccess,
            false,
            new InfoAccess({
              accessDescriptions: [
                new AccessDescription({ accessMethod: oid.ocsp, accessLocation: urlName(wanted.ocsp) }),
              ],
            })
              .toSchema()
              .toBER(),
          ),
        ]),
    ...(wanted.revocationLists === undefined
      ? []
      : [
          extensionOf(
            oid.revocationLists,
            false,
            new CRLDistributionPoints({
              distributionPoints: [new DistributionPoint({ distributionPoint: [urlName(wanted.revocationLists)] })],
            })
              .toSchema()
              .toBER(),
          ),
        ]),
  ]
}

/** Issues a certificate (RFC 5280), DER. Its serial number is random and positive. */
export async function issue(wanted: CertificateWanted): Promise<Uint8Array<ArrayBuffer>> {
  const [above] = wanted.issuer.certificates
  const issuer = above === undefined ? null : readCertificate(above)
  const serial = new Uint8Array(randomBytes(16))
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40
  const draft = new Draft({
    version: 2,
    serialNumber: new asn1.Integer({ valueHex: serial.buffer }),
    issuer: issuer?.parsed.subject ?? nameOf(wanted.subject),
    subject: nameOf(wanted.subject),
    notBefore: new Time({ type: 0, value: wanted.from }),
    notAfter: new Time({ type: 0, value: wanted.until }),
    subjectPublicKeyInfo: PublicKeyInfo.fromBER(new Uint8Array(wanted.publicKey)),
    extensions: extensionsOf(wanted, keyIdOf(issuer?.publicKey ?? wanted.publicKey)),
  })
  draft.signature = new AlgorithmIdentifier({ algorithmId: algorithmOf(wanted.issuer) })
  draft.signatureAlgorithm = draft.signature
  const bytes = bytesOf(draft.encodeTBS().toBER())
  draft.tbsView = bytes
  draft.signatureValue = new asn1.BitString({ valueHex: (await wanted.issuer.sign(bytes)).buffer })
  return bytesOf(draft.toSchema(false).toBER())
}
