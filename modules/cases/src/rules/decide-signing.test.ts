import { expect, test } from 'vitest'
import { decideAsking, isSignedByAll } from './decide-signing.ts'

test('an application goes on once all who were asked have signed, and they are enough', () => {
  expect(isSignedByAll([], 1)).toBe(false)
  expect(isSignedByAll(['signed'], 1)).toBe(true)
  expect(isSignedByAll(['signed'], 2)).toBe(false)
  expect(isSignedByAll(['signed', 'asked'], 1)).toBe(false)
  expect(isSignedByAll(['signed', 'declined'], 1)).toBe(false)
  expect(isSignedByAll(['signed', 'lapsed'], 1)).toBe(false)
  expect(isSignedByAll(['signed', 'withdrawn'], 1)).toBe(true)
  expect(isSignedByAll(['withdrawn'], 1)).toBe(false)
})

test('nobody unknown, no applicant, nobody twice and not too many are asked', () => {
  const of = { applicants: ['me', 'firm'], most: 2 }
  expect(decideAsking(['a', 'b'], [], of)).toBeNull()
  expect(decideAsking(['a', null], [], of)).toEqual({ at: 1, why: 'unknown' })
  expect(decideAsking(['a', 'me'], [], of)).toEqual({ at: 1, why: 'applicant' })
  expect(decideAsking(['a', 'a'], [], of)).toEqual({ at: 1, why: 'twice' })
  expect(decideAsking(['a'], [{ person: 'a', state: 'declined' }], of)).toEqual({ at: 0, why: 'twice' })
  expect(decideAsking(['a'], [{ person: 'a', state: 'withdrawn' }], of)).toBeNull()
  expect(decideAsking(['b', 'c'], [{ person: 'a', state: 'asked' }], of)).toEqual({ at: 1, why: 'many' })
})
