import { Certificate as Parsed } from 'pkijs'
import { parseCms } from '../cms/read-cms.ts'
import { type Certificate, describeCertificate, readCertificate } from './read-certificate.ts'

/** More certificates than this no file of an authority holds. */
const most = 50

/**
 * Reads the certificates of a file: one in DER, any number in PEM (RFC 7468), or a bundle without signatures (`.p7b`, RFC 5652, 5) in DER,
 * PEM or base64. Null for bytes that hold none, and where one of several cannot be read.
 */
export function readCertificateFile(file: Uint8Array): readonly Certificate[] | null {
  const text = Buffer.from(file).toString('latin1')
  const blocks = text.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g)
  if (blocks !== null) {
    const read = blocks.slice(0, most).map(readCertificate)
    return read.every(one => one !== null) ? read : null
  }
  const one = readCertificate(file[0] === 0x30 ? file : text)
  if (one !== null) return [one]
  const bundle = parseCms(file)?.certificates ?? []
  const found = bundle.slice(0, most).flatMap(inside => (inside instanceof Parsed ? [describeCertificate(inside)] : []))
  return found.length === 0 ? null : found
}
