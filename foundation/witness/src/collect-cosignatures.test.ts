import { expect, it } from 'vitest'
import { doubtOf } from './collect-cosignatures.ts'

it('tells once that a witness doubts what it had cosigned, and nothing of one that does not know the log yet', () => {
  const doubt = (before: Parameters<typeof doubtOf>[0], state: Parameters<typeof doubtOf>[1]['state'], known: number) =>
    doubtOf(before, { state, known })
  expect(doubt('cosigned', 'refused', 40)).toBe('refused')
  expect(doubt('silent', 'refused', 40)).toBe('refused')
  expect(doubt('refused', 'refused', 40)).toBeNull()
  expect(doubt('ahead', 'refused', 40)).toBeNull()
  expect(doubt(null, 'refused', 0)).toBeNull()
  expect(doubt(null, 'ahead', 0)).toBe('ahead')
  expect(doubt('refused', 'ahead', 40)).toBe('ahead')
  expect(doubt('ahead', 'ahead', 40)).toBeNull()
  for (const state of ['cosigned', 'silent'] as const) expect(doubt('cosigned', state, 40)).toBeNull()
})
