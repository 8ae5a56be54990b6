import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { appendLeaves, entriesPath, type HashFunction, nodeInTile, tileOf, tilePath, tilesBetween } from './index.ts'

const sha256: HashFunction = bytes => createHash('sha256').update(bytes).digest()

describe('tiles', () => {
  it('have the paths of C2SP tlog-tiles', () => {
    expect(tilePath({ level: 0, index: 0, width: 256 })).toBe('tile/0/000')
    expect(tilePath({ level: 1, index: 1234067, width: 256 })).toBe('tile/1/x001/x234/067')
    expect(tilePath({ level: 0, index: 273, width: 112 })).toBe('tile/0/273.p/112')
    expect(entriesPath({ index: 1000, width: 3 })).toBe('tile/entries/x001/000.p/3')
  })

  it('are those of the example with 70 000 entries', () => {
    const tiles = tilesBetween(0, 70_000)
    expect(tiles.filter(tile => tile.level === 0).length).toBe(274)
    expect(tiles.at(-4)).toEqual({ level: 0, index: 273, width: 112 })
    expect(tiles.slice(-3)).toEqual([
      { level: 1, index: 0, width: 256 },
      { level: 1, index: 1, width: 17 },
      { level: 2, index: 0, width: 1 },
    ])
  })

  it('are written again only where they grew', () => {
    expect(tilesBetween(300, 301)).toEqual([{ level: 0, index: 1, width: 45 }])
    expect(tilesBetween(511, 512)).toEqual([
      { level: 0, index: 1, width: 256 },
      { level: 1, index: 0, width: 2 },
    ])
    expect(tilesBetween(512, 512)).toEqual([])
  })

  it('give every finished node', () => {
    const size = 600
    const leaves = Array.from({ length: size }, (_, index) => sha256(Uint8Array.of(index % 256, index >> 8)))
    const { finished } = appendLeaves([], 0, leaves, sha256)
    for (const node of finished) {
      const tile = tileOf(node, size)
      const hashes = finished
        .filter(({ level, index }) => level === tile.level * 8 && Math.floor(index / 256) === tile.index)
        .sort((a, b) => a.index - b.index)
        .map(({ hash }) => hash)
      expect(hashes.length).toBe(tile.width)
      expect(nodeInTile(hashes, node, sha256)).toEqual(node.hash)
    }
    expect(() => nodeInTile(leaves.slice(0, 3), { level: 2, index: 0 }, sha256)).toThrow(/narrow/)
  })
})
