import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { dateSimilarity, identifierSimilarity, isOneSlip, textSimilarity } from './similarity.ts'

it.each([
  // Winkler, "String Comparator Metrics and Enhanced Decision Rules", 1990, table of examples.
  ['martha', 'marhta', 0.961],
  ['dwayne', 'duane', 0.84],
  ['dixon', 'dicksonx', 0.813],
  ['jones', 'johnson', 0.832],
  ['abc', 'xyz', 0],
])('%s and %s are alike by %d', (a, b, expected) => expect(textSimilarity(a, b)).toBeCloseTo(expected, 2))

it.each([
  ['1990-05-04', '1990-05-04', 1],
  ['1990-05-04', '1990-04-05', 0.9],
  ['1990-05-04', '1990-05-14', 0.85],
  ['1990-05-04', '1909-05-04', 0.85],
  ['1990-05-04', '1990-11-27', 0.4],
  ['1990-05-04', '1971-11-27', 0],
])('the dates %s and %s are alike by %d', (a, b, expected) => expect(dateSimilarity(a, b)).toBe(expected))

it('knows identifiers whatever divides their groups', () => {
  expect(identifierSimilarity('DM-2345-6789-A', 'dm23456789a')).toBe(1)
  expect(identifierSimilarity('DM-2345-6789-A', 'DM-2345-6798-A')).toBe(0.8)
  expect(identifierSimilarity('DM-2345-6789-A', 'DM-9876-5432-B')).toBe(0)
})

const word = fc.string({ unit: fc.constantFrom(...'abcdeghklmnorstuvz'), maxLength: 12 })

test('likeness is between 0 and 1, symmetric, and 1 for equals only', () => {
  fc.assert(
    fc.property(word, word, (a, b) => {
      const alike = textSimilarity(a, b)
      expect(alike).toBeGreaterThanOrEqual(0)
      expect(alike).toBeLessThanOrEqual(1)
      expect(alike).toBeCloseTo(textSimilarity(b, a), 12)
      expect(alike === 1).toBe(a === b)
    }),
  )
})

test('one slip is one letter other, missing, too many, or two swapped, and is symmetric', () => {
  fc.assert(
    fc.property(word, fc.nat(), fc.constantFrom(...'xyq'), (text, at, letter) => {
      const place = at % (text.length + 1)
      const more = text.slice(0, place) + letter + text.slice(place)
      expect(isOneSlip(text, more)).toBe(true)
      expect(isOneSlip(more, text)).toBe(true)
      const other = text.slice(0, place) + letter + text.slice(place + 1)
      expect(isOneSlip(text, other)).toBe(true)
      expect(isOneSlip(text, text)).toBe(false)
      expect(isOneSlip(text, `${letter}${text}${letter}x`)).toBe(false)
    }),
  )
})
