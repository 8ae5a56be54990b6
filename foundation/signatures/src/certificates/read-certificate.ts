import type * as asn1 from 'asn1js'
import {
  type BasicConstraints,
  type CertificatePolicies,
  type CRLDistributionPoints,
  type ExtKeyUsage,
  type InfoAccess,
  Certificate as Parsed,
} from 'pkijs'
import { oid } from '../algorithms/object-identifiers.ts'

/** One part of a name (RFC 5280, 4.1.2.4). */
export interface NamePart {
  /** Object identifier, such as 2.5.4.3. */
  readonly type: string
  readonly value: string
}

/** What a key may be used for (RFC 5280, 4.2.1.3). */
export interface KeyUses {
  readonly digitalSignature: boolean
  readonly contentCommitment: boolean
  readonly certificates: boolean
  readonly revocationLists: boolean
}

/** A certificate as it was read; nothing of it is judged yet. */
export interface Certificate {
  readonly der: Uint8Array<ArrayBuffer>
  readonly subject: readonly NamePart[]
  readonly issuer: readonly NamePart[]
  /** DER of the two names, by which certificates are linked. */
  readonly subjectName: Uint8Array
  readonly issuerName: Uint8Array
  /** Hexadecimal, lower case, without leading zeros. */
  readonly serial: string
  readonly from: Date
  readonly until: Date
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array<ArrayBuffer>
  /** What is signed, by which algorithm, and the signature. */
  readonly signed: { readonly bytes: Uint8Array; readonly algorithm: string; readonly value: Uint8Array }
  readonly isAuthority: boolean
  /** How many authorities may stand between this one and a person; null without limit. */
  readonly pathLength: number | null
  readonly uses: KeyUses | null
  readonly purposes: readonly string[] | null
  readonly policies: readonly string[]
  readonly statements: readonly string[]
  readonly ocsp: readonly string[]
  readonly revocationLists: readonly string[]
  /** Extensions marked critical that this reader does not know: such a certificate must not be used (RFC 5280, 4.2). */
  readonly unknownCritical: readonly string[]
  readonly parsed: Parsed
}

const known: readonly string[] = [
  oid.basicConstraints,
  oid.keyUsage,
  oid.extendedKeyUsage,
  oid.policies,
  oid.subjectNames,
  oid.revocationLists,
  oid.authorityAccess,
  oid.qualifiedStatements,
  oid.subjectKey,
  oid.authorityKey,
]

/** Bytes of their own: what a library gives may be a view of something larger. */
export function bytesOf(view: ArrayBuffer | ArrayBufferView): Uint8Array<ArrayBuffer> {
  return view instanceof ArrayBuffer
    ? new Uint8Array(view.slice(0))
    : new Uint8Array(view.buffer.slice(view.byteOffset, view.byteOffset + view.byteLength) as ArrayBuffer)
}

/** Hexadecimal of a serial number in the one form in which serials are compared. */
export function serialOf(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('hex')
    .replace(/^(00)+(?=.)/, '')
    .replace(/^0(?=.)/, '')
}

function partsOf(name: Parsed['subject']): NamePart[] {
  return name.typesAndValues.map(({ type, value }) => ({ type, value: String(value.valueBlock.value ?? '') }))
}

function usesOf(parsed: Parsed): KeyUses | null {
  const found = parsed.extensions?.find(({ extnID }) => extnID === oid.keyUsage)?.parsedValue as
    | asn1.BitString
    | undefined
  if (found === undefined) return null
  const [first = 0] = new Uint8Array(found.valueBlock.valueHexView)
  const bit = (place: number) => (first & (0x80 >> place)) !== 0
  return { digitalSignature: bit(0), contentCommitment: bit(1), certificates: bit(5), revocationLists: bit(6) }
}

function statementsOf(value: unknown): string[] {
  const values = (value as { values?: { id: string }[] } | undefined)?.values
  return values?.map(({ id }) => id) ?? []
}

function addressesOf(parsed: Parsed) {
  const access = extension<InfoAccess>(parsed, oid.authorityAccess)
  const points = extension<CRLDistributionPoints>(parsed, oid.revocationLists)
  const urls = (names: unknown): string[] =>
    Array.isArray(names)
      ? names.flatMap((name: { type: number; value: unknown }) => (name.type === 6 ? [String(name.value)] : []))
      : []
  return {
    ocsp:
      access?.accessDescriptions.flatMap(({ accessMethod, accessLocation }) =>
        accessMethod === oid.ocsp ? urls([accessLocation]) : [],
      ) ?? [],
    revocationLists: points?.distributionPoints.flatMap(({ distributionPoint }) => urls(distributionPoint)) ?? [],
  }
}

function extension<T>(parsed: Parsed, id: string): T | undefined {
  return parsed.extensions?.find(({ extnID }) => extnID === id)?.parsedValue as T | undefined
}

/** Takes a certificate that was parsed apart. */
export function describeCertificate(parsed: Parsed): Certificate {
  const constraints = extension<BasicConstraints>(parsed, oid.basicConstraints)
  const length = constraints?.pathLenConstraint
  return {
    der: bytesOf(parsed.toSchema().toBER()),
    subject: partsOf(parsed.subject),
    issuer: partsOf(parsed.issuer),
    subjectName: bytesOf(parsed.subject.toSchema().toBER()),
    issuerName: bytesOf(parsed.issuer.toSchema().toBER()),
    serial: serialOf(bytesOf(parsed.serialNumber.valueBlock.valueHexView)),
    from: parsed.notBefore.value,
    until: parsed.notAfter.value,
    publicKey: bytesOf(parsed.subjectPublicKeyInfo.toSchema().toBER()),
    signed: {
      bytes: bytesOf(parsed.tbsView),
      algorithm: parsed.signatureAlgorithm.algorithmId,
      value: bytesOf(parsed.signatureValue.valueBlock.valueHexView),
    },
    isAuthority: constraints?.cA === true,
    pathLength: typeof length === 'number' ? length : null,
    uses: usesOf(parsed),
    purposes: extension<ExtKeyUsage>(parsed, oid.extendedKeyUsage)?.keyPurposes ?? null,
    policies:
      extension<CertificatePolicies>(parsed, oid.policies)?.certificatePolicies.map(one => one.policyIdentifier) ?? [],
    statements: statementsOf(extension(parsed, oid.qualifiedStatements)),
    ...addressesOf(parsed),
    unknownCritical:
      parsed.extensions?.filter(({ critical, extnID }) => critical && !known.includes(extnID)).map(one => one.extnID) ??
      [],
    parsed,
  }
}

/** DER of a certificate given as PEM or DER. */
export function derOf(text: string | Uint8Array): Uint8Array<ArrayBuffer> {
  if (typeof text !== 'string') return new Uint8Array(text)
  return new Uint8Array(Buffer.from(text.replace(/-----[A-Z0-9 ]+-----|\s/g, ''), 'base64'))
}

/** Reads a certificate, PEM or DER; null when it is none. */
export function readCertificate(text: string | Uint8Array): Certificate | null {
  const der = derOf(text)
  try {
    const read = describeCertificate(Parsed.fromBER(der))
    // The bytes that came are the ones that count: a certificate is known by them.
    return { ...read, der }
  } catch {
    // Bytes that came from outside and are no certificate.
    return null
  }
}

/** The part of a name of a type; null when there is none. */
export function partOf(name: readonly NamePart[], type: string): string | null {
  return name.find(part => part.type === type)?.value ?? null
}
