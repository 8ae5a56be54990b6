import { randomUUID } from 'node:crypto'
import { SignedXml } from 'xml-crypto'
import { oid } from '../algorithms/object-identifiers.ts'
import { algorithmOf, type SignatureKey } from '../algorithms/signature-key.ts'
import { sha256 } from '../algorithms/verify-value.ts'
import type { Timestamps } from '../timestamps/timestamps.ts'
import { xmlNames } from './algorithms.ts'
import { stampXml } from './stamp-xml.ts'

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

/** The two numbers of an ECDSA signature side by side, 32 bytes each (RFC 6931, 2.3.6), from DER. */
export function sideBySide(der: Uint8Array): Buffer {
  const numbers: Buffer[] = []
  for (let place = 2; place < der.length; ) {
    const length = der[place + 1] ?? 0
    const number = Buffer.from(der.subarray(place + 2, place + 2 + length))
    numbers.push(Buffer.concat([Buffer.alloc(32), number]).subarray(-32))
    place += 2 + length
  }
  return Buffer.concat(numbers)
}

function propertiesOf(id: string, certificate: Uint8Array, at: Date): string {
  const instant = at.toISOString().replace(/\.\d+/, '')
  return (
    `<xades:QualifyingProperties xmlns:xades="${xmlNames.xades}" xmlns:ds="${xmlNames.signature}" Target="#${id}">` +
    `<xades:SignedProperties Id="${id}-properties"><xades:SignedSignatureProperties><xades:SigningTime>${instant}</xades:SigningTime>` +
    `<xades:SigningCertificateV2><xades:Cert><xades:CertDigest><ds:DigestMethod Algorithm="${xmlNames.sha256}"/>` +
    `<ds:DigestValue>${base64(sha256(certificate))}</ds:DigestValue></xades:CertDigest></xades:Cert></xades:SigningCertificateV2>` +
    '</xades:SignedSignatureProperties></xades:SignedProperties></xades:QualifyingProperties>'
  )
}

/**
 * Signs an XML document as a whole: enveloped signature at the end of its root, exclusive canonicalisation, XAdES baseline B
 * (ETSI EN 319 132-1), or T with a time-stamp.
 * @throws Error when the key has no certificate; TimestampFailed when no clock answers.
 */
export async function signXml(xml: string, key: SignatureKey, at: Date, timestamps?: Timestamps): Promise<string> {
  const [certificate] = key.certificates
  if (certificate === undefined) throw new Error('a signature needs a certificate')
  const id = `signature-${randomUUID()}`
  const uri = algorithmOf(key) === oid.rsaSha256 ? xmlNames.rsaSha256 : xmlNames.ecdsaSha256
  const signed = new SignedXml({
    privateKey: 'kept by the key itself',
    signatureAlgorithm: uri,
    canonicalizationAlgorithm: xmlNames.exclusive,
    getKeyInfoContent: () =>
      `<ds:X509Data>${key.certificates.map(der => `<ds:X509Certificate>${base64(der)}</ds:X509Certificate>`).join('')}</ds:X509Data>`,
    objects: [{ content: propertiesOf(id, certificate, at) }],
  })
  signed.SignatureAlgorithms = {
    [uri]: class {
      getAlgorithmName = () => uri
      verifySignature = () => false
      getSignature = (text: unknown, _key: unknown, done?: (error: Error | null, value?: string) => void): string => {
        key.sign(Buffer.from(String(text))).then(
          value => done?.(null, base64(uri === xmlNames.ecdsaSha256 ? sideBySide(value) : value)),
          (error: Error) => done?.(error),
        )
        return ''
      }
    },
  }
  signed.addReference({
    xpath: '/*',
    isEmptyUri: true,
    transforms: [xmlNames.enveloped, xmlNames.exclusive],
    digestAlgorithm: xmlNames.sha256,
  })
  signed.addReference({
    xpath: `//*[@Id='${id}-properties']`,
    transforms: [xmlNames.exclusive],
    digestAlgorithm: xmlNames.sha256,
    type: xmlNames.signedProperties,
  })
  await new Promise<void>((resolve, reject) => {
    signed.computeSignature(
      xml,
      { prefix: 'ds', attrs: { Id: id }, location: { reference: '/*', action: 'append' } },
      error => (error ? reject(error) : resolve()),
    )
  })
  return timestamps === undefined ? signed.getSignedXml() : stampXml(signed.getSignedXml(), timestamps)
}
