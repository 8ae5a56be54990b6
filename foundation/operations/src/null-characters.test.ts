import { Type } from 'typebox'
import { expect, test } from 'vitest'
import { nullCharacters } from './null-characters.ts'
import { findProblems } from './validation.ts'

test('each text and name that no database can keep is found by its place', () => {
  expect(
    nullCharacters({ a: ['x', { 'b/c': 'y\u0000' }], d: '\u0000', e: { 'f\u0000': 1 }, g: null, h: '\\u0000' }),
  ).toEqual(['/a/1/b~1c', '/d', '/e'])
  expect(nullCharacters('plain')).toEqual([])
})

test('it is a problem of the field, also where the schema asks nothing of a text', () => {
  const schema = Type.Object({ number: Type.String(), size: Type.Integer() })
  expect(findProblems(schema, { number: 'N-\u00001', size: 'two' })).toEqual([
    { pointer: '/size', code: 'field.wrong-type', params: { limit: 'integer' } },
    { pointer: '/number', code: 'field.null-character', params: {} },
  ])
  expect(findProblems(schema, { number: 'N-1', size: 2 })).toEqual([])
})
