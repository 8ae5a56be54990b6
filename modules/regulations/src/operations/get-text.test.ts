import { expect, it } from 'vitest'
import { concerns } from '../rules/concerns.ts'
import { contentOf } from '../rules/content-of.ts'

it('is for the owner and for bodies that have or had a turn', () => {
  const row = { owner: 'health', bodies: ['org:health', 'org:justice-ministry'] }
  expect(['health', 'justice-ministry', 'education'].map(one => concerns(one, row))).toEqual([true, true, false])
})

it('is the same text whatever the order in which it was written', () => {
  expect(contentOf({ b: 1, a: ['ә'] })).toEqual(contentOf({ a: ['ә'], b: 1 }))
  expect(contentOf({ a: 1 }).content).not.toBe(contentOf({ a: 2 }).content)
  expect(contentOf({ b: 1, a: 2 }).text).toBe('{"a":2,"b":1}')
})
