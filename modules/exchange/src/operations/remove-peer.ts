import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { peerNotFound, removePeer } from '../contract/peer.ts'
import { operator } from '../rules/certificate.ts'
import { removeStoredPeer } from '../store/peers.ts'

/** Removes another installation with everything it certified. */
export const removePeerHandler = handle(removePeer, {
  tenant: () => operator,
  async run({ peer }, context) {
    if (!(await removeStoredPeer(context.tx, peer, context.now))) return refuse(peerNotFound, { pointer: '/peer' })
    context.concerns([], [`peer:${peer}`])
    return { peer }
  },
})
