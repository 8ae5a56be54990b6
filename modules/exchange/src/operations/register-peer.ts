import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import type { JWK } from 'jose'
import { keyUnusable, memberElsewhere, registerPeer } from '../contract/peer.ts'
import { operator } from '../rules/certificate.ts'
import { thumbprintOf } from '../rules/thumbprint.ts'
import { listStoredPeers, upsertPeer } from '../store/peers.ts'

/** Registers another installation with its members. */
export const registerPeerHandler = handle(registerPeer, {
  tenant: () => operator,
  async run({ peer: id, origin, anchor, members }, context) {
    const thumbprint = await thumbprintOf(anchor as JWK)
    if (thumbprint === null) return refuse(keyUnusable, { pointer: '/anchor' })
    const others = (await listStoredPeers(context.tx, operator)).filter(peer => peer.id !== id)
    for (const [place, member] of members.entries()) {
      const holder = others.find(peer => peer.members.includes(member))
      if (holder !== undefined)
        return refuse(memberElsewhere, { pointer: `/members/${place}`, params: { member, peer: holder.id } })
    }
    upsertPeer(context.tx, { id, origin, anchor: anchor as JWK, members, now: context.now, by: context.actor.id })
    context.concerns([], [`peer:${id}`, `anchor:${thumbprint}`, ...members.map(member => `member:${member}`)])
    return { anchor: thumbprint }
  },
})
