import { expect, it } from 'vitest'
import { choicesOf, chosenData, usualSide } from './chosen-data.ts'

const one = { name: { family: 'A', given: 'B' }, born: '1990-01-01', phone: '1' }
const other = { name: { family: 'Á', given: 'B' }, born: '1990-01-01', email: 'x@mail.example' }

it('asks only where two records differ, field by field', () => {
  const choices = choicesOf(one, other)
  expect(choices.map(({ pointer }) => pointer)).toEqual(['/name', '/phone', '/email'])
  expect(choices.map(usualSide)).toEqual(['one', 'one', 'other'])
  expect(chosenData(one, choices, {})).toEqual({ ...one, email: 'x@mail.example' })
  expect(chosenData(one, choices, { '/name': 'other', '/phone': 'other', '/email': 'one' })).toEqual({
    name: other.name,
    born: one.born,
  })
})
