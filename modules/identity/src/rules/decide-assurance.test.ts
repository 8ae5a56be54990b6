import { expect, test } from 'vitest'
import { decideAssurance, type Proof } from './decide-assurance.ts'
import { freshLife, isFresh } from './decide-fresh.ts'

test.each<[Proof, string]>([
  [{ by: 'code' }, 'substantial'],
  [{ by: 'password', second: false }, 'low'],
  [{ by: 'password', second: true }, 'substantial'],
  [{ by: 'passkey', synced: true }, 'substantial'],
  [{ by: 'passkey', synced: false }, 'high'],
])('%j is %s', (proof, level) => {
  expect(decideAssurance(proof)).toBe(level)
})

test('a sign-in is fresh for a quarter of an hour', () => {
  const began = new Date('2026-03-02T04:00:00.000Z')
  expect(isFresh(began, new Date(began.getTime() + freshLife - 1))).toBe(true)
  expect(isFresh(began, new Date(began.getTime() + freshLife))).toBe(false)
})
