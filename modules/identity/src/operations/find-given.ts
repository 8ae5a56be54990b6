import { handle } from '@tereze/foundation-operations'
import { apiScopes, findGiven as definition } from '../contract/index.ts'
import { platform } from '../platform.ts'
import { listGrantsOfAccount } from '../store/openid.ts'

/** What an account lets an application do now; nothing where it gave it nothing, or took it back. */
export const findGiven = handle(definition, {
  tenant: () => platform,
  async run({ client, account }, { tx, now }) {
    const given = await listGrantsOfAccount(tx, platform, account, now)
    const scopes = given.find(each => each.client === client)?.scopes ?? []
    return { scopes: apiScopes.filter(scope => scopes.includes(scope)) }
  },
})
