import { handle } from '@tereze/foundation-operations'
import { inclusionRanges, nodeInTile, nodesOf, proofOf, tileOf, toBase64 } from '@tereze/merkle-log'
import { refuse } from '@tereze/operation'
import { getProof as definition, lineNotFound } from '../contract/index.ts'
import { sha256 } from '../rules/leaf.ts'
import { findCheckpoint, findLeafIndex, listTiles } from '../store/log.ts'

/** The 32-byte hashes of a kept tile. */
function split(hashes: Uint8Array): Uint8Array[] {
  return Array.from({ length: hashes.length / 32 }, (_, place) => hashes.subarray(place * 32, place * 32 + 32))
}

/** Proves that a line stands in its log, against the newest signed checkpoint. */
export const getProof = handle(definition, {
  tenant: input => input.organisation,
  async run({ organisation, line }, { tx }) {
    const index = await findLeafIndex(tx, organisation, line)
    const checkpoint = await findCheckpoint(tx, organisation)
    if (index === null || checkpoint === null) return refuse(lineNotFound, { pointer: '/line' })
    const leaf = { level: 0, index }
    const ranges = inclusionRanges(index, checkpoint.size)
    const wanted = [leaf, ...nodesOf(ranges)].map(node => tileOf(node, checkpoint.size))
    const places = new Map(wanted.map(tile => [`${tile.level}/${tile.index}`, tile]))
    const tiles = new Map(
      (await listTiles(tx, organisation, [...places.values()])).map(tile => [
        `${tile.level}/${tile.index}`,
        split(tile.hashes),
      ]),
    )
    const hashOf = (node: { level: number; index: number }) => {
      const { level, index: at } = tileOf(node, checkpoint.size)
      return nodeInTile(tiles.get(`${level}/${at}`) ?? [], node, sha256)
    }
    return {
      index,
      leaf: toBase64(hashOf(leaf)),
      proof: proofOf(ranges, hashOf, sha256).map(toBase64),
      checkpoint: checkpoint.note,
    }
  },
})
