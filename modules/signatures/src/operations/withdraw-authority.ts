import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { proposalNotFound, withdrawAuthority } from '../contract/index.ts'
import { platform } from '../platform.ts'
import { holdAdded, updateWithdrawn } from '../store/added-authorities.ts'

/** Withdraws an authority or a proposal, with a reason. One person is enough for that: it takes trust away and gives none. */
export const withdrawAuthorityHandler = handle(withdrawAuthority, {
  tenant: () => platform,
  async run({ authority, reason }, { tx, now, actor, concerns }) {
    const added = await holdAdded(tx, authority)
    if (added === null || added.withdrawnAt !== null) return refuse(proposalNotFound, { pointer: '/authority' })
    await updateWithdrawn(tx, authority, { by: actor.id, because: reason, now })
    concerns([], [`authority:${authority}`, `fingerprint:${added.fingerprint}`])
    return { withdrawnAt: now.toISOString() }
  },
})
