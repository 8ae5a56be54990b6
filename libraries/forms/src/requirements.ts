import { isList, isObject, type Json, type JsonObject } from './json.ts'
import { below, refPlace, type SchemaDocuments, type SchemaPlace, schemaAt } from './schema-documents.ts'

/** What must hold for a requirement to count: the value at `at` does (or does not) match the schema at `test`. */
export interface RequirementCondition {
  readonly at: readonly string[]
  readonly test: SchemaPlace | { readonly present: string }
  readonly holds: boolean
}

/** A property that the schema requires; `*` stands for every element of a list. */
export interface Requirement {
  readonly steps: readonly string[]
  readonly conditions: readonly RequirementCondition[]
}

const DEEPEST = 24

/** Every `required`, `dependentRequired` and conditional (`if`/`then`/`else`) requirement of the schema, as one list. */
export function requirements(of: SchemaDocuments): Requirement[] {
  const found: Requirement[] = []
  const walk = (
    place: SchemaPlace,
    at: readonly string[],
    conditions: readonly RequirementCondition[],
    depth: number,
  ) => {
    const node = schemaAt(of, place)
    if (node === null || depth > DEEPEST) return
    const next = (inner: SchemaPlace, where = at, when = conditions) => walk(inner, where, when, depth + 1)
    for (const name of names(node.required)) found.push({ steps: [...at, name], conditions })
    const dependent = node.dependentRequired
    if (isObject(dependent)) {
      for (const [present, list] of Object.entries(dependent)) {
        for (const name of names(list)) {
          found.push({ steps: [...at, name], conditions: [...conditions, { at, test: { present }, holds: true }] })
        }
      }
    }
    if (typeof node.$ref === 'string') {
      const target = refPlace(of, place.document, node.$ref)
      if (target !== null) next(target)
    }
    for (const index of (isList(node.allOf) ? node.allOf : []).keys()) next(below(place, 'allOf', index))
    for (const name of Object.keys(properties(node))) next(below(place, 'properties', name), [...at, name])
    if (isObject(node.items)) next(below(place, 'items'), [...at, '*'])
    if (node.if !== undefined) {
      for (const branch of ['then', 'else'] as const) {
        if (node[branch] === undefined) continue
        const condition = { at, test: below(place, 'if'), holds: branch === 'then' }
        next(below(place, branch), at, [...conditions, condition])
      }
    }
  }
  walk({ document: 0, pointer: '' }, [], [], 0)
  return found
}

function names(value: Json | undefined): string[] {
  return isList(value) ? value.filter(name => typeof name === 'string') : []
}

function properties(node: JsonObject): JsonObject {
  return isObject(node.properties) ? node.properties : {}
}
