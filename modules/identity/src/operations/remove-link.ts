import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { removeLink as definition, linkNotFound, signInStale } from '../contract/index.ts'
import { freshSessionOf } from '../own-session.ts'
import { platform } from '../platform.ts'
import { deleteLink } from '../store/outside.ts'
import { tellWayChange } from '../tell-way-change.ts'

/** Removes a connection of the own account. */
export const removeLink = handle(definition, {
  tenant: () => platform,
  async run({ provider }, context) {
    const { actor, tx, now, concerns } = context
    if ((await freshSessionOf(tx, actor, now)) === null) return refuse(signInStale)
    if (!(await deleteLink(tx, actor.id, provider))) return refuse(linkNotFound, { pointer: '/provider' })
    concerns([actor.id])
    await tellWayChange(context, { account: actor.id, way: 'link', deed: 'removed', thing: provider })
    return { provider }
  },
})
