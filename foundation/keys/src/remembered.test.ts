import { expect, test } from 'vitest'
import { createRemembered } from './remembered.ts'

let at = Date.parse('2026-03-02T04:00:00Z')
const now = () => new Date(at)

test('what was kept is recalled for its time', () => {
  const memory = createRemembered(now, 10)
  memory.keep('a', 1, 60)
  at += 59_000
  expect(memory.recall('a')).toBe(1)
  at += 1_000
  expect(memory.recall('a')).toBeNull()
})

test('what was forgotten is not recalled', () => {
  const memory = createRemembered(now, 10)
  memory.keep('a', 1, 60)
  memory.forget('a')
  expect(memory.recall('a')).toBeNull()
})

test('the oldest goes when there is too much', () => {
  const memory = createRemembered(now, 2)
  memory.keep('a', 1, 60)
  memory.keep('b', 2, 60)
  memory.keep('a', 3, 60)
  memory.keep('c', 4, 60)
  expect([memory.recall('a'), memory.recall('b'), memory.recall('c')]).toEqual([3, null, 4])
})
