import { describe, expect, it } from 'vitest'
import { answersOf } from './answers-of.ts'

const layout = {
  pages: [
    {
      items: [
        { field: '/review/outcome' },
        { group: 'why', items: [{ field: '/review/refusals' }, { field: '/review/reason' }] },
      ],
    },
  ],
}

describe('answersOf', () => {
  it('puts outcome, reason and grounds where the form has them', () => {
    expect(answersOf(layout, { outcome: 'refused', reason: 'because', grounds: ['income-too-high'] })).toEqual({
      review: { outcome: 'refused', reason: 'because', refusals: ['income-too-high'] },
    })
  })

  it('lets further answers go before, and leaves out what the form has no place for', () => {
    expect(answersOf(layout, { outcome: 'done', reason: '', answers: { review: { outcome: 'granted' } } })).toEqual({
      review: { outcome: 'granted' },
    })
    expect(answersOf(undefined, { outcome: 'done', reason: 'x' })).toEqual({})
  })
})
