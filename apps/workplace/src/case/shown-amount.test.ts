import { describe, expect, it } from 'vitest'
import { intlOf, wordsOf } from '../words/words.ts'
import { shownAmount } from './shown-amount.ts'

const words = wordsOf(intlOf('en'), 'en')
const amount = { amount: '41000.00', currency: 'DMD' }

describe('shownAmount', () => {
  it('is the sum of what is granted, and nothing for a refusal or an open question', () => {
    const shown = (['granted', 'partly-granted', 'refused', null] as const).map(outcome =>
      shownAmount({ outcome, amount }, words),
    )
    expect(shown).toEqual([[words.money(amount)], [words.money(amount)], [], []])
  })
})
