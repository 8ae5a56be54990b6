import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileForm, isObject, type Json, type JsonObject } from '@tereze/forms'
import { findProblems } from '@tereze/foundation-operations'
import type { TSchema } from 'typebox'
import { describe, expect, it } from 'vitest'

/** A schema with values that fit it and values that do not, by JSON Schema 2020-12 or, in the list of differences, by us. */
interface Group {
  readonly keyword: string
  readonly schema: JsonObject | boolean
  readonly valid: readonly Json[]
  readonly invalid: readonly Json[]
  /** Where only one of the two validators judges so. */
  readonly only?: 'forms' | 'server'
}

const read = (file: string) => JSON.parse(readFileSync(join(import.meta.dirname, file), 'utf8'))
const groups = read('cases.json') as readonly Group[]
const differences = read('differences.json') as readonly (Group & { readonly difference: string })[]

/** A schema as an object: `true` and `false` are schemas too. */
const asObject = (schema: JsonObject | boolean): JsonObject => (isObject(schema) ? schema : { allOf: [schema] })

/** The validator of forms, the same code in browser and server; its faults where it does not take the schema. */
function inForms(given: JsonObject | boolean): ((value: Json) => boolean) | readonly string[] {
  const compiled = compileForm({ schema: asObject(given), form: { pages: [{ id: 'page', exit: 'message:exit' }] } })
  if (!compiled.ok) return compiled.problems.map(({ code }) => code)
  return value => compiled.form.validators.matches({ document: 0, pointer: '' }, value)
}

/** The validator of registers, contracts and operations. */
const onServer = (schema: JsonObject | boolean) => (value: Json) =>
  findProblems(asObject(schema) as TSchema, value).length === 0

/** What a validator says otherwise than the table. */
function wrong(who: string, says: (value: Json) => boolean, { keyword, schema, valid, invalid }: Group): string[] {
  const told = (value: Json, should: boolean) =>
    says(value) === should ? [] : [`${who}: ${keyword} ${JSON.stringify(schema)} ${JSON.stringify(value)} ${should}`]
  return [...valid.flatMap(value => told(value, true)), ...invalid.flatMap(value => told(value, false))]
}

function both(group: Group): string[] {
  if (group.only === 'server') return wrong('server', onServer(group.schema), group)
  const forms = inForms(group.schema)
  return [
    ...(typeof forms === 'function' ? wrong('forms', forms, group) : [`forms: ${group.keyword} ${forms.join(' ')}`]),
    ...(group.only === 'forms' ? [] : wrong('server', onServer(group.schema), group)),
  ]
}

describe('JSON Schema 2020-12, as far as our types use it', () => {
  it('is judged alike in forms and on the server in every case of the table', () => {
    const cases = groups.reduce((count, { valid, invalid }) => count + valid.length + invalid.length, 0)
    expect(cases).toBeGreaterThanOrEqual(500)
    expect(groups.flatMap(both)).toEqual([])
  })

  it('differs where the list says so, and nowhere else on the way', () => {
    expect(differences.flatMap(both)).toEqual([])
  })

  it.each([
    ['look-around', { type: 'string', pattern: '^(?=a).' }, 'form.pattern-unsupported'],
    ['a back-reference', { type: 'string', pattern: '(a)\\1' }, 'form.pattern-unsupported'],
    ['patternProperties', { patternProperties: { '^a': { type: 'string' } } }, 'form.pattern-unsupported'],
    ['a reference to nowhere', { $ref: '#/$defs/none' }, 'form.schema-invalid'],
    ['a reference to another document that is not given', { $ref: 'urn:x' }, 'form.schema-invalid'],
  ])('has no %s in forms', (_, schema, fault) => {
    expect(inForms(schema as unknown as JsonObject)).toEqual([fault])
  })
})
