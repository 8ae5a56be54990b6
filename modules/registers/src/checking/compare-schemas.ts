import { sameValue } from '../rules/same-value.ts'

/** Why content that fits one schema may not fit its successor. */
export type Narrowing =
  | 'field-removed'
  | 'field-required'
  | 'type-narrowed'
  | 'value-removed'
  | 'limit-narrowed'
  | 'closed'
  | 'not-comparable'

/** One place where a schema takes less than its predecessor did: pointer into the schema, and of the field. */
export interface SchemaNarrowing {
  readonly pointer: string
  readonly field: string
  readonly why: Narrowing
}

type Schema = Readonly<Record<string, unknown>>

/** Keywords that say nothing about which content fits (JSON Schema 2020-12, section 9, and our own). */
const annotations: ReadonlySet<string> = new Set([
  '$schema',
  '$id',
  '$comment',
  'title',
  'description',
  'default',
  'examples',
  'deprecated',
  'readOnly',
  'writeOnly',
  'concept',
  'label',
  'as',
])
const lower: ReadonlySet<string> = new Set(['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties'])
const upper: ReadonlySet<string> = new Set(['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties'])
const compared: ReadonlySet<string> = new Set([
  ...annotations,
  ...lower,
  ...upper,
  'type',
  'enum',
  'const',
  'properties',
  'required',
  'additionalProperties',
  'items',
  'pattern',
  'format',
  'uniqueItems',
  'multipleOf',
])

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const token = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1')
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value])

function typesOf({ type }: Schema): string[] {
  const types = listOf(type).map(String)
  return types.includes('number') ? [...types, 'integer'] : types
}

function valuesOf(schema: Schema): unknown[] | null {
  if ('const' in schema) return [schema.const]
  return Array.isArray(schema.enum) ? schema.enum : null
}

const named: ReadonlySet<string> = new Set(['properties', 'patternProperties', 'dependentSchemas', '$defs'])
const values: ReadonlySet<string> = new Set(['const', 'enum'])

/** A schema, or a list of them, without the keywords that say nothing about which content fits. */
function withoutAnnotations(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withoutAnnotations)
  if (!isSchema(schema)) return schema
  const kept = Object.entries(schema).filter(([keyword]) => !annotations.has(keyword))
  return Object.fromEntries(
    kept.map(([keyword, value]) => {
      if (values.has(keyword)) return [keyword, value]
      if (!named.has(keyword) || !isSchema(value)) return [keyword, withoutAnnotations(value)]
      return [
        keyword,
        Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withoutAnnotations(part)])),
      ]
    }),
  )
}

/**
 * Where a schema may refuse content that its predecessor took; empty when all of it still fits. Keywords that cannot be
 * compared word for word (`anyOf`, `if`, `$ref` …) count as narrower unless they are the same.
 */
export function compareSchemas(before: unknown, after: unknown): SchemaNarrowing[] {
  const found: SchemaNarrowing[] = []
  const narrow = (pointer: string, field: string, why: Narrowing) => found.push({ pointer, field, why })

  function compareMembers(old: Schema, next: Schema, pointer: string, field: string): void {
    const [were, are] = [
      isSchema(old.properties) ? old.properties : {},
      isSchema(next.properties) ? next.properties : {},
    ]
    const required = listOf(old.required)
    for (const name of listOf(next.required).map(String))
      if (!required.includes(name)) narrow(`${pointer}/required`, `${field}/${token(name)}`, 'field-required')
    for (const [name, part] of Object.entries(were)) {
      const place = `${pointer}/properties/${token(name)}`
      if (name in are) compare(part, are[name], place, `${field}/${token(name)}`)
      else if (next.additionalProperties === false)
        narrow(`${pointer}/properties`, `${field}/${token(name)}`, 'field-removed')
      else if (isSchema(next.additionalProperties))
        compare(part, next.additionalProperties, `${pointer}/additionalProperties`, `${field}/${token(name)}`)
    }
    // A name that was free before may have held anything.
    for (const name of Object.keys(are))
      if (!(name in were) && old.additionalProperties !== false)
        compare(
          old.additionalProperties ?? {},
          are[name],
          `${pointer}/properties/${token(name)}`,
          `${field}/${token(name)}`,
        )
    if (old.additionalProperties !== false && next.additionalProperties === false)
      narrow(`${pointer}/additionalProperties`, field, 'closed')
    else if (isSchema(old.additionalProperties) && isSchema(next.additionalProperties))
      compare(old.additionalProperties, next.additionalProperties, `${pointer}/additionalProperties`, `${field}/*`)
    else if (old.additionalProperties !== false && isSchema(next.additionalProperties))
      narrow(`${pointer}/additionalProperties`, field, 'closed')
  }

  function compareLimits(old: Schema, next: Schema, pointer: string, field: string): void {
    for (const [keyword, limit] of Object.entries(next)) {
      const was = old[keyword]
      const isNarrower =
        (lower.has(keyword) && (was === undefined ? Number(limit) > least(keyword) : Number(limit) > Number(was))) ||
        (upper.has(keyword) && (was === undefined || Number(limit) < Number(was))) ||
        (keyword === 'uniqueItems' && limit === true && was !== true) ||
        (['pattern', 'format', 'multipleOf'].includes(keyword) && !sameValue(limit, was))
      if (isNarrower) narrow(`${pointer}/${keyword}`, field, 'limit-narrowed')
    }
  }

  function compare(old: unknown, next: unknown, pointer: string, field: string): void {
    if (sameValue(old, next) || next === true) return
    if (!isSchema(old) || !isSchema(next)) {
      narrow(pointer, field, 'not-comparable')
      return
    }
    const other = [...new Set([...Object.keys(old), ...Object.keys(next)])].filter(keyword => !compared.has(keyword))
    for (const keyword of other)
      if (keyword in next && !sameValue(withoutAnnotations(old[keyword]), withoutAnnotations(next[keyword])))
        narrow(`${pointer}/${token(keyword)}`, field, 'not-comparable')
    const [were, are] = [typesOf(old), typesOf(next)]
    if (are.length > 0 && (were.length === 0 ? valuesOf(old) === null : were.some(type => !are.includes(type))))
      narrow(`${pointer}/type`, field, 'type-narrowed')
    const [had, has] = [valuesOf(old), valuesOf(next)]
    if (has !== null && (had === null || had.some(value => !has.some(one => sameValue(one, value)))))
      narrow(`${pointer}/${'const' in next ? 'const' : 'enum'}`, field, 'value-removed')
    compareLimits(old, next, pointer, field)
    if (isSchema(old.properties) || isSchema(next.properties) || 'required' in next)
      compareMembers(old, next, pointer, field)
    if (next.items !== undefined) compare(old.items ?? {}, next.items, `${pointer}/items`, `${field}/*`)
  }

  compare(before, after, '', '')
  return found
}

const least = (keyword: string) =>
  keyword === 'minimum' || keyword === 'exclusiveMinimum' ? Number.NEGATIVE_INFINITY : 0
