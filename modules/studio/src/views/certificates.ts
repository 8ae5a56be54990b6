import type { Context } from '@tereze/foundation-operations'
import type { Certificate } from '../contract/index.ts'
import type { CertificateRow } from '../store/certificates.ts'
import { colleaguesOf } from './colleagues.ts'

/** Certificates as screens show them, with the names of who gave them; `basis` is the fingerprint of the draft as it is. */
export async function certificateCards(
  context: Context,
  organisation: string,
  found: readonly CertificateRow[],
  basis: string,
): Promise<Certificate[]> {
  const who = await colleaguesOf(
    context,
    organisation,
    found.map(({ by }) => by),
  )
  return found.map(({ id, by, basis: tried, ...rest }) => ({
    ...rest,
    certificate: id,
    by: who(by),
    fresh: tried === basis,
  }))
}
