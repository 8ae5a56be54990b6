import { expect, test } from 'vitest'
import { decideAsking } from './decide-asking.ts'

const now = new Date('2026-03-02T05:00:00Z')
const on = { today: '2026-03-02', until: '2026-12-31', now }
const inForce = { state: 'in-force' } as const
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000)

test('a power is asked of each day, after silence each hour, and no more once it is revoked or over', () => {
  expect(decideAsking([inForce], on)).toEqual({ says: 'in-force', next: later(24) })
  expect(decideAsking([inForce, null], on)).toEqual({ says: 'silent', next: later(1) })
  expect(decideAsking([null, { state: 'revoked' }], on)).toEqual({ says: 'revoked', next: null })
  expect(decideAsking([inForce, { state: 'unknown' }], on)).toEqual({ says: 'revoked', next: null })
  expect(decideAsking([inForce], { ...on, today: '2027-01-01' })).toEqual({ says: 'in-force', next: null })
})
