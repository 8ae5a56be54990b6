import type { RevocationAnswer } from '@tereze/foundation-signatures'
import { describe, expect, it } from 'vitest'
import { decideCheck, type KeptCheck } from './decide-check.ts'

const now = new Date('2026-03-02T04:00:00Z')
const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const nothing: KeptCheck = {
  status: null,
  saidBy: null,
  saidAt: null,
  goodUntil: null,
  revokedAt: null,
  fetchedAt: null,
  fault: null,
  failingSince: null,
  failures: 0,
  due: now,
}
const said = (more: Partial<RevocationAnswer> = {}): RevocationAnswer => ({
  by: 'list',
  status: 'good',
  revokedAt: null,
  from: after(-60),
  until: after(600),
  ...more,
})

describe('decideCheck', () => {
  it('keeps what is said until its end, and asks again before: in half of what is left, an hour at most', () => {
    expect(decideCheck(nothing, said(), now)).toMatchObject({
      status: 'good',
      saidAt: after(-60),
      goodUntil: after(600),
      due: after(60),
    })
    expect(decideCheck(nothing, said({ until: after(20) }), now)).toMatchObject({ due: after(10) })
    expect(decideCheck(nothing, said({ until: after(0.5) }), now)).toMatchObject({ due: after(1) })
    expect(decideCheck(nothing, said({ until: null }), now)).toMatchObject({ goodUntil: after(1440), due: after(60) })
    expect(decideCheck(nothing, said({ status: 'revoked', revokedAt: after(-90) }), now)).toMatchObject({
      status: 'revoked',
      revokedAt: after(-90),
      goodUntil: null,
    })
  })

  it('keeps what was known where nothing could be learnt, and tries again in a minute, then later', () => {
    const kept = decideCheck(nothing, said(), now)
    const first = decideCheck(kept, { fault: 'unreachable' }, now)
    expect(first).toMatchObject({ status: 'good', goodUntil: after(600), fault: 'unreachable', due: after(1) })
    const second = decideCheck(first, { fault: 'timed-out' }, after(1))
    expect(second).toMatchObject({ fault: 'timed-out', failingSince: now, failures: 2, due: after(3) })
    expect(decideCheck({ ...second, failures: 40 }, { fault: 'cut' }, now)).toMatchObject({ due: after(15) })
    expect(decideCheck(nothing, { fault: 'nowhere' }, now)).toMatchObject({ status: null, due: after(60) })
    expect(decideCheck(second, said(), after(3))).toMatchObject({ fault: null, failingSince: null, failures: 0 })
  })

  it('takes no answer that is over, of tomorrow, or older than what it would undo', () => {
    const fault = (kept: KeptCheck, more: Partial<RevocationAnswer>) => decideCheck(kept, said(more), now).fault
    expect(fault(nothing, { until: now })).toBe('expired')
    expect(fault(nothing, { from: after(6) })).toBe('not-yet-valid')
    expect(fault(nothing, { from: after(4) })).toBeNull()
    const revoked = decideCheck(nothing, said({ by: 'ocsp', status: 'revoked' }), now)
    expect(fault(revoked, { from: after(-61) })).toBe('older')
    expect(fault(revoked, { from: after(-59) })).toBeNull()
    const good = decideCheck(nothing, said(), now)
    expect(fault(good, { from: after(-61) })).toBe('older')
    expect(fault(good, { from: after(-61), by: 'ocsp' })).toBeNull()
    expect(decideCheck(good, said({ from: after(-61), status: 'revoked' }), now)).toMatchObject({ status: 'revoked' })
  })
})
