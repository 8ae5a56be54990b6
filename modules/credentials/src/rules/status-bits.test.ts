import { expect, it } from 'vitest'
import { listSize, readStatusBit, writeStatusBits } from './status-bits.ts'

it('sets the places given and no others, small as long as few are set', () => {
  const places = [0, 7, 8, 4711, listSize - 1]
  const list = writeStatusBits(places)
  expect(list.length).toBeLessThan(200)
  for (const place of places) expect(readStatusBit(list, place)).toBe(true)
  for (const place of [1, 6, 9, 4710, 4712, listSize - 2]) expect(readStatusBit(list, place)).toBe(false)
})

it('knows nothing of a place beyond the list, or of what is no list', () => {
  expect(readStatusBit(writeStatusBits([]), listSize)).toBeNull()
  expect(readStatusBit('nonsense', 0)).toBeNull()
})

it('reads the list of the specification (Token Status List, 4.1, one bit)', () => {
  const set = [0, 3, 4, 5, 7, 8, 9, 13, 15]
  const found = Array.from({ length: 16 }, (_, place) => readStatusBit('eNrbuRgAAhcBXQ', place))
  expect(found.flatMap((bit, place) => (bit ? [place] : []))).toEqual(set)
})
