import { keyring } from '@tereze/foundation-keys'
import type { Context } from '@tereze/foundation-operations'
import { signatures as library, type SignatureKey } from '@tereze/foundation-signatures'
import { platform } from './platform.ts'
import { authorityName, authorityPurpose } from './rules/authority-names.ts'
import { authorityDays, termFrom } from './rules/seal-terms.ts'
import { kidOf, privateKeyOf, publicKeyOf } from './seal-keys.ts'
import { type AuthorityRow, insertAuthority, listAuthorities } from './store/authorities.ts'

/** An authority of the installation that can certify and write its list of revoked certificates. */
export interface Issuer {
  readonly authority: AuthorityRow
  readonly isFirst: boolean
  readonly key: SignatureKey
}

/** All own authorities with their keys, the newest first: that one certifies, the others answer for what they certified. */
export async function listIssuers(context: Pick<Context, 'tx' | 'port'>): Promise<Issuer[]> {
  const { tx, port } = context
  const all = await listAuthorities(tx)
  const { softwareKey } = await library()
  const issuers: Issuer[] = []
  for (const [place, authority] of all.entries()) {
    const jwk = await port(keyring).findPrivateJwk(tx, platform, authority.purpose)
    if (jwk === null) continue
    const key = softwareKey(privateKeyOf(jwk), [authority.certificate])
    issuers.push({ authority, isFirst: place === all.length - 1, key })
  }
  return issuers
}

/** The authority that certifies now; null while the installation has none, or its last one has ended. */
export async function findIssuer(context: Pick<Context, 'tx' | 'port' | 'now'>): Promise<Issuer | null> {
  const [newest] = await listIssuers(context)
  return newest === undefined || Date.parse(newest.authority.until) <= context.now.getTime() ? null : newest
}

/** The authority that certified a seal or a person's key. */
export async function authorityOf(
  tx: Context['tx'],
  certified: { readonly authority: string | null },
): Promise<AuthorityRow> {
  const all = await listAuthorities(tx)
  const found = certified.authority === null ? all.at(-1) : all.find(({ kid }) => kid === certified.authority)
  if (found === undefined) throw new Error('what was certified has an authority')
  return found
}

/** Makes the first authority or the next one, for ten years, with a key of its own. @param because why before its time; null where it is due. */
export async function beginAuthority(
  context: Pick<Context, 'tx' | 'port' | 'now'>,
  because: string | null,
): Promise<AuthorityRow> {
  const { tx, port, now } = context
  const number = (await listAuthorities(tx)).length + 1
  const purpose = authorityPurpose(number)
  const { issue, softwareKey } = await library()
  const jwk = await port(keyring).privateJwk(tx, purpose)
  const key = privateKeyOf(jwk)
  const term = termFrom(now, authorityDays)
  const certificate = await issue({
    subject: [{ type: '2.5.4.3', value: authorityName(number) }],
    publicKey: publicKeyOf(key),
    issuer: softwareKey(key, []),
    use: 'authority',
    ...term,
  })
  await insertAuthority(tx, { kid: kidOf(jwk), purpose, certificate, until: term.until, because })
  const [made] = await listAuthorities(tx)
  if (made === undefined) throw new Error('the authority was made')
  return made
}
