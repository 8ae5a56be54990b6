import { expect, test } from 'vitest'
import { decideAutomatic } from './decide-automatic.ts'

const granted = { outcome: 'granted', amount: '1.00' }

test('what a clause allows stands, with the clause', () => {
  expect(decideAutomatic(granted, '7.7')).toEqual({ value: granted, clause: '7.7' })
})

test('without a clause the rules only propose to the person who decides', () => {
  expect(decideAutomatic(granted, null)).toEqual({
    value: { outcome: 'review', amount: '1.00', suggested: 'granted' },
    clause: null,
  })
})

test('what goes to a person is not decided by the clause', () => {
  const review = { outcome: 'review', suggested: 'refused' }
  expect(decideAutomatic(review, '7.7')).toEqual({ value: review, clause: null })
  expect(decideAutomatic(review, null)).toEqual({ value: review, clause: null })
})
