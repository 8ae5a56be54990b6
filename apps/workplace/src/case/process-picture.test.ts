import { describe, expect, it } from 'vitest'
import { wrapWords } from './process-picture.ts'

describe('wrapWords', () => {
  it('fills lines and gives a long word its own', () => {
    expect(wrapWords('Ask for the facts', 8)).toEqual(['Ask for', 'the', 'facts'])
    expect(wrapWords('Мәліметтерді сұрату', 10)).toEqual(['Мәліметтерді', 'сұрату'])
  })
})
