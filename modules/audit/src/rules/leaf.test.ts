import { expect, test } from 'vitest'
import { leafOf } from './leaf.ts'

test('a leaf does not depend on the order of members', () => {
  expect(Buffer.from(leafOf({ a: 1, b: ['x'] }))).toEqual(Buffer.from(leafOf({ b: ['x'], a: 1 })))
  expect(Buffer.from(leafOf({ a: 1 }))).not.toEqual(Buffer.from(leafOf({ a: 2 })))
})
