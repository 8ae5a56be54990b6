import { describe, expect, it } from 'vitest'
import type { PublicationState } from '../contract/index.ts'
import { decideOrder, decideReview, decideWithdrawal } from './decide-publication.ts'

const at = (state: PublicationState) => ({ state, writers: ['writer', 'other'], requestedBy: 'asker' })
const yes = { approve: true, remarks: '' }
const states = ['review', 'approved', 'ordered', 'returned', 'withdrawn', 'published', 'refused'] as const

describe('a request to publish', () => {
  it('is approved, or returned with remarks', () => {
    expect(decideReview(at('review'), 'reviewer', yes)).toBe('approved')
    expect(decideReview(at('review'), 'reviewer', { approve: false, remarks: 'The sum is wrong' })).toBe('returned')
    expect(decideReview(at('review'), 'reviewer', { approve: false, remarks: ' ' })).toMatchObject({
      code: 'studio.remarks-needed',
      pointer: '/remarks',
    })
  })

  it('is neither reviewed nor published by whoever wrote any of it, or asked', () => {
    for (const who of ['writer', 'other', 'asker']) {
      expect(decideReview(at('review'), who, yes)).toMatchObject({ code: 'studio.publication-own' })
      expect(decideOrder(at('approved'), who)).toMatchObject({ code: 'studio.publication-own' })
    }
  })

  it('is reviewed once, published when approved, withdrawn before it is ordered', () => {
    const done = (decide: (state: PublicationState) => unknown) => states.filter(one => typeof decide(one) === 'string')
    expect(done(state => decideReview(at(state), 'reviewer', yes))).toEqual(['review'])
    expect(done(state => decideOrder(at(state), 'publisher'))).toEqual(['approved'])
    expect(done(state => decideWithdrawal(at(state)))).toEqual(['review', 'approved'])
    expect(decideOrder(at('review'), 'publisher')).toMatchObject({
      code: 'studio.publication-state',
      params: { state: 'review' },
    })
  })
})
