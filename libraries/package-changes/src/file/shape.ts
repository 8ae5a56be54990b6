import { isObject } from '@tereze/regulation'
import formats from './formats.json' with { type: 'json' }

/** A member of an object: its name, what it is, whether it must be there. */
export interface ShapeMember {
  readonly name: string
  readonly shape: Shape
  readonly required: boolean
}

/** What stands at a place of a file, as a form draws it. `of` is the name of a common part of the formats: `feel`, `message`, `period`. */
export type Shape =
  | { readonly kind: 'text'; readonly of: string | null; readonly pattern: string | null }
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'number' }
  | { readonly kind: 'yes-no' }
  | { readonly kind: 'term' }
  | { readonly kind: 'none' }
  | { readonly kind: 'fixed'; readonly value: unknown }
  | { readonly kind: 'list'; readonly item: Shape }
  | {
      readonly kind: 'object'
      readonly members: readonly ShapeMember[]
      /** Sets of members of which one is there: by contract or from a register. */
      readonly ways: readonly (readonly string[])[]
    }
  | { readonly kind: 'map'; readonly value: Shape }
  | { readonly kind: 'either'; readonly ways: readonly Shape[] }
  | { readonly kind: 'any' }

type Schema = Readonly<Record<string, unknown>>

/** Names of the formats that are drawn as forms. */
export type FormatName = keyof typeof formats

const base = 'urn:tereze:format:1:'
const deepest = 12

function resolved(
  library: Readonly<Record<string, Schema>>,
  reference: string,
  format: string,
): { schema: Schema; format: string; name: string | null } {
  const [file = '', place = ''] = reference.split('#')
  const owner = file === '' ? format : file.slice(base.length)
  const whole = library[owner] ?? {}
  const name = place.split('/').at(-1) ?? ''
  if (place === '') return { schema: whole, format: owner, name: null }
  const defs = isObject(whole.$defs) ? whole.$defs : {}
  return { schema: isObject(defs[name]) ? defs[name] : {}, format: owner, name: owner === 'common' ? name : null }
}

const names = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : [])

/** The ways of an object: sets of members of which exactly one must be there. None where the schema says nothing of the kind. */
function waysOf(schema: Schema): readonly (readonly string[])[] {
  const ways = Array.isArray(schema.oneOf) ? schema.oneOf.filter(isObject) : []
  return ways.every(way => Array.isArray(way.required) && Object.keys(way).length === 1)
    ? ways.map(way => names(way.required))
    : []
}

function shapeIn(
  library: Readonly<Record<string, Schema>>,
  schema: Schema,
  format: string,
  of: string | null,
  depth: number,
): Shape {
  if (depth > deepest) return { kind: 'any' }
  if (typeof schema.$ref === 'string') {
    const found = resolved(library, schema.$ref, format)
    return shapeIn(library, found.schema, found.format, found.name, depth + 1)
  }
  const inner = (value: unknown): Shape =>
    isObject(value) ? shapeIn(library, value, format, null, depth + 1) : { kind: 'any' }
  if (of === 'term') return { kind: 'term' }
  if ('const' in schema) return { kind: 'fixed', value: schema.const }
  if (Array.isArray(schema.enum)) return { kind: 'choice', values: names(schema.enum) }
  if (isObject(schema.properties)) {
    const required = names(schema.required)
    const members = Object.entries(schema.properties).map(([name, part]) => ({
      name,
      shape: inner(part),
      required: required.includes(name),
    }))
    return { kind: 'object', members, ways: waysOf(schema) }
  }
  const ways = schema.oneOf ?? schema.anyOf
  if (Array.isArray(ways)) return { kind: 'either', ways: ways.map(inner) }
  // Of several types one is drawn: what may also be nothing is taken away instead.
  const type = Array.isArray(schema.type) ? schema.type.find(one => one !== 'null') : schema.type
  switch (type) {
    case 'string':
      return {
        kind: 'text',
        of: schema.expression === true ? 'expression' : (of ?? (schema.format === 'date' ? 'date' : null)),
        pattern: typeof schema.pattern === 'string' ? schema.pattern : null,
      }
    case 'integer':
    case 'number':
      return { kind: 'number' }
    case 'boolean':
      return { kind: 'yes-no' }
    case 'null':
      return { kind: 'none' }
    case 'array':
      return { kind: 'list', item: inner(schema.items) }
    case 'object':
      return { kind: 'map', value: inner(schema.additionalProperties) }
    default:
      return { kind: 'any' }
  }
}

const known = new Map<string, Shape>()

/** The shape of the files of a format. */
export function shapeOf(format: FormatName): Shape {
  const before = known.get(format)
  if (before !== undefined) return before
  const shape = shapeIn(formats as Readonly<Record<string, Schema>>, formats[format] as Schema, format, null, 0)
  known.set(format, shape)
  return shape
}

/** The shape of what a JSON Schema describes: an answer of a contract, a record. */
export function shapeOfSchema(schema: Schema): Shape {
  return shapeIn({ ...formats, own: schema } as Readonly<Record<string, Schema>>, schema, 'own', null, 0)
}

/** The members of an object that its value may have: of several ways only those of the one that it takes. */
export function membersOf(shape: Extract<Shape, { kind: 'object' }>, value: Schema): readonly ShapeMember[] {
  const way = wayOf(shape, value)
  if (way === null) return shape.members
  const others = shape.ways.flat().filter(name => !way.includes(name))
  return shape.members
    .filter(({ name }) => !others.includes(name))
    .map(one => (way.includes(one.name) ? { ...one, required: true } : one))
}

/** The way that a value takes, the first where it takes none yet; null for an object without ways. */
export function wayOf({ ways }: Extract<Shape, { kind: 'object' }>, value: Schema): readonly string[] | null {
  return ways.find(way => way.some(name => name in value)) ?? ways[0] ?? null
}

/** Whether a value has the form of a shape, as far as it decides which of several ways stands there. */
export function fits(shape: Shape, value: unknown): boolean {
  switch (shape.kind) {
    case 'none':
      return value === null
    case 'text':
    case 'choice':
      return typeof value === 'string'
    case 'number':
      return typeof value === 'number'
    case 'yes-no':
      return typeof value === 'boolean'
    case 'list':
      return Array.isArray(value)
    case 'object':
    case 'map':
    case 'term':
      return isObject(value)
    case 'fixed':
      return value === shape.value
    case 'either':
      return shape.ways.some(way => fits(way, value))
    case 'any':
      return true
  }
}

/** What a new value of a shape begins with: what must be there, empty. */
export function blankOf(shape: Shape): unknown {
  switch (shape.kind) {
    case 'object': {
      const way = wayOf(shape, {}) ?? []
      const own = shape.members.filter(({ name, required }) => required || way.includes(name))
      return Object.fromEntries(own.map(({ name, shape: part }) => [name, blankOf(part)]))
    }
    case 'list':
      return []
    case 'map':
      return {}
    case 'term':
      return { workingDays: 1 }
    case 'choice':
      return shape.values[0] ?? ''
    case 'number':
      return 1
    case 'yes-no':
      return false
    case 'none':
      return null
    case 'fixed':
      return shape.value
    case 'either':
      return blankOf(shape.ways[0] ?? { kind: 'any' })
    default:
      return ''
  }
}

/** The shape at a pointer inside a value; null where the format knows no such place. */
export function shapeAt(shape: Shape, steps: readonly string[], value: unknown): Shape | null {
  const [step, ...rest] = steps
  if (step === undefined) return shape
  const below = (typeof value === 'object' && value !== null ? (value as Schema)[step] : undefined) as unknown
  if (shape.kind === 'list') return shapeAt(shape.item, rest, below)
  if (shape.kind === 'map') return shapeAt(shape.value, rest, below)
  if (shape.kind === 'either') {
    const way = shape.ways.find(one => fits(one, value))
    return way === undefined ? null : shapeAt(way, steps, value)
  }
  if (shape.kind !== 'object') return null
  const member = shape.members.find(({ name }) => name === step)
  return member === undefined ? null : shapeAt(member.shape, rest, below)
}
