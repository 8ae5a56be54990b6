import { expect, it } from 'vitest'
import { decideRenewal, renewalOf } from './decide-renewal.ts'

const now = new Date('2026-03-02T04:00:00Z')

it('renews half a year before the stamp ends', () => {
  expect(renewalOf(new Date('2036-03-02T04:00:00Z')).toISOString()).toBe('2035-09-04T04:00:00.000Z')
  expect(decideRenewal(new Date('2036-03-02T04:00:00Z'), now)?.toISOString()).toBe('2035-09-04T04:00:00.000Z')
})

it('waits a month where the clock gave nothing better: a stamp that ends soon is no reason to stamp again at once', () => {
  expect(decideRenewal(new Date('2026-03-10T04:00:00Z'), now)?.toISOString()).toBe('2026-04-01T04:00:00.000Z')
})

it('renews nothing that has no stamp', () => {
  expect(decideRenewal(null, now)).toBeNull()
})
