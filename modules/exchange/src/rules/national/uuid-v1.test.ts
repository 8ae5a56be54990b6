import { expect, it } from 'vitest'
import { uuidV1 } from './uuid-v1.ts'

it('is of version 1, of its moment, and the same for the same name', () => {
  const at = new Date('2026-03-02T04:00:00.000Z')
  const id = uuidV1(at, 'a')
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-1[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f][13579bdf][0-9a-f]{10}$/)
  expect([uuidV1(at, 'a'), uuidV1(at, 'b') === id]).toEqual([id, false])
  const [low = '', middle = '', high = ''] = id.split('-')
  const time = BigInt(`0x${high.slice(1)}${middle}${low}`)
  expect(Number((time - 122_192_928_000_000_000n) / 10_000n)).toBe(at.getTime())
})
