import type { TSchema } from 'typebox'
import { Errors } from 'typebox/schema'
import { nearest } from '../nearest.ts'
import { below, isObject, readAt } from '../places.ts'
import { problem, type RegulationProblem } from '../problem.ts'

interface SchemaError {
  readonly keyword: string
  readonly schemaPath: string
  readonly instancePath: string
  readonly params: object
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : []
}

function wanted(schema: unknown): string {
  if (!isObject(schema)) return ''
  const values = schema.enum ?? (schema.const === undefined ? undefined : [schema.const])
  if (Array.isArray(values)) return values.join(', ')
  return [schema.type, schema.description].filter(part => typeof part === 'string').join(': ')
}

function problemsOf(error: SchemaError, schema: TSchema, value: unknown): RegulationProblem[] {
  const { instancePath: place, schemaPath, keyword } = error
  const params = error.params as Record<string, unknown>
  const owner = readAt(schema, schemaPath.slice(schemaPath.indexOf('#') + 1))
  const given = readAt(value, place)
  switch (keyword) {
    case 'required':
      return textsOf(params.requiredProperties).map(name => {
        const isWords =
          isObject(owner) && isObject(owner.properties) && Object.keys(owner.properties).join() === 'en,ru,kk'
        return problem(below(place, name), isWords ? 'words-missing' : 'member-missing', { member: name })
      })
    case 'additionalProperties': {
      const known = isObject(owner) && isObject(owner.properties) ? Object.keys(owner.properties) : []
      return textsOf(params.additionalProperties).map(name =>
        problem(below(place, name), 'member-unknown', { member: name, nearest: nearest(name, known) }),
      )
    }
    case 'enum':
      return [
        problem(place, 'value-unknown', {
          value: String(given),
          known: wanted(owner),
          nearest: nearest(String(given), isObject(owner) ? textsOf(owner.enum) : []),
        }),
      ]
    case 'minLength':
      return [problem(place, 'text-empty')]
    case 'minItems':
      return [problem(place, 'list-short', { least: String(params.limit ?? 1) })]
    case 'pattern':
      if (given === '') return [problem(place, 'text-empty')]
      return [problem(place, 'value-wrong', { wanted: wanted(owner) || keyword })]
    case 'boolean':
    case 'if':
    case 'anyOf':
      return keyword === 'anyOf' ? [problem(place, 'value-wrong', { wanted: wanted(owner) })] : []
    default:
      return [problem(place, 'value-wrong', { wanted: wanted(owner) || keyword })]
  }
}

/** A schema that looks at a value, not into it: the checker stops after some errors, and every one is wanted. */
function shallow(schema: TSchema): TSchema {
  const { properties, items, ...rest } = schema as Record<string, unknown>
  return {
    ...rest,
    ...(isObject(properties)
      ? { properties: Object.fromEntries(Object.keys(properties).map(name => [name, {}])) }
      : {}),
  } as TSchema
}

function checkAt(schema: TSchema, value: unknown, place: string): RegulationProblem[] {
  const [, errors] = Errors(shallow(schema), value)
  const own = (errors as readonly SchemaError[])
    .filter(({ schemaPath }) => !/\/anyOf\/\d/.test(schemaPath))
    .flatMap(error => problemsOf(error, schema, value))
    .map(found => ({ ...found, pointer: `${place}${found.pointer}` }))
  const { properties, items } = schema as Record<string, unknown>
  const inner =
    isObject(properties) && isObject(value)
      ? Object.entries(properties).flatMap(([name, member]) =>
          value[name] !== undefined ? checkAt(member as TSchema, value[name], below(place, name)) : [],
        )
      : items !== undefined && Array.isArray(value)
        ? value.flatMap((one, index) => checkAt(items as TSchema, one, below(place, index)))
        : []
  return [...own, ...inner]
}

/** What is wrong with the form of a value: members missing or unknown, values of another kind, words not in every language. */
export function checkShape(schema: TSchema, value: unknown): RegulationProblem[] {
  const found = checkAt(schema, value, '')
  return found.filter(
    (one, index) => found.findIndex(({ pointer, code }) => pointer === one.pointer && code === one.code) === index,
  )
}
