import { compileForm } from '@tereze/forms'
import { expect, it } from 'vitest'
import { importForm } from './import-form.ts'

function imported(name: string, json: object, taken: readonly string[] = []) {
  const result = importForm({ name, text: JSON.stringify(json), taken })
  if (!result.ok) throw new Error(result.why)
  const compiled = compileForm({ schema: result.schema, form: result.form } as never)
  expect(compiled.ok ? [] : compiled.problems).toEqual([])
  return result
}

const schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Claim',
  type: 'object',
  required: ['name', 'kind'],
  properties: {
    name: { type: 'string', title: 'Name', description: 'As in the passport', minLength: 2, maxLength: 80 },
    story: { type: 'string', maxLength: 4000 },
    kind: { enum: ['new', 'old'], title: 'Kind' },
    born: { type: 'string', format: 'date' },
    code: { type: 'string', pattern: '^(?=a)b$' },
    sum: { type: ['number', 'null'], minimum: 0, readOnly: true },
    agreed: { type: 'boolean', const: true },
    ways: { type: 'array', items: { enum: ['post', 'phone'] }, maxItems: 2 },
    tags: { type: 'array', items: { type: 'string' } },
    home: { $ref: '#/$defs/place', title: 'Home' },
    jobs: { type: 'array', items: { type: 'object', properties: { title: { type: 'string' } }, required: ['title'] } },
    self: { $ref: '#/properties/self' },
    either: { oneOf: [{ type: 'string' }, { type: 'number' }] },
  },
  $defs: { place: { type: 'object', properties: { town: { type: 'string' } } } },
}

it('asks for the data of a JSON Schema and says what became of every keyword', () => {
  const { form, schema: data, words, report } = imported('claim.schema.json', schema)
  const [page] = form.pages as unknown as { id: string; items: { field?: string; as?: string; group?: string }[] }[]
  expect(page?.items.map(item => `${item.field ?? item.group} ${item.as ?? 'group'}`)).toEqual([
    '/name text',
    '/story long-text',
    '/kind choice',
    '/born date',
    '/code text',
    '/sum number',
    '/agreed yes-no',
    '/ways choices',
    'home group',
    '/jobs repeat',
  ])
  expect(data).toMatchObject({ required: ['name', 'kind'], properties: { name: { minLength: 2, maxLength: 80 } } })
  expect(words).toMatchObject({ 'page.claim': 'Claim', 'field.name': 'Name', 'hint.name': 'As in the passport' })
  const told = Object.fromEntries(
    [...report.mapped.map(one => [one, one.to] as const), ...report.listed.map(one => [one, one.why] as const)].map(
      ([unit, outcome]) => [`${unit.element} ${unit.attribute}`, outcome],
    ),
  )
  expect(told).toMatchObject({
    'form:claim/name minLength': 'data.schema.json minLength',
    'form:claim/code pattern': 'check-not-possible',
    'form:claim/sum readOnly': 'prefill',
    'form:claim/agreed const': 'check-not-possible',
    'form:claim/tags items': 'no-such-list',
    'form:claim/either oneOf': 'field-type',
    'form:claim/self $ref': 'reference-outside',
    'form:claim $schema': 'no-meaning',
  })
  const told2 = [...report.mapped, ...report.listed].map(unit => `${unit.element} ${unit.attribute}`)
  expect(new Set(told2).size).toBe(told2.length)
})

it('gives other names to data whose names are taken, in conditions too', () => {
  const components = [
    { type: 'checkbox', key: 'agree', label: 'I agree', id: 'a' },
    { type: 'textfield', key: 'name', label: 'Name', id: 'b', conditional: { hide: '=agree' } },
  ]
  const { form, from, report } = imported('ask.form', { components, schemaVersion: 16 }, ['agree', 'name'])
  expect(from).toBe('form-js')
  expect(JSON.stringify(form)).toContain('"when":"not((agree2) = true)"')
  expect(report.renamed).toContainEqual({ kind: 'data', from: 'name', to: 'name2' })
})

it('says why a file is no form', () => {
  expect(importForm({ name: 'a.json', text: 'no' })).toEqual({ ok: false, why: 'not-json' })
  expect(importForm({ name: 'a.json', text: '{"a":1}' })).toEqual({ ok: false, why: 'not-a-form' })
  expect(importForm({ name: 'a.json', text: '{"properties":{}}' })).toEqual({ ok: false, why: 'asks-nothing' })
})
