import { keyring } from '@tereze/foundation-keys'
import { handle } from '@tereze/foundation-operations'
import { calculateJwkThumbprint } from 'jose'
import { listPeers } from '../contract/peer.ts'
import { anchorPurpose, operator } from '../rules/certificate.ts'
import { listLineStates, listStoredPeers } from '../store/peers.ts'

/** Lists the other installations, and the own anchor, which the others register. */
export const listPeersHandler = handle(listPeers, {
  tenant: () => operator,
  async run(_, { tx, now, port }) {
    const peers = await listStoredPeers(tx, operator)
    const [anchor] = await port(keyring).publicJwks(tx, operator, anchorPurpose)
    const items = await Promise.all(
      peers.map(async peer => ({
        peer: peer.id,
        origin: peer.origin,
        anchor: await calculateJwkThumbprint(peer.anchor),
        members: [...peer.members],
        lines: await listLineStates(tx, operator, peer.members, now),
      })),
    )
    return { items, anchor: anchor === undefined ? null : { ...anchor } }
  },
})
