import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { listOwnCredentials } from '../contract/index.ts'
import { findType } from '../rules/credential-types.ts'
import { listOfPerson } from '../store/credentials.ts'

/** Which of a person's results are in wallets. */
export const listOwnCredentialsHandler = handle(listOwnCredentials, {
  tenant: () => 'platform',
  async run({ person, after = null, limit = 50 }, context) {
    context.concerns([person])
    const found = await listOfPerson(context.tx, { person, after, limit: limit + 1 })
    const all = context.port(packages)
    const items = found.slice(0, limit).map(row => ({
      credential: row.id,
      organisation: row.tenant,
      type: row.type,
      title: findType(all, row.tenant, row.type)?.title ?? { en: row.type, ru: row.type, kk: row.type },
      document: row.document,
      wallet: row.client,
      key: row.walletKey,
      issuedAt: row.issuedAt,
      expiresAt: row.expiresAt,
      revokedAt: row.revokedAt,
      revokedBecause: row.revokedBecause,
    }))
    return { items, next: found.length > limit ? (items.at(-1)?.credential ?? null) : null }
  },
})
