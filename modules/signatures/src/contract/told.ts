import { Instant } from '@tereze/operation'
import { Type } from 'typebox'
import { CertificateSerial } from './serial.ts'

/** What a certificate says of itself, for people: whose it is, from whom, from when to when, and by what it is compared. */
export const told = {
  serial: CertificateSerial,
  /** Whom it names: the parts of the name, as they are written. */
  holder: Type.String(),
  /** Who certified it. */
  authority: Type.String(),
  from: Instant,
  until: Instant,
  /** SHA-256 of the certificate, hexadecimal. */
  fingerprint: Type.String(),
}
