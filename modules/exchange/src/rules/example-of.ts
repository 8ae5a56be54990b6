import type { JsonObject } from '@tereze/operation'
import { sampleOfPattern } from './sample-of-pattern.ts'

const formats: Readonly<Record<string, string>> = {
  date: '2026-03-02',
  'date-time': '2026-03-02T04:00:00Z',
  time: '04:00:00Z',
  uuid: '01960000-0000-7000-8000-000000000001',
  email: 'office@services.example',
  uri: 'https://services.example/',
  duration: 'P1D',
}

interface Schema {
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly examples?: readonly unknown[]
  readonly default?: unknown
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly minItems?: number
  readonly pattern?: string
  readonly format?: string
  readonly minLength?: number
  readonly minimum?: number
  readonly exclusiveMinimum?: number
}

function textOf({ format, pattern, minLength = 0 }: Schema): string {
  if (format !== undefined && formats[format] !== undefined) return formats[format]
  const sample = pattern === undefined ? 'x' : (sampleOfPattern(pattern) ?? 'x')
  return sample.padEnd(minLength, 'x')
}

function ofType(schema: Schema): unknown {
  const type = typeof schema.type === 'object' ? schema.type[0] : schema.type
  switch (type ?? (schema.properties === undefined ? undefined : 'object')) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([name, inner]) => [name, exampleOf(inner)]),
      )
    case 'array':
      return Array.from({ length: Math.max(schema.minItems ?? 0, 1) }, () => exampleOf(schema.items ?? {}))
    case 'integer':
    case 'number':
      return schema.minimum ?? (schema.exclusiveMinimum === undefined ? 0 : schema.exclusiveMinimum + 1)
    case 'boolean':
      return true
    case 'string':
      return textOf(schema)
    default:
      return null
  }
}

/**
 * A value that fits a JSON Schema (2020-12) of the kind that contracts have: its own example where it gives one, otherwise the simplest
 * value of its type with every property. Whether it really fits is for the caller to check: a schema may ask for more than this knows.
 */
export function exampleOf(schema: unknown): unknown {
  const given = schema as Schema
  if (given.const !== undefined) return given.const
  if (given.examples?.[0] !== undefined) return given.examples[0]
  if (given.enum !== undefined) return given.enum[0]
  if (given.default !== undefined) return given.default
  const [choice] = given.anyOf ?? given.oneOf ?? []
  if (choice !== undefined) return exampleOf({ ...given, anyOf: undefined, oneOf: undefined, ...choice })
  if (given.allOf !== undefined) {
    const parts = [{ ...given, allOf: undefined }, ...given.allOf].map(exampleOf)
    return Object.assign({}, ...parts.filter(part => typeof part === 'object')) as JsonObject
  }
  return ofType(given)
}
