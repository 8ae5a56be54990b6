import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { applicationNotFound, endApplication as definition } from '../contract/index.ts'
import { platform } from '../platform.ts'
import { deletePayloadsOfGrants, listGrantsOfAccount } from '../store/openid.ts'

/** Takes back the access of an application to the own account: every token looks for its grant, and finds none. */
export const endApplication = handle(definition, {
  tenant: () => platform,
  async run({ client }, { actor, tx, now, concerns }) {
    const given = await listGrantsOfAccount(tx, platform, actor.id, now)
    if (!given.some(each => each.client === client)) return refuse(applicationNotFound, { pointer: '/client' })
    await deletePayloadsOfGrants(tx, { account: actor.id, client })
    concerns([actor.id])
    return { client }
  },
})
