import { keyring } from '@tereze/foundation-keys'
import { handle } from '@tereze/foundation-operations'
import { signatures as library } from '@tereze/foundation-signatures'
import { foundAuthority } from '../contract/index.ts'
import { authorityDays, termFrom } from '../rules/seal-terms.ts'
import { kidOf, privateKeyOf, publicKeyOf, purposes } from '../seal-keys.ts'
import { findAuthority, insertAuthority } from '../store/seals.ts'

/** Gives the authority for seals, and makes it at the first call. */
export const foundAuthorityHandler = handle(foundAuthority, {
  tenant: () => 'platform',
  async run(_, context) {
    const { tx, now } = context
    const shown = ({ certificate, until }: { certificate: Uint8Array; until: string }) => ({
      certificate: Buffer.from(certificate).toString('base64'),
      until,
    })
    const known = await findAuthority(tx)
    if (known !== null && Date.parse(known.until) > now.getTime()) return shown(known)
    const { issue, softwareKey } = await library()
    const jwk = await context.port(keyring).privateJwk(tx, purposes.authority)
    const key = privateKeyOf(jwk)
    const term = termFrom(now, authorityDays)
    const certificate = await issue({
      subject: [{ type: '2.5.4.3', value: 'Tereze Seals' }],
      publicKey: publicKeyOf(key),
      issuer: softwareKey(key, []),
      use: 'authority',
      ...term,
    })
    await insertAuthority(tx, { kid: kidOf(jwk), certificate, until: term.until })
    const made = await findAuthority(tx)
    if (made === null) throw new Error('the authority was made')
    return shown(made)
  },
})
