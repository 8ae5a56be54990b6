import { expect, test } from 'vitest'
import { shapeProblems } from './shape-problems.ts'

const schema = { type: 'object', required: ['a', 'b'], properties: { a: { type: 'string' }, b: { type: 'integer' } } }

test('what is missing may still come, what is wrong is named', () => {
  expect(shapeProblems(schema, { a: 'x' })).toEqual([])
  expect(shapeProblems(schema, { a: 1, b: 'x' })).toMatchObject([
    { pointer: '/data/a', code: 'field.wrong-type' },
    { pointer: '/data/b', code: 'field.wrong-type' },
  ])
})
