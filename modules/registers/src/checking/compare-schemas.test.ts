import { findProblems } from '@tereze/foundation-operations'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { compareSchemas } from './compare-schemas.ts'

const object = (properties: object, more: object = {}) => ({
  type: 'object',
  additionalProperties: false,
  properties,
  ...more,
})
const text = { type: 'string' }
const why = (before: unknown, after: unknown) =>
  compareSchemas(before, after).map(found => `${found.pointer} ${found.why}`)

describe('all content still fits', () => {
  it.each<[string, unknown, unknown]>([
    ['the same', object({ a: text }), object({ a: text })],
    [
      'other words',
      object({ a: text }),
      object({ a: { ...text, description: 'x', concept: 'concept:a', label: 'open' } }),
    ],
    [
      'other words in a choice',
      { oneOf: [object({ concept: text })] },
      { oneOf: [object({ concept: { ...text, concept: 'concept:a' } })] },
    ],
    ['a new field', object({ a: text }), object({ a: text, b: text })],
    ['a field no more required', object({ a: text }, { required: ['a'] }), object({ a: text })],
    ['more values', object({ a: { enum: ['x'] } }), object({ a: { enum: ['x', 'y'] } })],
    ['a constant among values', object({ a: { const: 'x' } }), object({ a: { enum: ['x', 'y'] } })],
    [
      'wider limits',
      object({ a: { type: 'string', minLength: 2, maxLength: 5 } }),
      object({ a: { type: 'string', minLength: 1 } }),
    ],
    ['more types', object({ a: { type: 'integer' } }), object({ a: { type: ['number', 'null'] } })],
    ['any names', object({ a: text }), { type: 'object', properties: { a: text } }],
    ['a least length of nothing', object({ a: text }), object({ a: { ...text, minLength: 0 } })],
  ])('%s', (_, before, after) => expect(why(before, after)).toEqual([]))
})

describe('some content may not fit', () => {
  it.each<[string, unknown, unknown, string]>([
    ['a field removed', object({ a: text, b: text }), object({ a: text }), '/properties field-removed'],
    ['a field required', object({ a: text }), object({ a: text }, { required: ['a'] }), '/required field-required'],
    ['another type', object({ a: text }), object({ a: { type: 'integer' } }), '/properties/a/type type-narrowed'],
    ['a type where there was none', object({ a: {} }), object({ a: text }), '/properties/a/type type-narrowed'],
    [
      'a value removed',
      object({ a: { enum: ['x', 'y'] } }),
      object({ a: { enum: ['x'] } }),
      '/properties/a/enum value-removed',
    ],
    [
      'a lower maximum',
      object({ a: { maximum: 9 } }),
      object({ a: { maximum: 8 } }),
      '/properties/a/maximum limit-narrowed',
    ],
    [
      'a minimum',
      object({ a: { type: 'number' } }),
      object({ a: { type: 'number', minimum: 0 } }),
      '/properties/a/minimum limit-narrowed',
    ],
    [
      'another pattern',
      object({ a: { pattern: 'x' } }),
      object({ a: { pattern: 'y' } }),
      '/properties/a/pattern limit-narrowed',
    ],
    [
      'a format',
      object({ a: text }),
      object({ a: { ...text, format: 'date' } }),
      '/properties/a/format limit-narrowed',
    ],
    [
      'no more other names',
      { type: 'object', properties: { a: text } },
      object({ a: text }),
      '/additionalProperties closed',
    ],
    [
      'a typed name that was free',
      { type: 'object' },
      { type: 'object', properties: { a: text } },
      '/properties/a/type type-narrowed',
    ],
    [
      'elements',
      object({ a: { type: 'array', items: text } }),
      object({ a: { type: 'array', items: { ...text, maxLength: 3 } } }),
      '/properties/a/items/maxLength limit-narrowed',
    ],
    [
      'another choice',
      object({ a: { anyOf: [text] } }),
      object({ a: { anyOf: [{ type: 'number' }] } }),
      '/properties/a/anyOf not-comparable',
    ],
  ])('%s', (_, before, after, expected) => expect(why(before, after)).toEqual([expected]))
})

const leaf = fc.oneof(
  fc.record({ type: fc.constant('string'), minLength: fc.nat(2), maxLength: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ type: fc.constantFrom('integer', 'number'), minimum: fc.integer({ min: -3, max: 3 }) }),
  fc.record({ enum: fc.uniqueArray(fc.constantFrom('x', 'y', 1, 2), { minLength: 1 }) }),
  fc.constant({}),
)
const schema = fc.record({
  type: fc.constant('object'),
  additionalProperties: fc.constantFrom(true, false),
  required: fc.subarray(['a', 'b']),
  properties: fc.record({ a: leaf, b: leaf }, { requiredKeys: [] }),
})
const content = fc.record(
  {
    a: fc.constantFrom('', 'x', 'yy', 'long', 1, 2, -5, 1.5, null),
    b: fc.constantFrom('x', 'yyy', 0, 2, true),
    c: fc.constant('free'),
  },
  { requiredKeys: [] },
)

test('where nothing is narrower, whatever fitted fits', () => {
  fc.assert(
    fc.property(schema, schema, fc.array(content, { minLength: 5, maxLength: 30 }), (before, after, contents) => {
      if (compareSchemas(before, after).length > 0) return
      for (const data of contents)
        if (findProblems(before as never, data).length === 0) expect(findProblems(after as never, data)).toEqual([])
    }),
    { numRuns: 300 },
  )
})
