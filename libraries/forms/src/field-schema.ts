import { isList, isObject, type Json, type JsonObject } from './json.ts'
import { below, refPlace, type SchemaDocuments, type SchemaPlace, schemaAt } from './schema-documents.ts'

/** What the schema says of one field: every place that constrains it, and what the form needs to know itself. */
export interface FieldSchema {
  readonly places: readonly SchemaPlace[]
  /** `object`, `array`, `string`, `number`, `integer`, `boolean`, or '' when not said. */
  readonly type: string
  /** Values of `enum` (or of the elements' `enum` for a list), null when the schema lists none. */
  readonly values: readonly Json[] | null
  readonly maxLength: number | null
}

/** Finds what the schema says of the data at `steps` (`*` for any element of a list); null when it knows no such field. */
export function fieldSchema(of: SchemaDocuments, steps: readonly string[]): FieldSchema | null {
  let places: SchemaPlace[] = [{ document: 0, pointer: '' }]
  for (const step of steps) {
    places = places.flatMap(place => withParts(of, place)).flatMap(place => child(of, place, step))
    if (places.length === 0) return null
  }
  const nodes = places.flatMap(place => withParts(of, place)).map(place => schemaAt(of, place) ?? {})
  return { places, type: firstType(nodes), values: listed(of, places), maxLength: first(nodes, 'maxLength') }
}

/** Names of the properties at the top of the data. */
export function rootNames(of: SchemaDocuments): string[] {
  const nodes = withParts(of, { document: 0, pointer: '' }).map(place => schemaAt(of, place) ?? {})
  return [...new Set(nodes.flatMap(node => (isObject(node.properties) ? Object.keys(node.properties) : [])))]
}

/** A place and what it includes by `$ref` and `allOf`. */
function withParts(of: SchemaDocuments, place: SchemaPlace, depth = 0): SchemaPlace[] {
  const node = schemaAt(of, place)
  if (node === null || depth > 24) return []
  const parts: SchemaPlace[] = [place]
  if (typeof node.$ref === 'string') {
    const target = refPlace(of, place.document, node.$ref)
    if (target !== null) parts.push(...withParts(of, target, depth + 1))
  }
  if (isList(node.allOf)) {
    node.allOf.forEach((_, index) => {
      parts.push(...withParts(of, below(place, 'allOf', index), depth + 1))
    })
  }
  return parts
}

function child(of: SchemaDocuments, place: SchemaPlace, step: string): SchemaPlace[] {
  const node = schemaAt(of, place) ?? {}
  if (step === '*') return node.items === undefined ? [] : [below(place, 'items')]
  const properties = node.properties
  return isObject(properties) && Object.hasOwn(properties, step) ? [below(place, 'properties', step)] : []
}

function firstType(nodes: readonly JsonObject[]): string {
  for (const node of nodes) {
    const type = node.type
    if (typeof type === 'string') return type
    if (isList(type)) return String(type.find(name => name !== 'null') ?? '')
  }
  return ''
}

function first(nodes: readonly JsonObject[], keyword: string): number | null {
  const value = nodes.map(node => node[keyword]).find(found => typeof found === 'number')
  return typeof value === 'number' ? value : null
}

function listed(of: SchemaDocuments, places: readonly SchemaPlace[]): readonly Json[] | null {
  const own = places.flatMap(place => withParts(of, place))
  const elements = own
    .filter(place => schemaAt(of, place)?.items !== undefined)
    .flatMap(place => withParts(of, below(place, 'items')))
  for (const place of [...own, ...elements]) {
    const values = schemaAt(of, place)?.enum
    if (isList(values)) return values.filter(value => value !== null)
  }
  return null
}
