import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type IdentifierScheme, isIdentifier, writeIdentifier } from './index.ts'

const scheme: IdentifierScheme = {
  id: 'person-number',
  prefix: 'DM-',
  alphabet: '23456789ABCDEFGHJKMNPQRSTUVWXYZ',
  length: 8,
  groups: [4, 4, 1],
  check: { algorithm: 'weighted-mod', modulus: 31, weights: [2, 3, 4, 5, 6, 7, 8, 9] },
}
const body = fc.string({ unit: fc.constantFrom(...scheme.alphabet), minLength: 8, maxLength: 8 })

describe('identifier scheme', () => {
  it('accepts what it wrote', () => {
    fc.assert(fc.property(body, text => isIdentifier(scheme, writeIdentifier(scheme, text))))
  })

  it('notices any single wrong character', () => {
    fc.assert(
      fc.property(body, fc.nat(7), fc.constantFrom(...scheme.alphabet), (text, place, character) => {
        fc.pre(text[place] !== character)
        const check = writeIdentifier(scheme, text).at(-1) ?? ''
        const wrong = text.slice(0, place) + character + text.slice(place + 1)
        expect(isIdentifier(scheme, `DM-${wrong.slice(0, 4)}-${wrong.slice(4)}-${check}`)).toBe(false)
      }),
    )
  })

  it.each(['', 'DM-', 'DM-2222-2222', '2222-2222-2', 'DM-2222-222-22', 'DM-IIII-2222-2'])('refuses %j', text => {
    expect(isIdentifier(scheme, text)).toBe(false)
  })

  it('refuses a body that does not fit', () => {
    expect(() => writeIdentifier(scheme, '222')).toThrow(/8 characters/)
  })
})
