import { describe, expect, it } from 'vitest'
import { distance, textScore, wordScore, wordsOf } from './match-words.ts'

describe('search by everyday words', () => {
  it('finds through endings and typing errors in three languages', () => {
    expect(wordScore('baby', 'baby')).toBe(1)
    expect(wordScore('kindergraten', 'kindergarten')).toBeGreaterThan(0.5)
    expect(wordScore('ребенка', 'ребенок')).toBeGreaterThan(0.5)
    expect(wordScore('балабақшаға', 'балабақша')).toBeGreaterThan(0.5)
    expect(wordScore('car', 'cat')).toBe(0)
  })

  it('counts swaps as one error', () => {
    expect(distance('brith', 'birth', 2)).toBe(1)
    expect(distance('abc', 'xyz', 2)).toBe(3)
  })

  it('scores the share of words found', () => {
    const text = wordsOf('We had a baby. A child is born!')
    expect(textScore(wordsOf('had a baby'), text)).toBe(1)
    expect(textScore(wordsOf('lost my licence'), text)).toBeLessThan(0.4)
    expect(textScore([], text)).toBe(0)
  })
})
