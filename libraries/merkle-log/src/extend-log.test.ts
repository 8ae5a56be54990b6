import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { extendLog, type LogState } from './extend-log.ts'
import { type HashFunction, hashLeaf } from './hash.ts'
import { appendLeaves } from './tree.ts'

const sha256: HashFunction = bytes => createHash('sha256').update(bytes).digest()

test('however it is appended, root and tiles are those of one append', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 5 }), sizes => {
      const total = sizes.reduce((sum, size) => sum + size, 0)
      const leaves = Array.from({ length: total }, (_, index) =>
        hashLeaf(new Uint8Array([index % 256, index >> 8]), sha256),
      )
      let log: LogState = { size: 0, frontier: [] }
      let root = new Uint8Array(0)
      const tiles = new Map<string, Uint8Array>()
      for (const size of sizes) {
        const extended = extendLog(log, leaves.slice(log.size, log.size + size), sha256)
        for (const { level, index, hashes } of extended.tiles) {
          const place = `${level}/${index}`
          tiles.set(place, Buffer.concat([tiles.get(place) ?? new Uint8Array(0), hashes]))
        }
        log = extended
        root = new Uint8Array(extended.root)
      }
      const whole = extendLog({ size: 0, frontier: [] }, leaves, sha256)
      expect(Buffer.from(root)).toEqual(Buffer.from(appendLeaves([], 0, leaves, sha256).root))
      expect(new Map([...tiles].map(([place, hashes]) => [place, Buffer.from(hashes).toString('hex')]))).toEqual(
        new Map(whole.tiles.map(tile => [`${tile.level}/${tile.index}`, Buffer.from(tile.hashes).toString('hex')])),
      )
    }),
    { numRuns: 30 },
  )
})
