import { describe, expect, it } from 'vitest'
import { type MemorySample, trendOf } from './memory.ts'

const run = (heapAt: (messages: number) => number): MemorySample[] =>
  Array.from({ length: 41 }, (_, at) => ({ messages: at * 25_000, heap: heapAt(at * 25_000), buffers: 10 }))

describe('trendOf', () => {
  it('calls flat what grows while it warms up only, and what goes up and down', () => {
    const warming = trendOf(run(messages => Math.min(120, 60 + messages / 1_000)))
    expect(warming).toEqual({ warm: 130, last: 130, growth: 0, isFlat: true })
    expect(trendOf(run(messages => 100 + ((messages / 25_000) % 2) * 12))?.isFlat).toBe(true)
  })

  it('names what is kept of each message: a hundred bytes are ten megabytes in 100 000', () => {
    const leaking = trendOf(run(messages => Math.round(100 + messages / 10_000)))
    expect(leaking?.isFlat).toBe(false)
    expect(leaking?.growth).toBeCloseTo(10, 0)
  })

  it('counts buffers too', () => {
    const outside = run(() => 100).map((sample, at) => ({ ...sample, buffers: at }))
    expect(trendOf(outside)?.isFlat).toBe(false)
  })

  it('says nothing of a run that was broken off early, or sent few messages', () => {
    expect(trendOf(run(() => 100).slice(0, 11))).toBeNull()
    const slow = run(() => 100).map(sample => ({ ...sample, messages: sample.messages / 200 }))
    expect(trendOf(slow)).toBeNull()
  })
})
