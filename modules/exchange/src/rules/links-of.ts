import { createHash } from 'node:crypto'

/** The SHA-256 of each certificate's DER, hexadecimal: by it the certificate is known, whoever brought it. */
export function linksOf(pems: readonly string[]): string[] {
  return pems.map(pem =>
    createHash('sha256')
      .update(Buffer.from(pem.replace(/-----[A-Z ]+-----|\s/g, ''), 'base64'))
      .digest('hex'),
  )
}
