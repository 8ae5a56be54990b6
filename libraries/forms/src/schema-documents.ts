import { RE2JS } from 're2js'
import { isList, isObject, type Json, type JsonObject } from './json.ts'
import { pointerSteps, toPointer } from './pointer.ts'
import type { FormFault } from './problem.ts'

/** A place in one of the schema documents: its number and the JSON Pointer inside it. */
export interface SchemaPlace {
  readonly document: number
  readonly pointer: string
}

/** The data schema (document 0) and the documents that its `$ref`s name. */
export interface SchemaDocuments {
  readonly documents: readonly JsonObject[]
  /** The texts by which `$ref` names each document; document 0 may also be named by its `$id`. */
  readonly names: ReadonlyMap<string, number>
}

/** Keywords that hold one schema, a list of schemas, or schemas by name (JSON Schema 2020-12, core §10). */
const ONE = [
  'items',
  'additionalProperties',
  'unevaluatedProperties',
  'unevaluatedItems',
  'contains',
  'propertyNames',
  'not',
  'if',
  'then',
  'else',
]
const LIST = ['allOf', 'anyOf', 'oneOf', 'prefixItems']
const NAMED = ['properties', '$defs', 'dependentSchemas']

/** Below these a `required` decides which alternative holds, so it is not the form's to drop. */
const DECIDING = new Set(['if', 'not', 'anyOf', 'oneOf', 'contains', 'propertyNames', 'dependentSchemas'])

/** Gathers the documents. `schemas` is keyed by the text before `#` in the `$ref`s. */
export function schemaDocuments(
  schema: JsonObject,
  schemas: Readonly<Record<string, JsonObject>> = {},
): SchemaDocuments {
  const names = new Map<string, number>([['', 0]])
  if (typeof schema.$id === 'string') names.set(schema.$id, 0)
  const documents = [schema]
  for (const [name, document] of Object.entries(schemas)) {
    names.set(name, documents.length)
    if (typeof document.$id === 'string') names.set(document.$id, documents.length)
    documents.push(document)
  }
  return { documents, names }
}

/** The place that a `$ref` standing in `document` points to, or null when it leads nowhere. */
export function refPlace(of: SchemaDocuments, document: number, ref: string): SchemaPlace | null {
  const [name = '', fragment = ''] = ref.split('#', 2)
  const target = name === '' ? document : of.names.get(name)
  if (target === undefined || (fragment !== '' && !fragment.startsWith('/'))) return null
  return { document: target, pointer: decodeURIComponent(fragment) }
}

/** The schema at a place; null when nothing is there. A schema `true` is the empty schema. */
export function schemaAt(of: SchemaDocuments, place: SchemaPlace): JsonObject | null {
  let node: Json | undefined = of.documents[place.document]
  for (const step of pointerSteps(place.pointer)) {
    if (isList(node)) node = node[Number(step)]
    else if (isObject(node) && Object.hasOwn(node, step)) node = node[step]
    else return null
  }
  if (node === true) return {}
  return isObject(node) ? node : null
}

/** The place `steps` below another in the schema (not in the data). */
export function below(place: SchemaPlace, ...steps: (string | number)[]): SchemaPlace {
  return { document: place.document, pointer: place.pointer + toPointer(steps) }
}

/** Address of a place for the validator; `whole` documents have the form's `required`s taken out. */
export function placeUri(place: SchemaPlace, kind: 'strict' | 'whole'): string {
  return `urn:tereze:form:${kind}:${place.document}#${encodeURI(place.pointer)}`
}

/**
 * Rewrites the documents for validation: patterns run on a linear-time engine, so no text can hang a server;
 * `$ref`s become absolute; and a second, `whole`, copy is made without the `required`s that are counted by the form
 * (semantics 5). Faults: a pattern with look-around or back-references, `patternProperties`, a `$ref` to nowhere.
 */
export function validationContext(of: SchemaDocuments): { context: Record<string, JsonObject>; faults: FormFault[] } {
  const faults: FormFault[] = []
  const fault = (code: FormFault['code'], place: SchemaPlace, params: Record<string, Json>) =>
    faults.push({ code, path: place.pointer, params })

  const rewrite = (node: Json, place: SchemaPlace, kind: 'strict' | 'whole'): Json => {
    if (!isObject(node)) return node
    const copy: Record<string, Json> = {}
    for (const [keyword, value] of Object.entries(node)) {
      const at = below(place, keyword)
      if (keyword === '$id' || keyword === '$schema') continue
      if (kind === 'whole' && (keyword === 'required' || keyword === 'dependentRequired')) continue
      const inside = DECIDING.has(keyword) ? 'strict' : kind
      if (keyword === '$ref' && typeof value === 'string') {
        const target = refPlace(of, place.document, value)
        if (target === null || schemaAt(of, target) === null) {
          if (kind === 'strict') fault('form.schema-invalid', at, { ref: value })
          copy.$ref = placeUri({ document: 0, pointer: '' }, 'strict')
        } else copy.$ref = placeUri(target, kind)
      } else if (keyword === 'pattern' && typeof value === 'string') {
        const test = linearPattern(value)
        if (test === null) {
          if (kind === 'strict') fault('form.pattern-unsupported', at, { pattern: value })
        } else copy['~refine'] = [refinement(test, value)]
      } else if (keyword === 'patternProperties') {
        if (kind === 'strict') fault('form.pattern-unsupported', at, {})
      } else if (ONE.includes(keyword)) copy[keyword] = rewrite(value, at, inside)
      else if (LIST.includes(keyword) && isList(value)) {
        copy[keyword] = value.map((inner, index) => rewrite(inner, below(at, index), inside))
      } else if (NAMED.includes(keyword) && isObject(value)) {
        copy[keyword] = Object.fromEntries(
          Object.entries(value).map(([name, inner]) => [name, rewrite(inner, below(at, name), inside)]),
        )
      } else copy[keyword] = value
    }
    return copy
  }

  const context: Record<string, JsonObject> = {}
  of.documents.forEach((document, number) => {
    for (const kind of ['strict', 'whole'] as const) {
      const $id = `urn:tereze:form:${kind}:${number}`
      context[$id] = { ...(rewrite(document, { document: number, pointer: '' }, kind) as JsonObject), $id }
    }
  })
  return { context, faults }
}

/** The keyword by which typebox lets a schema carry its own check; the pattern's text comes back in the error. */
function refinement(test: (text: string) => boolean, pattern: string): Json {
  const check = (value: unknown) => typeof value !== 'string' || test(value)
  return { check, error: () => pattern } as unknown as Json
}

function linearPattern(pattern: string): ((text: string) => boolean) | null {
  try {
    const compiled = RE2JS.compile(pattern)
    return text => compiled.matcher(text).find()
  } catch {
    return null
  }
}
