import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { keyNotFound, retireKey } from '../contract/peer.ts'
import { retireMemberKey } from '../store/member-keys.ts'

/** Takes the registered key of a member's system out of use. */
export const retireKeyHandler = handle(retireKey, {
  tenant: input => input.organisation,
  async run({ kid }, context) {
    if (!(await retireMemberKey(context.tx, kid, context.now))) return refuse(keyNotFound, { pointer: '/kid' })
    context.concerns([], [`kid:${kid}`])
    return { kid }
  },
})
