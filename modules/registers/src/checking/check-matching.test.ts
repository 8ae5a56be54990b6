import { createPackageSet, openPackage } from '@tereze/catalogue'
import { expect, it } from 'vitest'
import { definitionOf } from '../definition/definition.ts'
import { checkMatching } from './check-matching.ts'

const set = createPackageSet()
const declare = (id: string, card: object) => {
  const files = {
    'register.json': JSON.stringify({ id, owner: 'transport', ...card }),
    'data.schema.json': JSON.stringify({
      type: 'object',
      properties: { name: { type: 'object' }, sailor: { type: 'string' } },
    }),
  }
  const pack = openPackage({ kind: 'register', id, version: '1.0.0', hash: id, folder: id, files })
  set.add(pack)
  return definitionOf(pack)
}
const features = (pointer: string) => [{ id: 'name', as: 'person-name', pointers: [pointer] }]
const sailors = declare('sailors', { matching: { from: 0.8, features: features('/name') } })
const references = [{ pointer: '/sailor', register: 'sailors', local: true }]

it('accepts fields that there are, and references that a column projects or that belong to others', () => {
  expect(checkMatching(sailors, set)).toEqual([])
  const indexes = [{ name: 'sailor', pointer: '/sailor', type: 'text' }]
  expect(checkMatching(declare('crews', { references, indexes }), set)).toEqual([])
  expect(checkMatching(declare('others', { references, owner: 'health' }), set)).toEqual([])
})

it('names fields that there are not, and references that a merge could not find', () => {
  expect(checkMatching(declare('wrong', { matching: { from: 0.8, features: features('/nickname') } }), set)).toEqual([
    {
      file: 'register.json',
      pointer: '/matching/features/0/pointers/0',
      code: 'package.field-unknown',
      params: { field: '/nickname' },
    },
  ])
  expect(checkMatching(declare('slow', { references }), set)).toEqual([
    {
      file: 'register.json',
      pointer: '/references/0',
      code: 'package.reference-not-indexed',
      params: { field: '/sailor', register: 'sailors' },
    },
  ])
})
