import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { removeLink as definition, linkNotFound, signInStale } from '../contract/index.ts'
import { freshSessionOf } from '../own-session.ts'
import { platform } from '../platform.ts'
import { deleteLink } from '../store/outside.ts'

/** Removes a connection of the own account. */
export const removeLink = handle(definition, {
  tenant: () => platform,
  async run({ provider }, { actor, tx, now, concerns }) {
    if ((await freshSessionOf(tx, actor, now)) === null) return refuse(signInStale)
    if (!(await deleteLink(tx, actor.id, provider))) return refuse(linkNotFound, { pointer: '/provider' })
    concerns([actor.id])
    return { provider }
  },
})
