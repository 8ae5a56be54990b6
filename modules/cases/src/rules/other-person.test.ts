import { expect, it } from 'vitest'
import { decideOther, otherThan } from './other-person.ts'

it('reads the nodes of a task', () => {
  expect(otherThan({ role: 'head', otherThan: ' review  check ' })).toEqual(['review', 'check'])
  expect(otherThan({ role: 'head' })).toEqual([])
  expect(otherThan(undefined)).toEqual([])
})

it.each([
  [['review'], 'a', 'review'],
  [['review', 'check'], 'a', 'check'],
  [['check'], 'b', null],
  [['review'], 'c', null],
  [[], 'a', null],
])('of %j keeps %s from it by %j', (nodes, official, node) => {
  const completed = [
    { node: 'check', by: 'a' },
    { node: 'review', by: 'b' },
    { node: 'review', by: 'a' },
  ]
  expect(decideOther(nodes, completed, official)).toBe(node)
})
