import { handle } from '@tereze/foundation-operations'
import { signatures as library } from '@tereze/foundation-signatures'
import { refuse } from '@tereze/operation'
import { authorityMissing, authorityNotFound, writeRevoked } from '../contract/index.ts'
import { type Issuer, listIssuers } from '../own-authorities.ts'
import { listDays, termFrom } from '../rules/seal-terms.ts'
import { listRevoked } from '../store/seals.ts'

/** Gives the signed lists of revoked seals of this moment: of one authority, or of the newest and of those before it. */
export const writeRevokedHandler = handle(writeRevoked, {
  tenant: () => 'platform',
  async run({ authority: kid }, context) {
    const { tx, now } = context
    const { writeRevocationList } = await library()
    const term = { from: now, until: termFrom(now, listDays).until }
    async function write({ authority, isFirst, key }: Issuer) {
      const found = await listRevoked(tx, { kid: authority.kid, isFirst })
      const revoked = found.map(({ serial, revokedAt }) => ({ serial, at: new Date(revokedAt) }))
      const list = await writeRevocationList(key, revoked, term)
      return {
        list: Buffer.from(list).toString('base64'),
        authority: Buffer.from(authority.certificate).toString('base64'),
      }
    }
    const issuers = await listIssuers(context)
    if (issuers.length === 0) return refuse(authorityMissing)
    const wanted = kid === undefined ? issuers : issuers.filter(({ authority }) => authority.kid === kid)
    const [first, ...others] = wanted
    if (first === undefined) return refuse(authorityNotFound, { pointer: '/authority' })
    const earlier = []
    for (const issuer of others) earlier.push(await write(issuer))
    return { ...(await write(first)), earlier }
  },
})
