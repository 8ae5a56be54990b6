import { appendLeaves } from '@tereze/merkle-log'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { extendLog, type LogState } from './extend-log.ts'
import { leafOf, sha256 } from './leaf.ts'

test('however it is appended, root and tiles are those of one append', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 5 }), sizes => {
      const total = sizes.reduce((sum, size) => sum + size, 0)
      const leaves = Array.from({ length: total }, (_, index) => leafOf({ index }))
      let log: LogState = { size: 0, frontier: [] }
      let root = new Uint8Array(0)
      const tiles = new Map<string, Uint8Array>()
      for (const size of sizes) {
        const extended = extendLog(log, leaves.slice(log.size, log.size + size))
        for (const { level, index, hashes } of extended.tiles) {
          const place = `${level}/${index}`
          tiles.set(place, Buffer.concat([tiles.get(place) ?? new Uint8Array(0), hashes]))
        }
        log = extended
        root = new Uint8Array(extended.root)
      }
      const whole = extendLog({ size: 0, frontier: [] }, leaves)
      expect(Buffer.from(root)).toEqual(Buffer.from(appendLeaves([], 0, leaves, sha256).root))
      expect(new Map([...tiles].map(([place, hashes]) => [place, Buffer.from(hashes).toString('hex')]))).toEqual(
        new Map(whole.tiles.map(tile => [`${tile.level}/${tile.index}`, Buffer.from(tile.hashes).toString('hex')])),
      )
    }),
    { numRuns: 30 },
  )
})

test('a leaf does not depend on the order of members', () => {
  expect(Buffer.from(leafOf({ a: 1, b: ['x'] }))).toEqual(Buffer.from(leafOf({ b: ['x'], a: 1 })))
  expect(Buffer.from(leafOf({ a: 1 }))).not.toEqual(Buffer.from(leafOf({ a: 2 })))
})
