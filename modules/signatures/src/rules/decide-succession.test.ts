import { expect, test } from 'vitest'
import { decideSuccession } from './decide-succession.ts'
import { authorityDays, renewDays, sealDays, succeedDays, termWithin } from './seal-terms.ts'

const day = 86_400_000
const now = new Date('2026-03-02T04:00:00Z')
const ending = (days: number) => ({ until: new Date(now.getTime() + days * day).toISOString() })

test('the next authority begins in time, and not before', () => {
  expect(decideSuccession(ending(authorityDays), now)).toBe(false)
  expect(decideSuccession(ending(succeedDays + 1), now)).toBe(false)
  expect(decideSuccession(ending(succeedDays), now)).toBe(true)
  expect(decideSuccession(ending(-1), now)).toBe(true)
})

test('what was certified on the last day before the change runs its whole term and is renewed before its authority ends', () => {
  expect(succeedDays - sealDays).toBeGreaterThan(renewDays)
  const { until } = termWithin(now, sealDays, ending(succeedDays))
  expect(until.getTime() - now.getTime()).toBe(sealDays * day)
})

test('nothing is certified beyond the end of whoever certifies', () => {
  expect(termWithin(now, sealDays, ending(10)).until.toISOString()).toBe(ending(10).until)
})
