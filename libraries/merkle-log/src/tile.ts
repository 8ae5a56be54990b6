import { type HashFunction, hashNode } from './hash.ts'
import type { Node } from './tree.ts'

/** Levels of nodes in one tile (C2SP tlog-tiles): a full tile holds 2^8 hashes of its lowest level. */
export const tileHeight = 8
const tileWidth = 2 ** tileHeight

/** A file of up to 256 hashes: nodes of tree level `8 · level`, from `index · 256` on. */
export interface Tile {
  readonly level: number
  readonly index: number
  /** Hashes in it, 1 to 256; less than 256 only at the right edge. */
  readonly width: number
}

/** A number as path elements of three digits, all but the last marked: 1234067 → `x001/x234/067`. */
function numberPath(value: number): string {
  const groups: string[] = []
  for (let rest = value; groups.length === 0 || rest > 0; rest = Math.floor(rest / 1000)) {
    groups.unshift(String(rest % 1000).padStart(3, '0'))
  }
  return groups.map((group, index) => (index < groups.length - 1 ? `x${group}` : group)).join('/')
}

/** Path of a tile below the log's prefix (C2SP tlog-tiles, Merkle Tree). */
export function tilePath({ level, index, width }: Tile): string {
  return `tile/${level}/${numberPath(index)}${width < tileWidth ? `.p/${width}` : ''}`
}

/** Path of a bundle of up to 256 entries (C2SP tlog-tiles, Log Entries). */
export function entriesPath({ index, width }: Omit<Tile, 'level'>): string {
  return `tile/entries/${numberPath(index)}${width < tileWidth ? `.p/${width}` : ''}`
}

/** Tiles that are new or wider in a tree of `size` leaves than they were at `before`, lowest level first. */
export function tilesBetween(before: number, size: number): Tile[] {
  const tiles: Tile[] = []
  let from = before
  let to = size
  for (let level = 0; to > 0; level++) {
    if (to > from) {
      for (let index = Math.floor(from / tileWidth); index * tileWidth < to; index++) {
        tiles.push({ level, index, width: Math.min(tileWidth, to - index * tileWidth) })
      }
    }
    from = Math.floor(from / tileWidth)
    to = Math.floor(to / tileWidth)
  }
  return tiles
}

/** The tile whose hashes give a finished node, as wide as it is in a tree of `size` leaves. */
export function tileOf({ level, index }: Node, size: number): Tile {
  const tileLevel = Math.floor(level / tileHeight)
  const first = index * 2 ** (level % tileHeight)
  const tileIndex = Math.floor(first / tileWidth)
  const present = Math.floor(size / tileWidth ** tileLevel)
  return { level: tileLevel, index: tileIndex, width: Math.min(tileWidth, present - tileIndex * tileWidth) }
}

/**
 * Hash of a finished node from the hashes of its tile.
 * @throws Error when the tile is too narrow for the node.
 */
export function nodeInTile(hashes: readonly Uint8Array[], { level, index }: Node, hash: HashFunction): Uint8Array {
  const count = 2 ** (level % tileHeight)
  const offset = (index * count) % tileWidth
  let row = hashes.slice(offset, offset + count)
  if (row.length < count) throw new Error(`the tile is too narrow for node ${level}/${index}`)
  while (row.length > 1) {
    row = Array.from({ length: row.length / 2 }, (_, pair) => {
      const [left, right] = row.slice(pair * 2, pair * 2 + 2)
      if (left === undefined || right === undefined) throw new Error('a row of nodes must be even')
      return hashNode(left, right, hash)
    })
  }
  const [node] = row
  if (node === undefined) throw new Error('an empty row has no node')
  return node
}
