import { keyring } from '@tereze/foundation-keys'
import { handle } from '@tereze/foundation-operations'
import { signatures as library } from '@tereze/foundation-signatures'
import { refuse } from '@tereze/operation'
import { authorityMissing, writeRevoked } from '../contract/index.ts'
import { listDays, termFrom } from '../rules/seal-terms.ts'
import { privateKeyOf, purposes } from '../seal-keys.ts'
import { findAuthority, listRevoked } from '../store/seals.ts'

/** Gives the signed list of revoked seals of this moment. */
export const writeRevokedHandler = handle(writeRevoked, {
  tenant: () => 'platform',
  async run(_, context) {
    const { tx, now } = context
    const authority = await findAuthority(tx)
    const key = await context.port(keyring).findPrivateJwk(tx, 'platform', purposes.authority)
    if (authority === null || key === null) return refuse(authorityMissing)
    const { softwareKey, writeRevocationList } = await library()
    const revoked = (await listRevoked(tx)).map(({ serial, revokedAt }) => ({ serial, at: new Date(revokedAt) }))
    const issuer = softwareKey(privateKeyOf(key), [authority.certificate])
    const list = await writeRevocationList(issuer, revoked, { from: now, until: termFrom(now, listDays).until })
    return {
      list: Buffer.from(list).toString('base64'),
      authority: Buffer.from(authority.certificate).toString('base64'),
    }
  },
})
