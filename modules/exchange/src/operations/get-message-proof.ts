import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { entryNotFound, getMessageProof } from '../contract/log.ts'
import { proveLeaf } from '../serving/prove-leaf.ts'
import { listLeavesOf } from '../store/log.ts'

/** Proves that a message stands in its log, against the checkpoint that stamped its time. */
export const getMessageProofHandler = handle(getMessageProof, {
  tenant: input => input.organisation,
  async run({ organisation, message, hash }, { tx }) {
    const leaves = await listLeavesOf(tx, organisation, message)
    const found = leaves.find(({ entry }) => entry.messageHash === hash || entry.replyHash === hash)
    const proof = found === undefined ? null : await proveLeaf(tx, organisation, found.index)
    if (found === undefined || proof === null) return refuse(entryNotFound, { pointer: '/message' })
    return { entry: found.entry, ...proof.proved }
  },
})
