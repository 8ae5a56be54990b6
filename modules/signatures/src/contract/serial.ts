import { Type } from 'typebox'

/** Number of a certificate, hexadecimal. */
export const CertificateSerial = Type.String({ pattern: '^[0-9a-f]{1,40}$' })
