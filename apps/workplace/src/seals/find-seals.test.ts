import { expect, test } from 'vitest'
import { findSeals } from './find-seals.ts'

const seal = {
  serial: '1f',
  holder: 'Social protection, Әлеуметтік қорғау',
  authority: 'Seals',
  from: '',
  until: '',
  fingerprint: 'abcd',
  state: 'revoked' as const,
  revokedAt: null,
  revokedBecause: 'The key was copied',
  uses: { things: 0, signatures: 0, firstAt: null, lastAt: null },
}
const other = { ...seal, serial: '2e', holder: 'Health', revokedBecause: null }

test('seals are found by all words of a search, in any part and size of letters', () => {
  expect(findSeals([seal, other], ' ')).toEqual([seal, other])
  expect(findSeals([seal, other], 'ӘЛЕУМЕТТІК copied')).toEqual([seal])
  expect(findSeals([seal, other], 'abcd 2e')).toEqual([other])
  expect(findSeals([seal, other], 'health copied')).toEqual([])
})
