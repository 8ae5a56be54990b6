import { expect, it } from 'vitest'
import { decideCode } from '../rules/decide-code.ts'

const now = new Date('2026-03-02T05:00:00Z')
const sentAt = new Date('2026-03-02T04:55:00Z')
const tried = (tries: number, right: boolean, at = now) => decideCode({ tries, sentAt, right }, at)

it('takes a right code in its time and tries, and nothing afterwards', () => {
  expect(tried(1, true)).toEqual({ outcome: 'confirmed', left: 0 })
  expect(tried(1, false)).toEqual({ outcome: 'wrong', left: 4 })
  expect(tried(5, false)).toEqual({ outcome: 'exhausted', left: 0 })
  expect(tried(5, true)).toEqual({ outcome: 'confirmed', left: 0 })
  expect(tried(6, true)).toEqual({ outcome: 'exhausted', left: 0 })
  expect(tried(1, true, new Date('2026-03-02T05:05:00Z'))).toEqual({ outcome: 'expired', left: 0 })
  expect(decideCode(null, now)).toEqual({ outcome: 'expired', left: 0 })
})
