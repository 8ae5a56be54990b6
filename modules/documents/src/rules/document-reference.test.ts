import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readReference, referenceAlphabet, referenceLength, referenceOf } from './document-reference.ts'

const random = fc
  .array(fc.constantFrom(...referenceAlphabet), { minLength: referenceLength, maxLength: referenceLength })
  .map(characters => characters.join(''))

describe('reference', () => {
  it('is read however it is typed', () => {
    fc.assert(
      fc.property(random, text => {
        const reference = referenceOf(text)
        expect(reference).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/)
        expect(readReference(reference)).toBe(reference)
        expect(readReference(` ${reference.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')} `)).toBe(reference)
      }),
    )
  })

  it('does not pass with one wrong character or two neighbours swapped', () => {
    fc.assert(
      fc.property(random, fc.nat(15), fc.nat(30), (text, at, shift) => {
        const characters = [...referenceOf(text).replaceAll('-', '')]
        const right = characters[at] ?? ''
        const wrong = referenceAlphabet[(referenceAlphabet.indexOf(right) + 1 + shift) % 32] ?? ''
        expect(readReference(characters.with(at, wrong).join(''))).toBeNull()
      }),
    )
    let passed = 0
    let swapped = 0
    for (const text of ['7K4M92XQP3AB1TD', '000000000000001', 'ZYXWVTSRQPNMKJH']) {
      const characters = [...referenceOf(text).replaceAll('-', '')]
      for (let at = 0; at < 15; at++) {
        const [a, b] = [characters[at], characters[at + 1]]
        if (a === undefined || b === undefined || a === b) continue
        swapped++
        if (
          readReference(
            characters
              .with(at, b)
              .with(at + 1, a)
              .join(''),
          ) !== null
        )
          passed++
      }
    }
    expect(swapped).toBeGreaterThan(20)
    expect(passed).toBeLessThanOrEqual(1)
  })

  it.each(['', 'nonsense', '7K4M-92XQ-P3AB', '7K4M-92XQ-P3AB-1TD!'])('%j is none', text =>
    expect(readReference(text)).toBeNull(),
  )
})
