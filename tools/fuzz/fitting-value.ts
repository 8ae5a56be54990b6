import fc, { type Arbitrary } from 'fast-check'
import type { Schema } from './schema.ts'

/** Values that are there on the asked server, by a pattern that they fit: so that operations go further than to "not found". */
export type Pool = readonly string[]

const dates = ['2026-03-02', '1900-01-01', '2024-02-29', '9999-12-31', '0001-01-01']
const moments = ['2026-03-02T04:00:00Z', '2024-02-29T23:59:60Z', '0001-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z']

/** Texts by their pattern: a generator of one costs more than all that it makes. */
const matching = new Map<string, Arbitrary<string>>()

function textOf(schema: Schema, pool: Pool): Arbitrary<string> {
  const { pattern, format, minLength = 0, maxLength = 40 } = schema
  if (format === 'date') return fc.constantFrom(...dates)
  if (format === 'date-time') return fc.constantFrom(...moments)
  if (format === 'uuid') return fc.uuid()
  if (format === 'email') return fc.constant('nobody@example.invalid')
  if (format === 'uri') return fc.constantFrom('https://services.example/x', 'http://127.0.0.1:1/x')
  const longest = Math.min(maxLength, Math.max(minLength, 300))
  if (pattern === undefined) return fc.string({ unit: 'grapheme', minLength, maxLength: Math.max(minLength, longest) })
  const fitting = pool.filter(value => new RegExp(pattern, 'u').test(value))
  const made = matching.get(pattern) ?? fc.stringMatching(new RegExp(pattern, 'u'))
  matching.set(pattern, made)
  return fitting.length === 0 ? made : fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...fitting) }, made)
}

function objectOf({ properties = {}, required = [], patternProperties }: Schema, pool: Pool): Arbitrary<unknown> {
  const named = fc.record(
    Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, fittingValue(schema, pool)])),
    { requiredKeys: required.filter(name => Object.hasOwn(properties, name)) as never[] },
  )
  const [open] = Object.values(patternProperties ?? {})
  if (open === undefined) return named
  const more = fc.dictionary(fc.constantFrom('identifier', 'name', 'given', 'x', ''), fittingValue(open, pool), {
    maxKeys: 2,
  })
  return fc.tuple(more, named).map(([others, own]) => ({ ...others, ...(own as object) }))
}

/** Any value that fits a schema, edges often. What is not understood of a schema is left open: such values are refused, which is an answer too. */
export function fittingValue(schema: Schema, pool: Pool): Arbitrary<unknown> {
  const choices = schema.anyOf ?? schema.oneOf
  if (choices !== undefined) return fc.oneof(...choices.map(choice => fittingValue(choice, pool)))
  if (schema.allOf !== undefined)
    return fc.tuple(...schema.allOf.map(part => fittingValue(part, pool))).map(parts => Object.assign({}, ...parts))
  if ('const' in schema) return fc.constant(schema.const)
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum)
  const { minimum = -1000, maximum = 1_000_000 } = schema
  switch (schema.type) {
    case 'object':
      return objectOf(schema, pool)
    case 'array': {
      const { minItems = 0, maxItems = 3 } = schema
      return fc.array(fittingValue(schema.items ?? {}, pool), {
        minLength: minItems,
        maxLength: Math.max(minItems, Math.min(maxItems, 3)),
      })
    }
    case 'string':
      return textOf(schema, pool)
    case 'integer':
      return fc.oneof(
        fc.constantFrom(minimum, maximum),
        fc.integer({ min: Math.ceil(minimum), max: Math.floor(maximum) }),
      )
    case 'number':
      return fc.oneof(fc.constantFrom(minimum, maximum), fc.double({ min: minimum, max: maximum, noNaN: true }))
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    default:
      return fc.jsonValue({ maxDepth: 2 })
  }
}
