import { expect, it } from 'vitest'
import { inSchemaOrder } from './schema-order.ts'

it('follows the schema; what it does not name comes last, as it came', () => {
  const schema = { properties: { name: {}, born: {} } }
  expect(Object.keys(inSchemaOrder(schema, { z: 1, born: 2, a: 3, name: 4 }))).toEqual(['name', 'born', 'z', 'a'])
  expect(Object.keys(inSchemaOrder({}, { b: 1, a: 2 }))).toEqual(['b', 'a'])
})
