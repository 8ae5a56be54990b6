import { getOrganisation, packages } from '@tereze/catalogue/contract'
import { keyring } from '@tereze/foundation-keys'
import type { Context } from '@tereze/foundation-operations'
import { signatures as library } from '@tereze/foundation-signatures'
import type { Issuer } from './own-authorities.ts'
import { revokedAddress } from './rules/authority-names.ts'
import { sealDays, termWithin } from './rules/seal-terms.ts'
import { kidOf, privateKeyOf, publicKeyOf, sealKey } from './seal-keys.ts'
import { insertSeal } from './store/seals.ts'

/** Certifies the key of an organisation's seal for a year from now, and keeps the certificate. */
export async function issueSeal(
  context: Context,
  { organisation, revocations, issuer }: { organisation: string; revocations: string; issuer: Issuer },
): Promise<{
  readonly serial: string
  readonly certificate: Uint8Array
  readonly until: string
  readonly authority: string
}> {
  const { tx, now } = context
  const jwk = await sealKey(context.port(keyring), tx)
  const { issue, readCertificate } = await library()
  const name = getOrganisation(context.port(packages), organisation).name
  const term = termWithin(now, sealDays, issuer.authority)
  const certificate = await issue({
    subject: [
      { type: '2.5.4.10', value: name.en },
      { type: '2.5.4.3', value: name.kk },
    ],
    publicKey: publicKeyOf(privateKeyOf(jwk)),
    issuer: issuer.key,
    use: 'signing',
    revocationLists: revokedAddress(revocations, issuer),
    ...term,
  })
  const serial = readCertificate(certificate)?.serial
  if (serial === undefined) throw new Error('what was issued is a certificate')
  const authority = issuer.authority.kid
  await insertSeal(tx, { serial, kid: kidOf(jwk), certificate, authority, until: term.until, now })
  return { serial, certificate, until: term.until.toISOString(), authority }
}
