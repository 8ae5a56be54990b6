import type { HashFunction } from './hash.ts'
import { consistencyRanges, inclusionRanges, type NodeLookup, nodesOf, proofOf } from './proof.ts'
import { nodeInTile, type Tile, tileOf } from './tile.ts'
import { foldNodes, type Node, nodesOfRange, type Range } from './tree.ts'

/** A tile as it is kept; it may be wider than the tree that is asked about. */
export type KeptTile = Pick<Tile, 'level' | 'index'> & { readonly hashes: Uint8Array }

const hashLength = 32

function tilesOf(nodes: readonly Node[], size: number): Tile[] {
  const places = new Map(nodes.map(node => tileOf(node, size)).map(tile => [`${tile.level}/${tile.index}`, tile]))
  return [...places.values()]
}

/** Hashes of nodes out of kept tiles. @throws Error when a tile is missing or too narrow. */
function lookupIn(tiles: readonly KeptTile[], size: number, hash: HashFunction): NodeLookup {
  const kept = new Map(tiles.map(tile => [`${tile.level}/${tile.index}`, split(tile.hashes)]))
  return node => {
    const tile = tileOf(node, size)
    return nodeInTile(kept.get(`${tile.level}/${tile.index}`) ?? [], node, hash)
  }
}

/** The tiles that the inclusion proof of a leaf in a tree of `size` leaves needs, each once. */
export function tilesOfProof(index: number, size: number): Tile[] {
  return tilesOf([{ level: 0, index }, ...nodesOf(inclusionRanges(index, size))], size)
}

/**
 * Leaf hash and inclusion proof (RFC 9162, 2.1.3) out of kept tiles of 32-byte hashes.
 * @param tiles those that `tilesOfProof` names.
 * @throws Error when a tile is missing or too narrow.
 */
export function proofFromTiles(
  index: number,
  size: number,
  tiles: readonly KeptTile[],
  hash: HashFunction,
): { leaf: Uint8Array; proof: Uint8Array[] } {
  const hashOf = lookupIn(tiles, size, hash)
  return { leaf: hashOf({ level: 0, index }), proof: proofOf(inclusionRanges(index, size), hashOf, hash) }
}

function rangesOfConsistency(before: number, size: number): Range[] {
  return before === 0 || before === size ? [] : consistencyRanges(before, size)
}

/** The tiles that the consistency proof from `before` to `size` leaves needs, each once; none from the empty tree. */
export function tilesOfConsistency(before: number, size: number): Tile[] {
  return tilesOf(nodesOf(rangesOfConsistency(before, size)), size)
}

/**
 * Consistency proof (RFC 9162, 2.1.4) out of kept tiles; empty from the empty tree and from the same one.
 * @param tiles those that `tilesOfConsistency` names.
 * @throws Error when a tile is missing or too narrow.
 */
export function consistencyFromTiles(
  before: number,
  size: number,
  tiles: readonly KeptTile[],
  hash: HashFunction,
): Uint8Array[] {
  return proofOf(rangesOfConsistency(before, size), lookupIn(tiles, size, hash), hash)
}

/** The tiles that the root of the first `size` leaves needs, `size` ≥ 1. */
export function tilesOfRoot(size: number): Tile[] {
  return tilesOf(nodesOfRange({ start: 0, end: size }), size)
}

/**
 * Root of the first `size` leaves out of kept tiles, `size` ≥ 1.
 * @throws Error when a tile is missing or too narrow.
 */
export function rootFromTiles(size: number, tiles: readonly KeptTile[], hash: HashFunction): Uint8Array {
  return foldNodes(nodesOfRange({ start: 0, end: size }).map(lookupIn(tiles, size, hash)), hash)
}

function split(hashes: Uint8Array): Uint8Array[] {
  return Array.from({ length: hashes.length / hashLength }, (_, place) =>
    hashes.subarray(place * hashLength, (place + 1) * hashLength),
  )
}
