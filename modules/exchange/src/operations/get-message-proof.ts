import { handle } from '@tereze/foundation-operations'
import { proofFromTiles, tilesOfProof, toBase64 } from '@tereze/merkle-log'
import { refuse } from '@tereze/operation'
import { entryNotFound, getMessageProof } from '../contract/log.ts'
import { sha256 } from '../rules/log-leaf.ts'
import { findCheckpointOf, listLeavesOf, listTiles } from '../store/log.ts'

/** Proves that a message stands in its log, against the checkpoint that stamped its time. */
export const getMessageProofHandler = handle(getMessageProof, {
  tenant: input => input.organisation,
  async run({ organisation, message, hash }, { tx }) {
    const leaves = await listLeavesOf(tx, organisation, message)
    const found = leaves.find(({ entry }) => entry.messageHash === hash || entry.replyHash === hash)
    const checkpoint = found === undefined ? null : await findCheckpointOf(tx, organisation, found.index)
    if (found === undefined || checkpoint === null) return refuse(entryNotFound, { pointer: '/message' })
    const { index, entry } = found
    const tiles = await listTiles(tx, organisation, tilesOfProof(index, checkpoint.size))
    const { leaf, proof } = proofFromTiles(index, checkpoint.size, tiles, sha256)
    return { entry, index, leaf: toBase64(leaf), proof: proof.map(toBase64), checkpoint: checkpoint.note }
  },
})
