import { describe, expect, it } from 'vitest'
import { decideDelivery } from './decide-delivery.ts'

const now = new Date('2026-03-02T04:00:00.000Z')
const pause = (attempts: number) =>
  ((decideDelivery('unreachable', attempts, now).nextAt?.getTime() ?? 0) - now.getTime()) / 1000

describe('decideDelivery', () => {
  it('waits longer each time and gives up after twelve attempts', () => {
    expect([1, 2, 5, 11].map(pause)).toEqual([4, 8, 64, 3600])
    expect(decideDelivery('unreachable', 12, now)).toEqual({ state: 'failed', nextAt: null, problem: 'given-up' })
  })

  it('ends with what is final', () => {
    expect(decideDelivery('sent', 1, now)).toEqual({ state: 'sent', nextAt: null, problem: null })
    expect(decideDelivery('rejected', 1, now).problem).toBe('rejected')
    expect(decideDelivery('no-address', 1, now).problem).toBe('no-address')
  })
})
