import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  appendLeaves,
  consistencyRanges,
  type HashFunction,
  hashLeaf,
  hashNode,
  hashNothing,
  inclusionRanges,
  isSubtree,
  type Node,
  nodesOf,
  proofOf,
  splitOf,
  subtreeConsistencyRanges,
  verifyConsistency,
  verifyInclusion,
  verifySubtreeConsistency,
  verifySubtreeInclusion,
} from './index.ts'

const sha256: HashFunction = bytes => createHash('sha256').update(bytes).digest()

/** The definition of RFC 9162, 2.1.1, word for word. */
function rootOf(leaves: readonly Uint8Array[]): Uint8Array {
  const [only] = leaves
  if (only === undefined) return hashNothing(sha256)
  if (leaves.length === 1) return only
  const k = splitOf(leaves.length)
  return hashNode(rootOf(leaves.slice(0, k)), rootOf(leaves.slice(k)), sha256)
}

function log(size: number) {
  const leaves = Array.from({ length: size }, (_, index) => hashLeaf(Uint8Array.of(index % 256, index >> 8), sha256))
  const tree = appendLeaves([], 0, leaves, sha256)
  const kept = new Map(tree.finished.map(node => [`${node.level}/${node.index}`, node.hash]))
  const lookup = ({ level, index }: Node) => {
    const hash = kept.get(`${level}/${index}`)
    if (hash === undefined) throw new Error(`node ${level}/${index} is not finished`)
    return hash
  }
  return { leaves, root: tree.root, lookup }
}

const sizes = fc.integer({ min: 1, max: 70 })
const leafAndSize = sizes.chain(size => fc.tuple(fc.integer({ min: 0, max: size - 1 }), fc.constant(size)))
const flip = (bytes: Uint8Array) => Uint8Array.from(bytes, (byte, index) => (index === 0 ? byte ^ 1 : byte))

describe('appendLeaves', () => {
  it('gives the root of RFC 9162, 2.1.1, in one step or many', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 12 }), parts => {
        let frontier: readonly Uint8Array[] = []
        let size = 0
        const all: Uint8Array[] = []
        for (const part of parts) {
          const leaves = Array.from({ length: part }, (_, index) => sha256(Uint8Array.of(index, all.length)))
          all.push(...leaves)
          const next = appendLeaves(frontier, size, leaves, sha256)
          ;({ frontier, size } = next)
          expect(next.root).toEqual(rootOf(all))
          expect(next.size).toBe(all.length)
        }
      }),
    )
  })

  it('finishes each node once and refuses a frontier of another size', () => {
    const { finished } = appendLeaves([], 0, log(37).leaves, sha256)
    expect(new Set(finished.map(node => `${node.level}/${node.index}`)).size).toBe(finished.length)
    expect(finished.length).toBe(37 + 18 + 9 + 4 + 2 + 1)
    expect(() => appendLeaves([], 3, [], sha256)).toThrow(/frontier of 2/)
  })
})

describe('inclusion', () => {
  it('proves every leaf, and nothing else', () => {
    fc.assert(
      fc.property(leafAndSize, ([index, size]) => {
        const { leaves, root, lookup } = log(size)
        const leafHash = leaves[index] ?? new Uint8Array(0)
        const proof = proofOf(inclusionRanges(index, size), lookup, sha256)
        const claim = { index, size, leafHash, root, proof }
        expect(verifyInclusion(claim, sha256)).toBe(true)
        expect(verifyInclusion({ ...claim, leafHash: flip(leafHash) }, sha256)).toBe(false)
        expect(verifyInclusion({ ...claim, root: flip(root) }, sha256)).toBe(false)
        expect(verifyInclusion({ ...claim, proof: [...proof, root] }, sha256)).toBe(false)
        expect(verifyInclusion({ ...claim, index: index + 1 }, sha256)).toBe(false)
        for (const at of proof.keys()) {
          const forged = proof.map((hash, place) => (place === at ? flip(hash) : hash))
          expect(verifyInclusion({ ...claim, proof: forged }, sha256)).toBe(false)
        }
      }),
    )
  })

  it('needs only finished nodes', () => {
    expect(nodesOf(inclusionRanges(0, 7))).toEqual([
      { level: 0, index: 1 },
      { level: 1, index: 1 },
      { level: 1, index: 2 },
      { level: 0, index: 6 },
    ])
    expect(() => inclusionRanges(7, 7)).toThrow()
  })
})

describe('consistency', () => {
  it('proves every earlier tree, and no other', () => {
    fc.assert(
      fc.property(leafAndSize, ([index, size]) => {
        const before = index + 1
        const { leaves, root, lookup } = log(size)
        const rootBefore = rootOf(leaves.slice(0, before))
        const proof = proofOf(consistencyRanges(before, size), lookup, sha256)
        const claim = { before, size, rootBefore, root, proof }
        expect(verifyConsistency(claim, sha256)).toBe(true)
        expect(verifyConsistency({ ...claim, rootBefore: flip(rootBefore) }, sha256)).toBe(false)
        expect(verifyConsistency({ ...claim, root: flip(root) }, sha256)).toBe(false)
        expect(verifyConsistency({ ...claim, proof: [...proof, root] }, sha256)).toBe(false)
        expect(verifyConsistency({ ...claim, proof: proof.slice(1) }, sha256)).toBe(proof.length === 0)
      }),
    )
  })

  it('has the lengths of the example in RFC 9162, 2.1.5', () => {
    expect(consistencyRanges(3, 7).length).toBe(4)
    expect(consistencyRanges(4, 7).length).toBe(1)
    expect(consistencyRanges(6, 7).length).toBe(3)
  })
})

describe('subtrees', () => {
  it('proves that a subtree is in the tree and a leaf in the subtree', () => {
    fc.assert(
      fc.property(leafAndSize, fc.integer({ min: 0, max: 5 }), ([index, size], level) => {
        const width = 2 ** level
        const start = Math.floor(index / width) * width
        const subtree = { start, end: Math.min(start + width, size) }
        expect(isSubtree(subtree)).toBe(true)
        const { leaves, root, lookup } = log(size)
        const subtreeRoot = rootOf(leaves.slice(subtree.start, subtree.end))
        const proof = proofOf(subtreeConsistencyRanges(subtree, size), lookup, sha256)
        expect(verifySubtreeConsistency({ subtree, size, subtreeRoot, root, proof }, sha256)).toBe(true)
        expect(verifySubtreeConsistency({ subtree, size, subtreeRoot: flip(subtreeRoot), root, proof }, sha256)).toBe(
          false,
        )
        const within = proofOf(
          inclusionRanges(index - start, subtree.end - start).map(range => ({
            start: range.start + start,
            end: range.end + start,
          })),
          lookup,
          sha256,
        )
        const leafHash = leaves[index] ?? root
        expect(verifySubtreeInclusion({ index, subtree, leafHash, root: subtreeRoot, proof: within }, sha256)).toBe(
          true,
        )
      }),
    )
    expect(isSubtree({ start: 2, end: 6 })).toBe(false)
  })
})
