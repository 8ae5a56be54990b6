import { handle } from '@tereze/foundation-operations'
import { apiScopes, listApplications as definition } from '../contract/index.ts'
import { platform } from '../platform.ts'
import { listGrantsOfAccount } from '../store/openid.ts'

/** Lists the applications that may act for the own account; our own screens are none. */
export const listApplications = handle(definition, {
  tenant: () => platform,
  async run(_input, { actor, tx, now }) {
    const given = await listGrantsOfAccount(tx, platform, actor.id, now)
    return { items: given.map(each => ({ ...each, scopes: apiScopes.filter(scope => each.scopes.includes(scope)) })) }
  },
})
