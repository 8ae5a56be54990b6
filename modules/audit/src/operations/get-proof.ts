import { handle } from '@tereze/foundation-operations'
import { proofFromTiles, tilesOfProof, toBase64 } from '@tereze/merkle-log'
import { refuse } from '@tereze/operation'
import { getProof as definition, lineNotFound } from '../contract/index.ts'
import { sha256 } from '../rules/leaf.ts'
import { findCheckpoint, findLeafIndex, listTiles } from '../store/log.ts'

/** Proves that a line stands in its log, against the newest signed checkpoint. */
export const getProof = handle(definition, {
  tenant: input => input.organisation,
  async run({ organisation, line }, { tx }) {
    const index = await findLeafIndex(tx, organisation, line)
    const checkpoint = await findCheckpoint(tx, organisation)
    if (index === null || checkpoint === null) return refuse(lineNotFound, { pointer: '/line' })
    const tiles = await listTiles(tx, organisation, tilesOfProof(index, checkpoint.size))
    const { leaf, proof } = proofFromTiles(index, checkpoint.size, tiles, sha256)
    return {
      index,
      leaf: toBase64(leaf),
      proof: proof.map(toBase64),
      checkpoint: checkpoint.note,
    }
  },
})
