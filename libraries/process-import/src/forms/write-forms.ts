import { isJsonObject, type Json, type JsonObject } from '@tereze/bpmn'
import type { DataNames } from '../data-names.ts'
import type { Ledger, Missing } from '../report.ts'
import type { Words } from '../words.ts'
import type { DraftField, DraftForm, DraftItem } from './draft-form.ts'

interface MutableObject {
  type: 'object'
  properties: Record<string, unknown>
  required?: string[]
}

/** Where forms are written to: the schema of the data, the layouts, the words. */
export interface Written {
  readonly names: DataNames
  readonly words: Words
  readonly ledger: Ledger
  readonly missing: Missing[]
  readonly data: MutableObject
}

/** An empty schema of data. */
export function emptyData(): MutableObject {
  return { type: 'object', properties: {} }
}

function objectAt(of: MutableObject, path: readonly string[]): MutableObject {
  let at = of
  for (const name of path) {
    at.properties[name] ??= emptyData()
    at = at.properties[name] as MutableObject
    at.properties ??= {}
  }
  return at
}

function mustHave(at: MutableObject, name: string): void {
  at.required ??= []
  if (!at.required.includes(name)) at.required.push(name)
}

const typeOf = (schema: unknown): Json => (isJsonObject(schema) ? (schema.type ?? null) : null)

function put(written: Written, at: MutableObject, name: string, schema: JsonObject, element: string): void {
  const before = at.properties[name]
  if (before === undefined) at.properties[name] = schema
  else if (typeOf(before) !== typeOf(schema)) written.ledger.refuse(element, 'field-differs')
}

function sayField(written: Written, key: string, field: DraftField, element: string): void {
  const { words, missing } = written
  const said = [
    words.say(`field.${key}`, field.label),
    field.hint === undefined || words.say(`hint.${key}`, field.hint),
    ...field.answers.map(
      ({ value, label }) => value === label || words.say(`answer.${key}.${value.toLowerCase()}`, label),
    ),
  ]
  if (said.includes(false)) missing.push({ element, what: 'message-key', hint: `field.${key}` })
}

interface Spot {
  readonly element: string
  readonly at: MutableObject
  /** Names from the top of the data, for keys of words. */
  readonly above: readonly string[]
}

function fieldLayout(written: Written, field: DraftField, spot: Spot): JsonObject {
  const { names } = written
  const path = field.path.map(name => names.of(name))
  const holder = objectAt(spot.at, path.slice(0, -1))
  const name = path.at(-1) ?? ''
  put(written, holder, name, field.schema, spot.element)
  if (field.required) mustHave(holder, name)
  sayField(written, [...spot.above, ...path].join('.'), field, spot.element)
  return {
    field: `/${path.join('/')}`,
    as: field.as,
    ...(field.when === undefined ? {} : { when: names.inFeel(field.when) }),
    ...(field.from === undefined ? {} : { from: names.inFeel(field.from) }),
    ...(field.calculate === undefined ? {} : { calculate: names.inFeel(field.calculate) }),
    ...(field.locked === true ? { prefill: 'locked' } : {}),
  }
}

function layout(written: Written, item: DraftItem, spot: Spot): JsonObject {
  const { names, words } = written
  if (item.kind === 'field') return fieldLayout(written, item, spot)
  const when: JsonObject = item.when === undefined ? {} : { when: names.inFeel(item.when) }
  if (item.kind === 'group') {
    words.say(`group.${item.id}`, item.label)
    return { group: item.id, ...when, items: item.items.map(inner => layout(written, inner, spot)) }
  }
  const path = item.path.map(name => names.of(name))
  const holder = objectAt(spot.at, path.slice(0, -1))
  const element = emptyData()
  put(written, holder, path.at(-1) ?? '', { type: 'array', items: element as unknown as Json }, spot.element)
  const above = [...spot.above, ...path]
  words.say(`field.${above.join('.')}`, item.label)
  const inside = { element: spot.element, at: element, above }
  return {
    field: `/${path.join('/')}`,
    as: 'repeat',
    ...when,
    items: item.items.map(inner => layout(written, inner, inside)),
  }
}

/** Writes a form: its fields into the schema, its words into the messages; gives the layout, undefined when it asks nothing. */
export function writeForm(written: Written, form: DraftForm): JsonObject | undefined {
  if (form.items.length === 0) return undefined
  written.words.say(`page.${form.id}`, form.title)
  const spot: Spot = { element: `form:${form.id}`, at: written.data, above: [] }
  return { format: 1, pages: [{ id: form.id, items: form.items.map(item => layout(written, item, spot)) }] }
}
