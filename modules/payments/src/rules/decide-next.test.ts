import { describe, expect, it } from 'vitest'
import { decideAfterAnswer, decideAfterSilence } from './decide-next.ts'

const now = new Date('2026-03-02T04:00:00.000Z')

describe('decideAfterAnswer', () => {
  it('settles what is paid or rejected and asks again about what is only accepted', () => {
    expect(decideAfterAnswer({ status: 'paid', reference: 'B1' }, now)).toMatchObject({
      status: 'paid',
      nextAt: null,
      bankReference: 'B1',
      settledAt: now,
    })
    expect(decideAfterAnswer({ status: 'rejected', code: 'account-closed' }, now)).toMatchObject({
      status: 'rejected',
      nextAt: null,
      problem: 'account-closed',
    })
    expect(decideAfterAnswer({ status: 'accepted' }, now)).toMatchObject({ status: 'sent', settledAt: null })
  })
})

describe('decideAfterSilence', () => {
  it('waits longer each time, never more than ten minutes, and never gives up', () => {
    const pauses = [1, 2, 5, 10, 1000].map(attempts => {
      const { nextAt } = decideAfterSilence({ status: 'ordered', attempts }, now)
      return ((nextAt?.getTime() ?? 0) - now.getTime()) / 1000
    })
    expect(pauses).toEqual([2, 4, 32, 600, 600])
    expect(decideAfterSilence({ status: 'sent', attempts: 3 }, now).status).toBe('sent')
  })
})
