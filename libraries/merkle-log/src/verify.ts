import { type HashFunction, hashNode, hashNothing, sameBytes } from './hash.ts'
import { isSubtree } from './proof.ts'
import type { Range } from './tree.ts'

/** Half, rounded down: a right shift that also holds above 2^31. */
const halved = (value: number) => Math.floor(value / 2)
const isOdd = (value: number) => value % 2 === 1

function isSize(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0
}

/**
 * Whether the leaf at `index` is in the tree of `size` leaves and this root (RFC 9162, 2.1.3.2).
 * Numbers above 2^53 are no sizes and give false.
 */
export function verifyInclusion(
  claim: { index: number; size: number; leafHash: Uint8Array; root: Uint8Array; proof: readonly Uint8Array[] },
  hash: HashFunction,
): boolean {
  if (!isSize(claim.index) || !isSize(claim.size) || claim.index >= claim.size) return false
  if (claim.leafHash.length !== hashNothing(hash).length) return false
  let first = claim.index
  let last = claim.size - 1
  let result = claim.leafHash
  for (const sibling of claim.proof) {
    if (last === 0) return false
    if (isOdd(first) || first === last) {
      result = hashNode(sibling, result, hash)
      while (!isOdd(first) && first !== 0) {
        first = halved(first)
        last = halved(last)
      }
    } else {
      result = hashNode(result, sibling, hash)
    }
    first = halved(first)
    last = halved(last)
  }
  return last === 0 && sameBytes(result, claim.root)
}

/** Whether the leaf at `index` of the log is in the subtree of this root: an inclusion proof within the subtree. */
export function verifySubtreeInclusion(
  claim: { index: number; subtree: Range; leafHash: Uint8Array; root: Uint8Array; proof: readonly Uint8Array[] },
  hash: HashFunction,
): boolean {
  const { index, subtree, leafHash, root, proof } = claim
  if (!isSubtree(subtree) || !isSize(index) || index < subtree.start) return false
  return verifyInclusion(
    { index: index - subtree.start, size: subtree.end - subtree.start, leafHash, root, proof },
    hash,
  )
}

/**
 * Whether the tree of `size` leaves continues the tree of `before` leaves (RFC 9162, 2.1.4.2). The empty tree says
 * nothing, so `before` 0 gives false.
 */
export function verifyConsistency(
  claim: { before: number; size: number; rootBefore: Uint8Array; root: Uint8Array; proof: readonly Uint8Array[] },
  hash: HashFunction,
): boolean {
  if (claim.before === 0) return false
  return verifySubtreeConsistency(
    {
      subtree: { start: 0, end: claim.before },
      size: claim.size,
      subtreeRoot: claim.rootBefore,
      root: claim.root,
      proof: claim.proof,
    },
    hash,
  )
}

/**
 * Whether a subtree of this root is in the tree of `size` leaves (draft-ietf-plants-merkle-tree-certs, 4.4.3).
 * An empty subtree is in every tree when its root is that of nothing.
 */
export function verifySubtreeConsistency(
  claim: { subtree: Range; size: number; subtreeRoot: Uint8Array; root: Uint8Array; proof: readonly Uint8Array[] },
  hash: HashFunction,
): boolean {
  const { subtree, size, subtreeRoot, root } = claim
  if (!isSize(size) || !isSubtree(subtree) || subtree.end > size) return false
  if (subtree.start === subtree.end) return claim.proof.length === 0 && sameBytes(subtreeRoot, hashNothing(hash))
  let first = subtree.start
  let last = subtree.end - 1
  let top = size - 1
  const up = () => {
    first = halved(first)
    last = halved(last)
    top = halved(top)
  }
  if (last === top) while (first !== last) up()
  else while (first !== last && isOdd(last)) up()

  const [seed, ...rest] = first === last ? [subtreeRoot, ...claim.proof] : claim.proof
  if (seed === undefined) return false
  let fromSubtree = seed
  let fromTree = seed
  for (const sibling of rest) {
    if (top === 0) return false
    if (isOdd(last) || last === top) {
      if (first < last) fromSubtree = hashNode(sibling, fromSubtree, hash)
      fromTree = hashNode(sibling, fromTree, hash)
      while (!isOdd(last) && last !== 0) up()
    } else {
      fromTree = hashNode(fromTree, sibling, hash)
    }
    up()
  }
  return top === 0 && sameBytes(fromSubtree, subtreeRoot) && sameBytes(fromTree, root)
}
