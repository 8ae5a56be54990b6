import { expect, test } from 'vitest'
import { authorityName, authorityPurpose, revokedAddress } from './authority-names.ts'

test('the first authority keeps what it always had; each later one has a key, a name and a list of its own', () => {
  expect([authorityPurpose(1), authorityName(1)]).toEqual(['seal-authority', 'Tereze Seals'])
  expect([authorityPurpose(3), authorityName(3)]).toEqual(['seal-authority/3', 'Tereze Seals 3'])
  const list = 'https://services.example/signatures/revoked.crl'
  const at = (address: string, isFirst: boolean) => revokedAddress(address, { authority: { kid: 'k2' }, isFirst })
  expect(at(list, true)).toBe(list)
  expect(at(list, false)).toBe(`${list}?authority=k2`)
  // A seal is renewed with the address that its certificate names, which may be another authority's.
  expect(at(`${list}?authority=k1`, false)).toBe(`${list}?authority=k2`)
})
