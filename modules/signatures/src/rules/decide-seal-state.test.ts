import { expect, test } from 'vitest'
import { decideSealState } from './decide-seal-state.ts'

const now = new Date('2026-03-02T04:00:00Z')
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000).toISOString()
const state = (until: number, isPresent = true, revokedAt: string | null = null) =>
  decideSealState({ until: inDays(until), revokedAt }, { now, isPresent })

test('a certificate signs until its last month, and is told apart from those that were replaced, ended or revoked', () => {
  expect(state(31)).toBe('in-force')
  expect(state(30)).toBe('ends-soon')
  expect(state(0)).toBe('expired')
  expect(state(300, false)).toBe('replaced')
  expect(state(-1, false)).toBe('expired')
  expect(state(300, true, inDays(-1))).toBe('revoked')
  expect(state(-1, false, inDays(-9))).toBe('revoked')
})
