import { expect, it } from 'vitest'
import { mergeSmallGroups } from './merge-small-groups.ts'

const group = (people: number) => ({
  ...{ people, entitledBefore: 0, entitledAfter: 0, gain: 1, lose: 0, more: 0, less: 0, sumBefore: 0, sumAfter: 5 },
})

it('tells large groups alone and small ones together', () => {
  const told = mergeSmallGroups({ a: group(100), b: group(6), c: group(7), d: group(11) }, 10)
  expect(Object.keys(told.groups).sort()).toEqual(['a', 'd'])
  expect(told.rest).toMatchObject({ people: 13, gain: 2, sumAfter: 10 })
})

it('hides a single small group behind the next one, so that the sum does not tell it', () => {
  const told = mergeSmallGroups({ a: group(100), b: group(3), c: group(20) }, 10)
  expect([Object.keys(told.groups), told.rest?.people]).toEqual([['a'], 23])
})

it('tells nothing of a population that is small in all', () => {
  expect(mergeSmallGroups({ a: group(4), b: group(3) }, 10)).toEqual({ groups: {}, rest: null })
  expect(mergeSmallGroups({}, 10)).toEqual({ groups: {}, rest: null })
})
