import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { keyNotFound, retireKey } from '../contract/peer.ts'
import { revokeCertificatesOfKey } from '../store/certificates.ts'
import { retireMemberKey } from '../store/member-keys.ts'

/** Takes the registered key of a member's system out of use. */
export const retireKeyHandler = handle(retireKey, {
  tenant: input => input.organisation,
  async run({ kid }, context) {
    const retired = await retireMemberKey(context.tx, kid, context.now)
    const revoked = await revokeCertificatesOfKey(context.tx, kid, context.now, 'retired')
    if (!retired && revoked === 0) return refuse(keyNotFound, { pointer: '/kid' })
    context.concerns([], [`kid:${kid}`])
    return { kid }
  },
})
