import { createIds } from '@tereze/foundation-operations'
import { expect, test } from 'vitest'
import { idsBetween } from './ids-between.ts'

test('takes in every id of that minute, and none of another', () => {
  const at = '2026-03-02T04:00:00.000Z'
  const { first, last } = idsBetween(at)
  const idAt = (seconds: number) => createIds({ now: () => new Date(Date.parse(at) + seconds * 1000) }).newId('audit')
  for (const seconds of [-59, 0, 59]) {
    expect(idAt(seconds) > first).toBe(true)
    expect(idAt(seconds) < last).toBe(true)
  }
  expect(idAt(-61) < first).toBe(true)
  expect(idAt(61) > last).toBe(true)
})
