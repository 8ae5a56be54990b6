import { expect, it } from 'vitest'
import { indexInWords } from './index-in-words.ts'

it('writes an index as the language does', () => {
  expect([100, 96.4, 0, null].map(index => indexInWords(index, 'en'))).toEqual(['100%', '96.4%', '0%', '—'])
  expect([100, 96.4].map(index => indexInWords(index, 'kk'))).toEqual(['100\u00a0%', '96,4\u00a0%'])
})
