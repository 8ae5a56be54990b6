import { expect, it } from 'vitest'
import { askedFields } from './asked-fields.ts'

const say = (text: string) => ({ en: text, ru: text, kk: text })
const fields = (properties: object, required: string[] = []) =>
  askedFields(
    { type: 'object', properties, required } as never,
    (name, concept) => say(concept ?? name),
    (name, value) => say(`${name} ${value}`),
  )

it('makes a field of each single value, with its words and limits', () => {
  const year = { type: 'integer', minimum: 1990, maximum: 2100, concept: 'concept:year' }
  expect(fields({ year, region: { enum: ['north'] }, day: { type: 'string', format: 'date' } }, ['year'])).toEqual([
    { name: 'year', label: say('year'), type: 'integer', required: true, options: [], minimum: 1990, maximum: 2100 },
    {
      ...{ name: 'region', label: say('region'), type: 'choice', required: false, minimum: null, maximum: null },
      options: [{ value: 'north', label: say('region north') }],
    },
    { name: 'day', label: say('day'), type: 'date', required: false, options: [], minimum: null, maximum: null },
  ])
})

it.each([
  ['a list that must be there', { people: { type: 'array' } }, ['people'], null],
  ['a list that may be left out', { people: { type: 'array' } }, [], []],
  ['numbers to choose from', { size: { enum: [1, 2] } }, ['size'], null],
])('leaves %s to systems', (_, properties, required, wanted) => {
  expect(fields(properties, required)).toEqual(wanted)
})
