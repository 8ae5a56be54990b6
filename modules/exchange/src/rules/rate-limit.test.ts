import { describe, expect, it } from 'vitest'
import { createRateLimit } from './rate-limit.ts'

const at = (seconds: number) => new Date(Date.UTC(2026, 2, 2, 4, 0, seconds))

describe('createRateLimit', () => {
  it('lets a minute’s worth through at once, then as many as are refilled', () => {
    const limit = createRateLimit()
    expect(Array.from({ length: 7 }, () => limit.take('a', 6, at(0)))).toEqual([0, 0, 0, 0, 0, 0, 10])
    expect(limit.take('a', 6, at(9))).toBe(1)
    expect(limit.take('a', 6, at(10))).toBe(0)
    expect(limit.take('a', 6, at(10))).toBe(10)
  })

  it('counts each key for itself, and never saves more than a minute’s worth', () => {
    const limit = createRateLimit()
    expect([limit.take('a', 1, at(0)), limit.take('b', 1, at(0))]).toEqual([0, 0])
    expect([limit.take('a', 1, at(600)), limit.take('a', 1, at(600))]).toEqual([0, 60])
  })

  it('remembers a bounded number of keys', () => {
    const limit = createRateLimit()
    limit.take('first', 1, at(0))
    for (let key = 0; key < 10_001; key++) limit.take(`k${key}`, 1, at(0))
    expect(limit.take('first', 1, at(0))).toBe(0)
  })
})
