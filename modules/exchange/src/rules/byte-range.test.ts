import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { piecesOf, readRange } from './byte-range.ts'

describe('readRange', () => {
  it.each([
    [undefined, 10, null],
    ['bytes=0-', 10, { first: 0, last: 9 }],
    ['bytes=4-6', 10, { first: 4, last: 6 }],
    ['bytes=4-99', 10, { first: 4, last: 9 }],
    ['bytes=-3', 10, { first: 7, last: 9 }],
    ['bytes=-30', 10, { first: 0, last: 9 }],
    ['bytes=-0', 10, 'unsatisfiable'],
    ['bytes=10-', 10, 'unsatisfiable'],
    ['bytes=6-4', 10, null],
    ['bytes=0-1,4-5', 10, null],
    ['lines=1-2', 10, null],
    ['bytes=-', 10, null],
  ])('%s of %i bytes', (header, size, expected) => expect(readRange(header, size)).toEqual(expected))
})

describe('piecesOf', () => {
  it('cuts exactly the range out of the parts', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 9 }),
        fc.nat(),
        fc.nat(),
        (size, part, a, b) => {
          const bytes = Array.from({ length: size }, (_, index) => index)
          const [first = 0, last = 0] = [a % size, b % size].sort((x, y) => x - y)
          const cut = piecesOf({ first, last }, part).flatMap(piece =>
            bytes.slice((piece.part - 1) * part, piece.part * part).slice(piece.begin, piece.end),
          )
          expect(cut).toEqual(bytes.slice(first, last + 1))
        },
      ),
      { numRuns: 200 },
    )
  })
})
