import { type HashFunction, hashNode, hashNothing } from './hash.ts'

/** Place of a node that covers `2^level` leaves, all present: its leaves are `index · 2^level …`. Level 0 are the leaves. */
export interface Node {
  readonly level: number
  readonly index: number
}

/** A node and its hash. */
export interface HashedNode extends Node {
  readonly hash: Uint8Array
}

/** Leaves `start … end-1`. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** Largest power of two below `size` (RFC 9162, 2.1.1: k < n ≤ 2k); `size` ≥ 2. */
export function splitOf(size: number): number {
  let split = 1
  while (split * 2 < size) split *= 2
  return split
}

/**
 * The finished nodes that make up a range, left to right, largest first on the left: one for each set bit of its length.
 * `start` must be a multiple of the largest power of two in the length, as all ranges of trees and proofs are.
 */
export function nodesOfRange({ start, end }: Range): Node[] {
  const nodes: Node[] = []
  let at = start
  while (at < end) {
    let level = 0
    let width = 1
    while (width * 2 <= end - at && at % (width * 2) === 0) {
      width *= 2
      level += 1
    }
    nodes.push({ level, index: at / width })
    at += width
  }
  return nodes
}

/** Hash over adjacent finished nodes, left to right: the right edge is folded first (RFC 9162, 2.1.1). */
export function foldNodes(hashes: readonly Uint8Array[], hash: HashFunction): Uint8Array {
  const last = hashes.at(-1)
  if (last === undefined) return hashNothing(hash)
  return hashes.slice(0, -1).reduceRight((right, left) => hashNode(left, right, hash), last)
}

/** What appending gives. */
export interface Appended {
  /** Leaves now. */
  readonly size: number
  /** Hashes of `nodesOfRange({ start: 0, end: size })`: all that the next append needs. */
  readonly frontier: readonly Uint8Array[]
  /** Nodes that were finished now, leaves included, in the order in which they were finished. */
  readonly finished: readonly HashedNode[]
  readonly root: Uint8Array
}

/**
 * Appends leaf hashes to a tree of `size` leaves.
 * @param frontier what the append before gave; empty for an empty tree.
 * @throws Error when the frontier is not of a tree of that size.
 */
export function appendLeaves(
  frontier: readonly Uint8Array[],
  size: number,
  leafHashes: readonly Uint8Array[],
  hash: HashFunction,
): Appended {
  const places = nodesOfRange({ start: 0, end: size })
  if (places.length !== frontier.length) throw new Error(`a tree of ${size} leaves has a frontier of ${places.length}`)
  const edge: HashedNode[] = places.map((place, index) => ({ ...place, hash: frontier[index] ?? new Uint8Array(0) }))
  const finished: HashedNode[] = []
  let index = size
  for (const leaf of leafHashes) {
    let node: HashedNode = { level: 0, index, hash: leaf }
    finished.push(node)
    for (let left = edge.at(-1); left !== undefined && left.level === node.level; left = edge.at(-1)) {
      edge.pop()
      node = { level: node.level + 1, index: (node.index - 1) / 2, hash: hashNode(left.hash, node.hash, hash) }
      finished.push(node)
    }
    edge.push(node)
    index += 1
  }
  const hashes = edge.map(node => node.hash)
  return { size: index, frontier: hashes, finished, root: foldNodes(hashes, hash) }
}
