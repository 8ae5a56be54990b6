import { expect, it } from 'vitest'
import { createNames } from './names.ts'
import { millisecondsOf, storyClock } from './story-clock.ts'
import { storyIds } from './story-ids.ts'

it('reads periods', () => {
  expect(['P1D', 'PT2H', 'P1DT1H1M1S', 'P2W'].map(millisecondsOf)).toEqual([
    86_400_000, 7_200_000, 90_061_000, 1_209_600_000,
  ])
  for (const wrong of ['', 'P', 'PT', '1D', 'P1M', 'P1DT']) expect(() => millisecondsOf(wrong)).toThrow('is no period')
})

it('stands where the story says', () => {
  const clock = storyClock('2026-03-02T09:00:00+05:00')
  expect(clock.now().toISOString()).toBe('2026-03-02T04:00:00.000Z')
  clock.set(0)
  expect(clock.now().getTime()).toBe(0)
  expect(() => storyClock('noon')).toThrow('is no instant')
})

it('makes the same ids for the same story, and others for another', () => {
  const made = (seed: string) => {
    const ids = storyIds(seed, storyClock('2026-03-02T09:00:00+05:00'))
    return [ids.newId('case'), ids.newId('case'), ids.randomText(8, 'abcdef')]
  }
  expect(made('a')).toEqual(made('a'))
  expect(new Set([...made('a'), ...made('b')]).size).toBe(6)
})

it('replaces names wherever they stand, and knows whom it does not know', () => {
  const names = createNames()
  names.set('mother', 'person_1')
  expect(names.resolve({ a: ['@mother', 1], b: { c: '@mother' }, d: null })).toEqual({
    a: ['person_1', 1],
    b: { c: 'person_1' },
    d: null,
  })
  expect(() => names.resolve(['@nobody'])).toThrow('@nobody')
})
