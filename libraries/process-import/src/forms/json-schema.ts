import { isJsonObject, type Json, type JsonObject } from '@tereze/bpmn'
import { kebabOf } from '../names.ts'
import type { Ledger, Outcome } from '../report.ts'
import type { DraftField, DraftForm, DraftItem } from './draft-form.ts'

/** Keywords that say what is valid and are taken over as they are, by the type that they belong to. */
const limits: Readonly<Record<string, readonly string[]>> = {
  string: ['minLength', 'maxLength', 'pattern', 'format', 'default'],
  number: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'default'],
  boolean: ['default'],
  array: ['minItems', 'maxItems', 'uniqueItems'],
}
/** Keywords that only describe the file. */
const about = new Set(['$schema', '$id', '$comment', '$defs', 'definitions', 'examples', 'deprecated', 'writeOnly'])
/** From here on a text is asked for in several lines. */
const longText = 200

/** One schema of the file: what of it has been told, and where it stands. */
class SchemaNode {
  readonly json: JsonObject
  private readonly reader: Reader
  private readonly keys = new Map<string, object>()

  constructor(reader: Reader, json: JsonObject, path: readonly string[]) {
    this.json = json
    this.reader = reader
    const element = ['form:', reader.name, ...path.map(name => `/${name}`)].join('')
    for (const attribute of Object.keys(json)) {
      const key = {}
      this.keys.set(attribute, key)
      reader.ledger.enter(key, { element, attribute })
    }
  }

  tell(keyword: string, outcome: Outcome): void {
    const key = this.keys.get(keyword)
    if (key !== undefined) this.reader.ledger.tell(key, outcome)
  }

  /** Says why nothing of it is taken over. */
  leave(outcome: Outcome): void {
    for (const keyword of this.keys.keys()) this.tell(keyword, outcome)
  }

  text(keyword: string, to: string): string | undefined {
    const value = this.json[keyword]
    if (typeof value !== 'string' || value.trim() === '') return undefined
    this.tell(keyword, { to })
    return value.trim()
  }
}

interface Reader {
  readonly ledger: Ledger
  readonly name: string
  readonly root: JsonObject
}

/** The schema that a local `$ref` names; undefined where it leads out of the file, nowhere, or into itself. */
function referred(root: JsonObject, ref: Json | undefined, seen: readonly string[]): JsonObject | undefined {
  if (typeof ref !== 'string' || !ref.startsWith('#/') || seen.includes(ref)) return undefined
  let at: Json | undefined = root
  for (const step of ref.slice(2).split('/')) {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~')
    at = isJsonObject(at) && Object.hasOwn(at, name) ? at[name] : undefined
  }
  if (!isJsonObject(at)) return undefined
  return at.$ref === undefined ? at : referred(root, at.$ref, [...seen, ref])
}

const typeOf = ({ type }: JsonObject): string => {
  const types = Array.isArray(type) ? type.filter(one => one !== 'null') : [type]
  const [first] = types
  return types.length === 1 && typeof first === 'string' ? first : ''
}

const textsOf = (value: Json | undefined): readonly string[] =>
  Array.isArray(value) && value.every(one => typeof one === 'string') ? value : []

/** What is asked for by a schema at `path`; `from` is its name in messages of the report. */
function itemsOf(
  reader: Reader,
  given: JsonObject,
  path: readonly string[],
  place: readonly string[],
  required: boolean,
  seen: readonly string[],
): DraftItem[] {
  const own = new SchemaNode(reader, given, place)
  let json = given
  let followed = seen
  if (given.$ref !== undefined) {
    const target = referred(reader.root, given.$ref, seen)
    if (target === undefined) {
      own.leave({ why: 'reference-outside' })
      return []
    }
    own.tell('$ref', { to: 'data.schema.json' })
    followed = [...seen, String(given.$ref)]
    const { $ref: _, ...beside } = given
    json = { ...target, ...beside }
  }
  // What a reference brings is told once for each place that it is used in.
  const node = json === given ? own : new SchemaNode(reader, json, [...place, '$ref'])
  if (json !== given) for (const keyword of Object.keys(given)) own.tell(keyword, { to: 'data.schema.json' })
  const name = path.at(-1) ?? ''
  const label = node.text('title', 'messages') ?? name
  const hint = node.text('description', 'messages')
  for (const keyword of about) node.tell(keyword, { why: 'no-meaning' })
  if (typeOf(json) === 'object' || (json.type === undefined && isJsonObject(json.properties))) {
    const items = propertiesOf(reader, node, path, place, followed)
    node.tell('type', { to: 'data.schema.json' })
    finish(node)
    return items.length === 0 ? [] : [{ kind: 'group', id: kebabOf(name, 'group'), label, items }]
  }
  if (typeOf(json) === 'array' && isJsonObject(json.items) && isObjectSchema(reader, json.items, followed)) {
    for (const keyword of ['type', 'items']) node.tell(keyword, { to: 'data.schema.json' })
    const inner = itemsOf(reader, json.items, [], [...place, '*'], false, followed)
    finish(node)
    const items = inner.flatMap(item => (item.kind === 'group' ? item.items : [item]))
    return items.length === 0 ? [] : [{ kind: 'repeat', path, label, items }]
  }
  const kind = kindOf(node, json)
  if (kind === undefined) {
    node.leave({ why: typeOf(json) === 'array' ? 'no-such-list' : 'field-type' })
    return []
  }
  const locked = json.readOnly === true
  node.tell('readOnly', locked ? { to: 'prefill' } : { why: 'no-meaning' })
  finish(node)
  return [
    {
      kind: 'field',
      path,
      ...kind,
      required,
      ...(locked ? { locked } : {}),
      label,
      ...(hint === undefined ? {} : { hint }),
    },
  ]
}

/** Whatever is left checks something that the form has no words for. */
function finish(node: SchemaNode): void {
  node.leave({ why: 'check-not-possible' })
}

function isObjectSchema(reader: Reader, json: JsonObject, seen: readonly string[]): boolean {
  const target = json.$ref === undefined ? json : referred(reader.root, json.$ref, seen)
  return target !== undefined && (typeOf(target) === 'object' || isJsonObject(target.properties))
}

function propertiesOf(
  reader: Reader,
  node: SchemaNode,
  path: readonly string[],
  place: readonly string[],
  seen: readonly string[],
): DraftItem[] {
  const { json } = node
  const required = textsOf(json.required)
  node.tell('properties', { to: 'data.schema.json' })
  node.tell('required', { to: 'data.schema.json required' })
  if (json.additionalProperties === false) node.tell('additionalProperties', { to: 'data.schema.json' })
  return Object.entries(isJsonObject(json.properties) ? json.properties : {}).flatMap(([name, schema]) =>
    isJsonObject(schema)
      ? itemsOf(reader, schema, [...path, name], [...place, name], required.includes(name), seen)
      : [],
  )
}

type Kind = Pick<DraftField, 'as' | 'schema' | 'answers'>

function kindOf(node: SchemaNode, json: JsonObject): Kind | undefined {
  const type = typeOf(json)
  const values = textsOf(json.enum)
  if (values.length > 0 && (type === 'string' || json.type === undefined)) {
    for (const keyword of ['type', 'enum']) node.tell(keyword, { to: 'data.schema.json enum' })
    const answers = values.map(value => ({ value, label: value }))
    return { as: 'choice', schema: { type: 'string', enum: values }, answers }
  }
  if (type === 'array') {
    const listed = isJsonObject(json.items) ? textsOf(json.items.enum) : []
    if (listed.length === 0) return undefined
    for (const keyword of ['type', 'items']) node.tell(keyword, { to: 'data.schema.json' })
    const answers = listed.map(value => ({ value, label: value }))
    const items = { type: 'string', enum: listed }
    return { as: 'choices', schema: { type: 'array', uniqueItems: true, items, ...limited(node, 'array') }, answers }
  }
  const simple = { answers: [] }
  switch (type) {
    case 'string': {
      node.tell('type', { to: 'data.schema.json' })
      const schema = { type, ...limited(node, 'string') }
      const most = json.maxLength
      const as = json.format === 'date' ? 'date' : typeof most === 'number' && most > longText ? 'long-text' : 'text'
      return { as, schema, ...simple }
    }
    case 'number':
    case 'integer':
      node.tell('type', { to: 'data.schema.json' })
      return { as: 'number', schema: { type, ...limited(node, 'number') }, ...simple }
    case 'boolean':
      node.tell('type', { to: 'data.schema.json' })
      return { as: 'yes-no', schema: { type, ...limited(node, 'boolean') }, ...simple }
    default:
      return undefined
  }
}

/** Patterns with look-around or back-references are refused here: they can be made to hang. */
function limited(node: SchemaNode, type: string): JsonObject {
  const taken: Record<string, Json> = {}
  for (const keyword of limits[type] ?? []) {
    const value = node.json[keyword]
    if (value === undefined) continue
    if (keyword === 'pattern' && !isLinear(value)) continue
    node.tell(keyword, { to: `data.schema.json ${keyword}` })
    taken[keyword] = value
  }
  return taken
}

function isLinear(pattern: Json): boolean {
  return typeof pattern === 'string' && !/\(\?(?:[=!]|<[=!])|\\[1-9]|\\k</.test(pattern)
}

/** A form that asks for the data of a JSON Schema (2020-12, or an older one in what they share); every keyword is a unit of the report. */
export function readJsonSchema(ledger: Ledger, root: JsonObject, name: string, id: string): DraftForm {
  const reader = { ledger, name, root }
  const node = new SchemaNode(reader, root, [])
  const title = node.text('title', 'messages') ?? name
  node.tell('description', { why: 'no-static-content' })
  for (const keyword of about) node.tell(keyword, { why: 'no-meaning' })
  node.tell('type', { to: 'data.schema.json' })
  const items = propertiesOf(reader, node, [], [], [])
  finish(node)
  return { id, title, items }
}
