import { type HashFunction, joined } from './hash.ts'
import { type Tile, tileHeight, tilesBetween } from './tile.ts'
import { appendLeaves } from './tree.ts'

/** The state of a log that its next append needs. */
export interface LogState {
  readonly size: number
  readonly frontier: readonly Uint8Array[]
}

/** Hashes to be added at the end of a tile. */
export interface TileGrowth extends Pick<Tile, 'level' | 'index'> {
  readonly hashes: Uint8Array
}

/** A log after an append: its state, its root, what its tiles gained. */
export interface ExtendedLog extends LogState {
  readonly root: Uint8Array
  readonly tiles: readonly TileGrowth[]
}

/** Appends leaf hashes to a log whose hashes are kept in tiles. */
export function extendLog(log: LogState, leaves: readonly Uint8Array[], hash: HashFunction): ExtendedLog {
  const { size, frontier, finished, root } = appendLeaves(log.frontier, log.size, leaves, hash)
  const tiles = tilesBetween(log.size, size).map(({ level, index }) => ({
    level,
    index,
    hashes: joined(
      ...finished
        .filter(node => node.level === level * tileHeight && Math.floor(node.index / 256) === index)
        .map(node => node.hash),
    ),
  }))
  return { size, frontier, root, tiles }
}
