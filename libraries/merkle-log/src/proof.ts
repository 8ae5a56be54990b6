import type { HashFunction } from './hash.ts'
import { foldNodes, type Node, nodesOfRange, type Range, splitOf } from './tree.ts'

/** Gives the hash of a kept node. */
export type NodeLookup = (node: Node) => Uint8Array

function checkRange(range: Range, size: number): void {
  const whole = [range.start, range.end, size].every(Number.isSafeInteger)
  if (!whole || range.start < 0 || range.end <= range.start || range.end > size) {
    throw new Error(`leaves ${range.start}…${range.end} are not in a tree of ${size}`)
  }
}

/**
 * Parts of the tree that the inclusion proof of leaf `index` in a tree of `size` leaves is made of, in the order of the
 * proof: PATH of RFC 9162, 2.1.3.1.
 * @throws Error when the leaf is not in the tree.
 */
export function inclusionRanges(index: number, size: number): Range[] {
  checkRange({ start: index, end: index + 1 }, size)
  const ranges: Range[] = []
  let start = 0
  let end = size
  while (end - start > 1) {
    const middle = start + splitOf(end - start)
    if (index < middle) {
      ranges.unshift({ start: middle, end })
      end = middle
    } else {
      ranges.unshift({ start, end: middle })
      start = middle
    }
  }
  return ranges
}

/** Parts of the consistency proof between trees of `before` and `size` leaves: PROOF of RFC 9162, 2.1.4.1. `before` ≥ 1. */
export function consistencyRanges(before: number, size: number): Range[] {
  return subtreeConsistencyRanges({ start: 0, end: before }, size)
}

/**
 * Whether leaves `start … end-1` are a subtree: `start` is a multiple of the smallest power of two that is at least as
 * large as their number (draft-ietf-plants-merkle-tree-certs, 4.1).
 */
export function isSubtree({ start, end }: Range): boolean {
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end) || start < 0 || end < start) return false
  if (end === start) return true
  let width = 1
  while (width < end - start) width *= 2
  return start % width === 0
}

/**
 * Parts of the proof that a subtree is in a tree of `size` leaves: SUBTREE_PROOF of
 * draft-ietf-plants-merkle-tree-certs, 4.4.1.
 * @throws Error when the range is not a subtree of the tree.
 */
export function subtreeConsistencyRanges(subtree: Range, size: number): Range[] {
  checkRange(subtree, size)
  if (!isSubtree(subtree)) throw new Error(`leaves ${subtree.start}…${subtree.end} are not a subtree`)
  const ranges: Range[] = []
  let tree: Range = { start: 0, end: size }
  /** Whether the verifier knows the hash of what is left: true until the part left is less than the whole subtree. */
  let known = true
  const { end } = subtree
  let { start } = subtree
  while (tree.start !== start || tree.end !== end) {
    const middle = tree.start + splitOf(tree.end - tree.start)
    if (end <= middle) {
      ranges.unshift({ start: middle, end: tree.end })
      tree = { start: tree.start, end: middle }
    } else {
      ranges.unshift({ start: tree.start, end: middle })
      if (start < middle) {
        known = false
        start = middle
      }
      tree = { start: middle, end: tree.end }
    }
  }
  if (!known) ranges.unshift(tree)
  return ranges
}

/** The kept nodes that a proof needs. */
export function nodesOf(ranges: readonly Range[]): Node[] {
  return ranges.flatMap(nodesOfRange)
}

/** The proof: one hash for each range. */
export function proofOf(ranges: readonly Range[], lookup: NodeLookup, hash: HashFunction): Uint8Array[] {
  return ranges.map(range => foldNodes(nodesOfRange(range).map(lookup), hash))
}
