import { expect, it } from 'vitest'
import { findPlace } from './find-place.ts'

const text = `{
  "format": 1,
  "pages": [ { "id": "a\\"b" }, { "id": "second", "items": [] } ],
  "a/b": { "x~y": -1.5e3 }
}`
const at = (pointer: string, within = text) => {
  const span = findPlace(within, pointer)
  return span === null ? null : within.slice(span.from, span.to)
}

it('finds the value that a JSON pointer names', () => {
  expect(at('/format')).toBe('1')
  expect(at('/pages/0')).toBe('{ "id": "a\\"b" }')
  expect(at('/pages/1/id')).toBe('"second"')
  expect(at('/pages/1/items')).toBe('[]')
  expect(at('/a~1b/x~0y')).toBe('-1.5e3')
  expect(at('')).toBe(text)
})

it('finds the deepest part that is there', () => {
  expect(at('/pages/1/gone/deeper')).toBe('{ "id": "second", "items": [] }')
  expect(at('/gone')).toBe(text)
})

it('finds what stands before a mistake, and nothing behind it', () => {
  expect(at('/format', '{ "format": 1, broken')).toBe('1')
  for (const wrong of ['', '{ broken', '{"a": ', '"open', '{"a" 1}', '{"a":1 "b":2}'])
    expect(at('/b', wrong)).toBeNull()
})
