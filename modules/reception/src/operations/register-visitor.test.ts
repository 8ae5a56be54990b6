import { expect, it } from 'vitest'
import { pointerAtDesk, visitorOfRecord } from '../rules/visitor-of-record.ts'

it('reads a record of the register as a visitor, unless they have died', () => {
  const data = { name: { family: 'Demo', given: 'New' }, born: '1990-01-01', language: 'ru', identifier: '' }
  expect(visitorOfRecord('person_a', data)).toEqual({
    person: 'person_a',
    name: 'Demo New',
    born: '1990-01-01',
    number: null,
    phone: null,
    language: 'ru',
  })
  expect(visitorOfRecord('person_a', { ...data, died: '2020-01-01' })).toBeNull()
})

it('names what the register does not take by its place in the form of the desk', () => {
  expect(pointerAtDesk('/data/documents/0/number')).toBe('/visitor/document/number')
  expect(pointerAtDesk('/data/name/family')).toBe('/visitor/name/family')
  expect(pointerAtDesk('/data')).toBe('/visitor')
})
