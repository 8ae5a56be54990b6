import { expect, test } from 'vitest'
import { fixedClock } from './fixed-clock.ts'
import { seededIds } from './seeded-ids.ts'

test('a fixed clock moves only when told', () => {
  const clock = fixedClock('2026-03-02T04:00:00.000Z')
  clock.now().setFullYear(1999)
  expect(clock.now().toISOString()).toBe('2026-03-02T04:00:00.000Z')
  clock.advance({ days: 1, hours: 2, minutes: 3, seconds: 4, milliseconds: 5 })
  expect(clock.now().toISOString()).toBe('2026-03-03T06:03:04.005Z')
  expect(() => clock.set('2026-03-02T09:00:00+05:00')).toThrow(/UTC/)
})

test('seeded ids are the same in every run, differ from each other and by seed, and are UUIDv7', () => {
  const take = (seed: string) => {
    const ids = seededIds(seed)
    return [ids.newId('case'), ids.newId('case'), ids.randomText(8, 'abc')]
  }
  expect(take('a')).toEqual(take('a'))
  expect(new Set([...take('a'), ...take('b')]).size).toBe(6)
  expect(take('a')[0]).toMatch(/^case_[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})
