import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { extendLog } from './extend-log.ts'
import { type HashFunction, hashLeaf } from './hash.ts'
import { proofFromTiles, tilesOfProof } from './proof-from-tiles.ts'
import { verifyInclusion } from './verify.ts'

const sha256: HashFunction = bytes => createHash('sha256').update(bytes).digest()
const leaves = Array.from({ length: 700 }, (_, index) => hashLeaf(new Uint8Array([index % 256, index >> 8]), sha256))
const log = extendLog({ size: 0, frontier: [] }, leaves, sha256)

describe('proofFromTiles', () => {
  it.each([0, 1, 255, 256, 511, 512, 699])('proves leaf %i from the tiles it names', index => {
    const wanted = tilesOfProof(index, 700)
    const tiles = log.tiles.filter(tile => wanted.some(w => w.level === tile.level && w.index === tile.index))
    const { leaf, proof } = proofFromTiles(index, 700, tiles, sha256)
    expect(Buffer.from(leaf)).toEqual(Buffer.from(leaves[index] ?? []))
    expect(verifyInclusion({ index, size: 700, leafHash: leaf, root: log.root, proof }, sha256)).toBe(true)
    expect(
      verifyInclusion({ index: (index + 1) % 700, size: 700, leafHash: leaf, root: log.root, proof }, sha256),
    ).toBe(false)
  })

  it('throws where a tile is missing', () => {
    expect(() => proofFromTiles(3, 700, [], sha256)).toThrow(/too narrow/)
  })
})
