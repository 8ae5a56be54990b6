import type { JWK } from 'jose'
import { importPrivate } from './issue-certificate.ts'
import { algorithm, x509 } from './library.ts'
import { serialOf } from './read-certificate.ts'

/** A list of revoked certificates as it was read. */
export interface Revocations {
  readonly serials: readonly string[]
  readonly from: Date
  /** When the next list is there; null where the list does not say. */
  readonly until: Date | null
}

/** Why a list of revoked certificates is not taken. */
export type RevocationsFault = 'unreadable' | 'wrong-chain' | 'expired' | 'not-yet-valid'

/** Writes a list of revoked certificates (RFC 5280, 5), DER. */
export async function writeRevocations(
  issuer: { readonly certificate: string; readonly privateJwk: JWK },
  revoked: readonly { readonly serial: string; readonly at: Date }[],
  term: { readonly from: Date; readonly until: Date },
): Promise<Uint8Array> {
  const library = await x509()
  const list = await library.X509CrlGenerator.create({
    issuer: new library.X509Certificate(issuer.certificate).subjectName,
    thisUpdate: term.from,
    nextUpdate: term.until,
    entries: revoked.map(({ serial, at }) => ({ serialNumber: serial, revocationDate: at })),
    signingAlgorithm: algorithm,
    signingKey: await importPrivate(issuer.privateJwk),
  })
  return new Uint8Array(list.rawData)
}

/**
 * Reads a list of revoked certificates that an authority signed.
 * @param list DER, or the text of its PEM.
 */
export async function readRevocations(
  list: string | Uint8Array<ArrayBuffer>,
  authority: string,
  at: Date,
): Promise<Revocations | { readonly fault: RevocationsFault }> {
  const library = await x509()
  try {
    const read = new library.X509Crl(list)
    const issuer = new library.X509Certificate(authority)
    if (read.issuer !== issuer.subject || !(await read.verify({ publicKey: issuer }))) return { fault: 'wrong-chain' }
    const until = read.nextUpdate ?? null
    if (read.thisUpdate > at) return { fault: 'not-yet-valid' }
    if (until !== null && until <= at) return { fault: 'expired' }
    return { serials: read.entries.map(({ serialNumber }) => serialOf(serialNumber)), from: read.thisUpdate, until }
  } catch {
    // A text that came from outside and is no such list.
    return { fault: 'unreadable' }
  }
}
