import { getOrganisation, packages } from '@tereze/catalogue/contract'
import { keyring } from '@tereze/foundation-keys'
import type { Context } from '@tereze/foundation-operations'
import { signatures as library } from '@tereze/foundation-signatures'
import { sealDays, termFrom } from './rules/seal-terms.ts'
import { kidOf, privateKeyOf, publicKeyOf, purposes, sealKey } from './seal-keys.ts'
import { type AuthorityRow, findAuthority, insertSeal } from './store/seals.ts'

/** The authority with its key; null while the installation has none. */
export async function findIssuer(
  context: Context,
): Promise<{ readonly authority: AuthorityRow; readonly above: Awaited<ReturnType<typeof sealKey>> } | null> {
  const { tx } = context
  const authority = await findAuthority(tx)
  const above = await context.port(keyring).findPrivateJwk(tx, 'platform', purposes.authority)
  return authority === null || above === null ? null : { authority, above }
}

type Issuer = NonNullable<Awaited<ReturnType<typeof findIssuer>>>

/** Certifies the key of an organisation's seal for a year from now, and keeps the certificate. */
export async function issueSeal(
  context: Context,
  { organisation, revocations, issuer }: { organisation: string; revocations: string; issuer: Issuer },
): Promise<{ readonly serial: string; readonly certificate: Uint8Array; readonly until: string }> {
  const { tx, now } = context
  const jwk = await sealKey(context.port(keyring), tx)
  const { issue, readCertificate, softwareKey } = await library()
  const name = getOrganisation(context.port(packages), organisation).name
  const term = termFrom(now, sealDays)
  const certificate = await issue({
    subject: [
      { type: '2.5.4.10', value: name.en },
      { type: '2.5.4.3', value: name.kk },
    ],
    publicKey: publicKeyOf(privateKeyOf(jwk)),
    issuer: softwareKey(privateKeyOf(issuer.above), [issuer.authority.certificate]),
    use: 'signing',
    revocationLists: revocations,
    ...term,
  })
  const serial = readCertificate(certificate)?.serial
  if (serial === undefined) throw new Error('what was issued is a certificate')
  await insertSeal(tx, { serial, kid: kidOf(jwk), certificate, until: term.until, now })
  return { serial, certificate, until: term.until.toISOString() }
}
