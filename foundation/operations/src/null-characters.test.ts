import { Type } from 'typebox'
import { expect, test } from 'vitest'
import { nullCharacters } from './null-characters.ts'
import { findProblems } from './validation.ts'

test('each text and name that no database can keep is found by its place', () => {
  expect(
    nullCharacters({ a: ['x', { 'b/c': 'y\u0000' }], d: '\u0000', e: { 'f\u0000': 1 }, g: null, h: '\\u0000' }),
  ).toEqual(['/a/1/b~1c', '/d', '/e'])
  expect(nullCharacters('plain')).toEqual([])
  expect(nullCharacters(['\ud83d\ude00', '\ud83d', { '\udc00': 1 }])).toEqual(['/1', '/2'])
})

test('it is a problem of the field, also where the schema asks nothing of a text', () => {
  const schema = Type.Object({ number: Type.String(), size: Type.Integer() })
  expect(findProblems(schema, { number: 'N-\u00001', size: 'two' })).toEqual([
    { pointer: '/size', code: 'field.wrong-type', params: { limit: 'integer' } },
    { pointer: '/number', code: 'field.null-character', params: {} },
  ])
  expect(findProblems(schema, { number: 'N-1', size: 2 })).toEqual([])
})

test('what lies too deep is told without going down into it', () => {
  const nested = (levels: number) => JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`)
  const told = [{ pointer: '', code: 'field.too-deep', params: { limit: 100 } }]
  expect(findProblems(Type.Unknown(), nested(100))).toEqual([])
  expect(findProblems(Type.Unknown(), nested(101))).toEqual(told)
  expect(findProblems(Type.Unknown(), nested(400_000))).toEqual(told)
  expect(findProblems(Type.Unknown(), { a: [{ b: nested(200_000) }] })).toEqual(told)
})
