import { describe, expect, it } from 'vitest'
import { isShown, stateByOutcome } from './shown-report.ts'

describe('isShown', () => {
  const now = new Date('2026-03-31T00:00:00Z')
  it.each([
    ['open', null, true],
    ['corrected', '2026-03-02T00:00:00Z', true],
    ['stays', '2026-03-01T00:00:00Z', false],
    ['withdrawn', '2026-03-30T00:00:00Z', false],
  ] as const)('%s, ended %s: %s', (state, endedAt, shown) => {
    expect(isShown({ state, endedAt }, now)).toBe(shown)
  })
})

describe('stateByOutcome', () => {
  it('is the answer of the keeper', () => {
    expect([null, 'granted', 'partly-granted', 'refused', 'withdrawn', 'discontinued'].map(stateByOutcome)).toEqual([
      null,
      'corrected',
      'corrected',
      'stays',
      'withdrawn',
      'withdrawn',
    ])
  })
})
