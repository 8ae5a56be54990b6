import { expect, test } from 'vitest'
import { measureWorkplace } from './measure.ts'

test('at a million cases and ten million lines of history every list is there in 50 ms, p95, at any depth', async () => {
  const { lists } = await measureWorkplace({ cases: 1_000_000, turns: 200 }, text => console.log(text))
  const slow = Object.entries(lists).filter(([, { first, deep }]) => Math.max(first.p95, deep.p95) > 50)
  expect(slow).toEqual([])
  expect(Object.values(lists).filter(({ rows }) => rows === 50).length).toBeGreaterThanOrEqual(6)
})
