import { conceptIdOf } from './concept.ts'

/** What a schema says of the type of a field; `unknown` when it says nothing that a concept could differ from. */
export type FieldType = 'text' | 'date' | 'instant' | 'integer' | 'number' | 'boolean' | 'object' | 'null' | 'unknown'

/** One place of a schema that holds data: a value, or an object that names a concept. */
export interface Field {
  /** JSON Pointer (RFC 6901) into the schema. */
  readonly pointer: string
  /** Where it stands in the data; `*` is every element of a list. */
  readonly path: string
  /** The id of the concept that it names. */
  readonly concept: string | null
  readonly type: FieldType
  /** The values that it may have, as texts, where the schema lists them. */
  readonly codes: readonly string[] | null
  readonly pattern: string | null
  /** Of an object whose members are listed: those members, by name. */
  readonly members: Readonly<Record<string, Field>> | null
}

type Schema = Readonly<Record<string, unknown>>

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const token = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1')
const alternatives = ['anyOf', 'oneOf', 'allOf'] as const

function typeOfValue(value: unknown): FieldType {
  if (value === null) return 'null'
  if (typeof value === 'boolean') return 'boolean'
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number'
  return typeof value === 'string' ? 'text' : 'unknown'
}

function onlyOf(types: readonly FieldType[]): FieldType {
  const kinds = new Set(types.filter(type => type !== 'null'))
  if (kinds.size === 0) return types.length === 0 ? 'unknown' : 'null'
  const [first = 'unknown'] = kinds
  return kinds.size === 1 ? first : 'unknown'
}

function typeOfName(name: unknown, format: unknown): FieldType {
  if (name === 'string') return format === 'date' ? 'date' : format === 'date-time' ? 'instant' : 'text'
  if (name === 'integer' || name === 'number' || name === 'boolean' || name === 'object' || name === 'null') return name
  return 'unknown'
}

function valuesOf(schema: Schema): readonly unknown[] | null {
  if ('const' in schema) return [schema.const]
  return Array.isArray(schema.enum) ? schema.enum : null
}

function typeOf(schema: Schema): FieldType {
  const values = valuesOf(schema)
  if (values !== null) return onlyOf(values.map(typeOfValue))
  const names = Array.isArray(schema.type) ? schema.type : schema.type === undefined ? [] : [schema.type]
  if (names.length === 0) return isSchema(schema.properties) ? 'object' : 'unknown'
  return onlyOf(names.map(name => typeOfName(name, schema.format)))
}

/**
 * The fields of a JSON Schema (2020-12) in the order of its text: through properties, elements of lists and alternatives. A concept
 * of a list, or of a choice, is that of its elements and alternatives. What `if`, `then` and `$ref` say is not followed.
 * @param schema a schema object; anything else has no fields.
 */
export function fieldsOf(schema: unknown): Field[] {
  return isSchema(schema) ? within(schema, '', '', null) : []
}

function within(schema: Schema, pointer: string, path: string, above: string | null): Field[] {
  const concept = typeof schema.concept === 'string' ? conceptIdOf(schema.concept) : above
  if (isSchema(schema.items)) return within(schema.items, `${pointer}/items`, `${path}/*`, concept)
  const found = alternatives.find(keyword => Array.isArray(schema[keyword]))
  if (found !== undefined && !isSchema(schema.properties)) {
    const choices = schema[found] as readonly unknown[]
    return choices.flatMap((choice, index) =>
      isSchema(choice) ? within(choice, `${pointer}/${found}/${index}`, path, concept) : [],
    )
  }
  const field = {
    pointer,
    path,
    concept,
    type: typeOf(schema),
    codes:
      valuesOf(schema)
        ?.filter(value => value !== null)
        .map(String) ?? null,
    pattern: typeof schema.pattern === 'string' ? schema.pattern : null,
  }
  if (!isSchema(schema.properties)) return field.type === 'null' ? [] : [{ ...field, members: null }]
  const members: Record<string, Field> = {}
  const below: Field[] = []
  for (const [name, part] of Object.entries(schema.properties)) {
    if (!isSchema(part)) continue
    const fields = within(part, `${pointer}/properties/${token(name)}`, `${path}/${token(name)}`, null)
    below.push(...fields)
    const [first] = fields
    if (first !== undefined) members[name] = first
  }
  return concept === null ? below : [{ ...field, members }, ...below]
}
