import { handle } from '@tereze/foundation-operations'
import { proofFromTiles, tilesOfProof, toBase64 } from '@tereze/merkle-log'
import { refuse } from '@tereze/operation'
import { entryNotFound, proveEntry } from '../contract/log.ts'
import { sha256 } from '../rules/log-leaf.ts'
import { findCheckpointOf, listLeavesOf, listTiles } from '../store/log.ts'

/** Proves the newest entry of a message of one's own log. */
export const proveEntryHandler = handle(proveEntry, {
  tenant: input => input.organisation,
  async run({ organisation, message, direction }, { tx }) {
    const leaves = await listLeavesOf(tx, organisation, message)
    const found = leaves.filter(({ entry }) => entry.direction === direction).sort((a, b) => b.index - a.index)[0]
    const checkpoint = found === undefined ? null : await findCheckpointOf(tx, organisation, found.index)
    if (found === undefined || checkpoint === null) return refuse(entryNotFound, { pointer: '/message' })
    const { index, entry } = found
    const { size, note } = checkpoint
    const tiles = await listTiles(tx, organisation, tilesOfProof(index, size))
    const { leaf, proof } = proofFromTiles(index, size, tiles, sha256)
    const time = /^time (.+)$/m.exec(note)?.[1]
    if (time === undefined) throw new Error(`a checkpoint of ${organisation} has no time`)
    return { entry, index, leaf: toBase64(leaf), proof: proof.map(toBase64), checkpoint: note, size, time }
  },
})
