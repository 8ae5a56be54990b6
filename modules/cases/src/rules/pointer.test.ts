import { describe, expect, it } from 'vitest'
import { mergeData, readAt, writeAt } from './pointer.ts'

describe('pointers into case data', () => {
  it('reads and writes without touching what was given', () => {
    const data = { a: { b: 1 }, list: [{ c: 2 }] }
    const written = writeAt(data, '/a/x/y', 3)
    expect(written).toEqual({ a: { b: 1, x: { y: 3 } }, list: [{ c: 2 }] })
    expect(data).toEqual({ a: { b: 1 }, list: [{ c: 2 }] })
    expect(readAt(written, '/a/x/y')).toBe(3)
    expect(readAt(written, '/list/0/c')).toBe(2)
    expect(readAt(written, '/no/where')).toBeUndefined()
  })

  it('knows escaped segments', () => {
    expect(readAt(writeAt({}, '/a~1b/c~0d', 1), '/a~1b/c~0d')).toBe(1)
  })

  it('merges objects and replaces the rest', () => {
    expect(mergeData({ a: { b: 1, c: 2 }, d: [1] }, { a: { c: 3 }, d: [2], e: null })).toEqual({
      a: { b: 1, c: 3 },
      d: [2],
      e: null,
    })
  })
})
