import type { HashFunction } from './hash.ts'
import { inclusionRanges, nodesOf, proofOf } from './proof.ts'
import { nodeInTile, type Tile, tileOf } from './tile.ts'
import type { Node } from './tree.ts'

const hashLength = 32

/** The tiles that the inclusion proof of a leaf in a tree of `size` leaves needs, each once. */
export function tilesOfProof(index: number, size: number): Tile[] {
  const nodes = [{ level: 0, index }, ...nodesOf(inclusionRanges(index, size))]
  const places = new Map(nodes.map(node => tileOf(node, size)).map(tile => [`${tile.level}/${tile.index}`, tile]))
  return [...places.values()]
}

/**
 * Leaf hash and inclusion proof (RFC 9162, 2.1.3) out of kept tiles of 32-byte hashes.
 * @param tiles those that `tilesOfProof` names.
 * @throws Error when a tile is missing or too narrow.
 */
export function proofFromTiles(
  index: number,
  size: number,
  tiles: readonly (Pick<Tile, 'level' | 'index'> & { readonly hashes: Uint8Array })[],
  hash: HashFunction,
): { leaf: Uint8Array; proof: Uint8Array[] } {
  const kept = new Map(tiles.map(tile => [`${tile.level}/${tile.index}`, split(tile.hashes)]))
  const hashOf = (node: Node) => {
    const tile = tileOf(node, size)
    return nodeInTile(kept.get(`${tile.level}/${tile.index}`) ?? [], node, hash)
  }
  return { leaf: hashOf({ level: 0, index }), proof: proofOf(inclusionRanges(index, size), hashOf, hash) }
}

function split(hashes: Uint8Array): Uint8Array[] {
  return Array.from({ length: hashes.length / hashLength }, (_, place) =>
    hashes.subarray(place * hashLength, (place + 1) * hashLength),
  )
}
