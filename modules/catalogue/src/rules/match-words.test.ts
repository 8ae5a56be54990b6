import { describe, expect, it } from 'vitest'
import { distance, meanOf, questionOf, scoresOf, wordScore, wordsOf } from './match-words.ts'

describe('search by everyday words', () => {
  it('finds through endings and typing errors in three languages', () => {
    expect(wordScore('baby', 'baby')).toBe(1)
    expect(wordScore('babies', 'baby')).toBe(0.9)
    expect(wordScore('kindergraten', 'kindergarten')).toBeCloseTo(0.7)
    expect(wordScore('ребенка', 'ребенок')).toBe(0.9)
    expect(wordScore('садик', 'сад')).toBe(0.9)
    expect(wordsOf('Балабақшаға').map(word => wordScore(word, 'балабакша'))).toEqual([0.9])
  })

  it.each([
    ['малыш', 'малообеспеченной'],
    ['мало', 'малообеспеченной'],
    ['car', 'cat'],
    ['car', 'care'],
    ['годы', 'роды'],
    ['house', 'mouse'],
    ['пол', 'поликлиника'],
  ])('does not take "%s" for "%s"', (asked, known) => expect(wordScore(asked, known)).toBe(0))

  it('takes a word that is half typed', () => expect(wordScore('kinder', 'kindergarten')).toBe(0.8))

  it('counts swaps as one error', () => {
    expect(distance('brith', 'birth', 2)).toBe(1)
    expect(distance('abc', 'xyz', 2)).toBe(3)
  })

  it('asks only what says something', () => {
    expect(questionOf('Я родила!')).toEqual(['родила'])
    expect(questionOf('We had a baby')).toEqual(['baby'])
    expect(questionOf('бізде сәби')).toEqual(['саби'])
  })

  it('scores each word by the weight of what it meets', () => {
    const text = wordsOf('We had a baby. A child is born!').map(word => ({ word, weight: 0.5 }))
    expect(scoresOf(questionOf('a baby licence'), text)).toEqual([0.5, 0])
    expect(scoresOf(['baby'], [])).toEqual([0])
    expect(meanOf([1, 0], [3, 1])).toBe(0.75)
    expect(meanOf([], [])).toBe(0)
  })
})
