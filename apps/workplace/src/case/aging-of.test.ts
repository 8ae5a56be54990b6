import { expect, it } from 'vitest'
import { intlOf, wordsOf } from '../words/words.ts'
import { agingOf } from './aging-of.ts'
import type { Fact } from './view.ts'

const words = wordsOf(intlOf('en'), 'en')
const aging = (more: Partial<Fact>) =>
  agingOf(
    {
      pointer: '/size',
      label: { en: '', ru: '', kk: '' },
      value: 4,
      as: 'number',
      source: null,
      conflict: false,
      ...more,
    },
    words,
  )
const before = { as: 'number', at: '2026-03-02T04:00:00.000Z' }

it('says what was before, what is new, what may have changed and what could not be asked again', () => {
  expect(aging({})).toEqual([])
  expect(aging({ before: { ...before, value: 3 } })).toEqual([expect.stringMatching(/^On 2.Mar.* it was: 3$/)])
  expect(aging({ before: { ...before, value: null } })).toEqual([expect.stringMatching(/^Not there yet on 2.Mar/)])
  expect(aging({ stale: true })).toEqual(['may have changed since'])
  expect(aging({ stale: true, fault: 'dead' })).toEqual(['Its source did not answer when it was asked again'])
})
