import { describe, expect, test } from 'vitest'
import { checkFields, meantBy } from './check-fields.ts'
import type { Concept } from './concept.ts'
import { fieldsOf } from './fields-of.ts'

const concepts = new Map<string, Concept>(
  (
    [
      { id: 'born', type: 'date', owner: 'a' },
      { id: 'given-name', type: 'text', owner: 'a' },
      { id: 'name', type: 'object', owner: 'a', parts: { given: 'given-name' } },
      { id: 'title', type: 'texts', owner: 'a' },
      { id: 'sex', type: 'text', owner: 'a', codes: ['female', 'male'] },
      { id: 'amount', type: 'number', owner: 'a' },
      { id: 'person', type: 'record', owner: 'a', register: 'people', prefix: 'person' },
      { id: 'value', type: 'any', owner: 'a' },
    ] satisfies Concept[]
  ).map(concept => [concept.id, concept]),
)
const faults = (schema: unknown) =>
  checkFields(fieldsOf(schema), concepts).map(({ pointer, code }) => `${pointer} ${code}`)
const of = (part: object) => ({ type: 'object', properties: { it: part } })

describe('a field that goes with its concept', () => {
  test.each<[string, object]>([
    ['a date', { type: 'string', format: 'date', concept: 'concept:born' }],
    ['a date or nothing', { type: ['string', 'null'], format: 'date', concept: 'concept:born' }],
    ['a list of dates', { type: 'array', items: { type: 'string', format: 'date' }, concept: 'concept:born' }],
    ['a choice', { anyOf: [{ type: 'string', format: 'date' }, { type: 'null' }], concept: 'concept:born' }],
    ['some of the codes', { enum: ['female'], concept: 'concept:sex' }],
    ['a whole number for a number', { type: 'integer', concept: 'concept:amount' }],
    ['an object with its parts', { properties: { given: { type: 'string' } }, concept: 'concept:name' }],
    [
      'texts of three languages',
      { properties: { en: { type: 'string' }, kk: { type: 'string' } }, concept: 'concept:title' },
    ],
    ['the id of a record', { type: 'string', pattern: '^person_', concept: 'concept:person' }],
    ['what is known of a record', { type: ['object', 'null'], concept: 'concept:person' }],
    ['records of a list', { type: 'array', concept: 'concept:person' }],
    ['anything', { type: 'boolean', concept: 'concept:value' }],
    [
      'groups without a meaning of their own',
      { properties: { born: { type: 'string', format: 'date', concept: 'concept:born' } } },
    ],
  ])('%s', (_, part) => expect(faults(of(part))).toEqual([]))
})

describe('a field that does not', () => {
  const here = '/properties/it'
  test.each<[string, object, string]>([
    ['no concept', { type: 'string' }, `${here} concept-missing`],
    ['no concept in a list', { type: 'array', items: { type: 'string' } }, `${here}/items concept-missing`],
    ['no concept in a choice', { anyOf: [{ type: 'string' }, { type: 'null' }] }, `${here}/anyOf/0 concept-missing`],
    ['an unknown concept', { type: 'string', concept: 'concept:nothing' }, `${here} concept-unknown`],
    ['text for a date', { type: 'string', concept: 'concept:born' }, `${here} concept-type`],
    ['an instant for a date', { type: 'string', format: 'date-time', concept: 'concept:born' }, `${here} concept-type`],
    ['a number for a code', { enum: [1, 2], concept: 'concept:sex' }, `${here} concept-type`],
    ['an unknown code', { enum: ['female', 'other'], concept: 'concept:sex' }, `${here} concept-code`],
    ['text for an object', { type: 'string', concept: 'concept:name' }, `${here} concept-type`],
    [
      'a part too many',
      { properties: { nick: { type: 'string', concept: 'concept:given-name' } }, concept: 'concept:name' },
      `${here} concept-part`,
    ],
    [
      'a part of another type',
      { properties: { given: { type: 'integer' } }, concept: 'concept:name' },
      `${here}/properties/given concept-type`,
    ],
    [
      'a part with another meaning',
      { properties: { given: { type: 'string', concept: 'concept:sex' } }, concept: 'concept:name' },
      `${here}/properties/given concept-type`,
    ],
    [
      'the id of another record',
      { type: 'string', pattern: '^birth_', concept: 'concept:person' },
      `${here} concept-type`,
    ],
    [
      'a member of a record without a concept',
      { properties: { born: { type: 'string' } }, concept: 'concept:person' },
      `${here}/properties/born concept-missing`,
    ],
  ])('%s', (_, part, problem) => expect(faults(of(part))).toContain(problem))

  test('is told with what the concept says and what the field is', () =>
    expect(checkFields(fieldsOf(of({ type: 'string', concept: 'concept:born' })), concepts)).toEqual([
      { pointer: here, code: 'concept-type', params: { concept: 'born', says: 'date', is: 'text' } },
    ]))
})

test('parts have the concept that their object gives them', () => {
  const schema = of({ properties: { given: { type: 'string' } }, concept: 'concept:name' })
  expect(meantBy(fieldsOf(schema), concepts).map(({ field, concept }) => [field.path, concept.id])).toEqual([
    ['/it', 'name'],
    ['/it/given', 'given-name'],
  ])
})
