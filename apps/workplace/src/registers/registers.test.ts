import { readdirSync, readFileSync } from 'node:fs'
import { compileForm, type JsonObject } from '@tereze/forms'
import { describe, expect, it } from 'vitest'
import { intlOf, wordsOf } from '../words/words.ts'
import { askedPart, filledIn } from './filled-in.ts'
import { askedFields, formSchema, layoutOf } from './layout-of.ts'
import { fieldName, fieldValue, rowsOf } from './register-words.ts'

const folder = new URL('../../../../content/registers/', import.meta.url)
const english = wordsOf(intlOf('en'), 'en')
const text = (en: string) => ({ en, ru: en, kk: en })

describe('the form of a register', () => {
  it.each(readdirSync(folder))('%s is made from its schema and can be computed', register => {
    const schema = JSON.parse(readFileSync(new URL(`${register}/data.schema.json`, folder), 'utf8')) as JsonObject
    const form = layoutOf(schema, [])
    expect(askedFields(form).length).toBeGreaterThan(1)
    expect(compileForm({ schema: formSchema(schema) as JsonObject, form })).toMatchObject({ ok: true })
  })

  it('leaves out what the reader does not get, and lists of things', () => {
    const schema = {
      type: 'object',
      properties: {
        name: { type: 'object', properties: { family: {}, given: {} } },
        sex: { enum: ['female', 'male'] },
        child: {
          type: 'object',
          properties: { born: { type: 'string', format: 'date' }, weight: { type: 'integer' } },
        },
        documents: { type: 'array', items: { type: 'object' } },
      },
    }
    expect(layoutOf(schema, ['/child/weight']).pages[0]?.items).toEqual([
      { field: '/name', as: 'person-name' },
      { field: '/sex', as: 'choice' },
      { field: '/child/born', as: 'date' },
    ])
  })

  it('asks the fields of all kinds of record where there are several', () => {
    const kinds = [
      { kind: { const: 'a' }, from: { type: 'string' } },
      { kind: { const: 'b' }, as: { enum: ['x'] } },
    ]
    expect(formSchema({ oneOf: kinds.map(properties => ({ type: 'object', properties })) })).toEqual({
      type: 'object',
      properties: { kind: { enum: ['a', 'b'] }, from: { type: 'string' }, as: { enum: ['x'] } },
    })
  })

  it('changes what it asks and nothing else', () => {
    const before = { name: 'A', child: { born: '2020-01-01', weight: 3 }, list: [1] }
    expect(filledIn(before, ['/name', '/child/born', '/note'], { child: { born: '2020-01-02' } })).toEqual({
      child: { born: '2020-01-02', weight: 3 },
      list: [1],
    })
    expect(askedPart(before, ['/child/born', '/note', '/other/deep'])).toEqual({ child: { born: '2020-01-01' } })
  })
})

describe('a record in words', () => {
  const own = {
    words: {
      'field.name': text('Name'),
      'field.documents': text('Documents'),
      'field.documents.number': text('Number'),
      'answer.sex.female': text('woman'),
    },
  }
  it('says fields and values as the package does', () => {
    expect(fieldName(own, '/documents/0/number', english)).toBe('Number')
    expect(fieldName(own, '/documents/0/kind', english)).toBe('Documents')
    expect(fieldName(own, '/name/family', english)).toBe('Family name')
    expect(fieldName(own, '/other', english)).toBe('other')
    expect(fieldValue(own, '/sex', 'female', english)).toBe('woman')
    expect(fieldValue(own, '/born', '2026-03-02', english)).toMatch(/^2.March.2026$/)
    expect(fieldValue(own, '/mother', 'person_01960000-0000-7000-8000-000000000001', english)).toMatch(/^person_/)
    expect(fieldValue(own, '/none', null, english)).toBeNull()
    expect(fieldValue(own, '/who', { sex: 'female', since: '2026-03-02' }, english)).toMatch(/^female · 2.March.2026$/)
    expect(fieldValue(own, '', { sex: 'female' }, english)).toBe('woman')
  })

  it('keeps together what belongs together', () => {
    expect(rowsOf({ name: { family: 'A', given: 'B' }, documents: [{ number: '1' }], tags: ['x', 'y'] })).toEqual([
      { pointer: '/name', value: { family: 'A', given: 'B' } },
      { pointer: '/documents/0/number', value: '1' },
      { pointer: '/tags', value: ['x', 'y'] },
    ])
  })
})
