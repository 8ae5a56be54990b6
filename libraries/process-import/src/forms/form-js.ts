import { isJsonObject, type Json, type JsonObject } from '@tereze/bpmn'
import { changeNames } from '../feel-text.ts'
import { kebabOf } from '../names.ts'
import type { Ledger } from '../report.ts'
import type { DraftField, DraftForm, DraftItem } from './draft-form.ts'
import { Properties } from './properties.ts'

/** Where a component stands: names that belong to the element of the repetition around it. */
interface Place {
  readonly form: string
  readonly ledger: Ledger
  readonly local: ReadonlySet<string>
  readonly inside: boolean
}

const componentsOf = (of: JsonObject): readonly JsonObject[] =>
  Array.isArray(of.components) ? of.components.filter(isJsonObject) : []

const pathOf = (text: Json): readonly string[] =>
  typeof text === 'string' ? text.split('.').filter(name => name !== '') : []

/** Names inside a repetition mean the element's own; `this` is the element, `parent` what is around the list. */
function inPlace(feel: string, { local, inside }: Place): string {
  if (!inside) return feel
  return changeNames(feel, (name, member) => {
    if (member) return name
    return name === 'this' ? 'item' : local.has(name) ? `item.${name}` : name
  }).replace(/\bparent\s*\.\s*/g, '')
}

const feelOf = (value: Json): string | undefined =>
  typeof value === 'string' && value.startsWith('=') ? value.slice(1).trim() : undefined

/** form-js hides while the expression is true; what is null is shown. */
function whenOf(properties: Properties, place: Place): { when?: string } {
  const hide = feelOf(properties.at('conditional.hide'))
  if (hide === undefined) return {}
  properties.tell('conditional.hide', { to: 'when' })
  return { when: `not((${inPlace(hide, place)}) = true)` }
}

function wordOf(properties: Properties, path: string, to: string): string | undefined {
  const text = properties.at(path)
  if (typeof text !== 'string' || text.trim() === '') return undefined
  if (text.startsWith('=') || text.includes('{{')) {
    properties.tell(path, { why: 'text-computed' })
    return undefined
  }
  properties.tell(path, { to })
  return text.trim()
}

function numbers(properties: Properties, pairs: Readonly<Record<string, string>>): JsonObject {
  const found: Record<string, Json> = {}
  for (const [path, keyword] of Object.entries(pairs)) {
    const value = properties.at(path)
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
    if (typeof number !== 'number' || Number.isNaN(number)) {
      properties.tell(path, { why: typeof value === 'string' ? 'chosen-at-run-time' : 'check-not-possible' })
      continue
    }
    properties.tell(path, { to: `data.schema.json ${keyword}` })
    found[keyword] = number
  }
  return found
}

function textSchema(properties: Properties): JsonObject {
  const pattern = properties.take('validate.pattern', 'data.schema.json pattern')
  const kind = properties.at('validate.validationType')
  properties.tell(
    'validate.validationType',
    kind === 'email' ? { to: 'data.schema.json format' } : { why: 'check-not-possible' },
  )
  if (kind === 'custom' || kind === '') properties.tell('validate.validationType', { to: 'data.schema.json pattern' })
  return {
    type: 'string',
    ...numbers(properties, { 'validate.minLength': 'minLength', 'validate.maxLength': 'maxLength' }),
    ...(typeof pattern === 'string' && pattern !== '' ? { pattern } : {}),
    ...(kind === 'email' ? { format: 'email' } : {}),
  }
}

function numberSchema(properties: Properties): JsonObject {
  const digits = properties.take('decimalDigits', 'data.schema.json type')
  const step: JsonObject =
    typeof digits === 'number' && digits > 0 && digits < 10 ? { multipleOf: Number(`1e-${digits}`) } : {}
  return {
    type: digits === 0 ? 'integer' : 'number',
    ...step,
    ...numbers(properties, { 'validate.min': 'minimum', 'validate.max': 'maximum' }),
  }
}

function dateSchema(properties: Properties): { as: 'date' | 'text'; schema: JsonObject } {
  const kind = properties.take('subtype', 'data.schema.json format')
  if (kind === 'time') return { as: 'text', schema: { type: 'string', format: 'time' } }
  if (kind === 'datetime') return { as: 'text', schema: { type: 'string', format: 'date-time' } }
  return { as: 'date', schema: { type: 'string', format: 'date' } }
}

function choicesOf(properties: Properties, place: Place) {
  const computed = feelOf(properties.at('valuesExpression')) ?? properties.at('valuesKey')
  if (typeof computed === 'string' && computed !== '') {
    properties.tell('valuesExpression', { to: 'from' })
    properties.tell('valuesKey', { to: 'from' })
    return { values: undefined, answers: [], from: inPlace(computed, place) }
  }
  const values = properties.take('values', 'data.schema.json enum')
  const options = (Array.isArray(values) ? values : []).filter(isJsonObject)
  const answers = options.flatMap(({ value, label }) =>
    value === undefined || value === null ? [] : [{ value: String(value), label: String(label ?? value) }],
  )
  return { values: answers.map(({ value }) => value), answers, from: undefined }
}

type Kind = Pick<DraftField, 'as' | 'schema'> & Partial<Pick<DraftField, 'answers' | 'from' | 'calculate'>>

function chosen(properties: Properties, place: Place, many: boolean): Kind {
  const { values, answers, from } = choicesOf(properties, place)
  const one: JsonObject = { type: 'string', ...(values && values.length > 0 ? { enum: values } : {}) }
  return {
    as: many ? 'choices' : 'choice',
    schema: many ? { type: 'array', uniqueItems: true, items: one } : one,
    answers,
    ...(from === undefined ? {} : { from }),
  }
}

function kindOf(type: string, properties: Properties, place: Place): Kind | undefined {
  switch (type) {
    case 'textfield':
      return { as: 'text', schema: textSchema(properties) }
    case 'textarea':
      return { as: 'long-text', schema: textSchema(properties) }
    case 'number':
      return { as: 'number', schema: numberSchema(properties) }
    case 'checkbox':
      return { as: 'yes-no', schema: { type: 'boolean' } }
    case 'select':
    case 'radio':
      return chosen(properties, place, false)
    case 'checklist':
    case 'taglist':
      return chosen(properties, place, true)
    case 'datetime':
      return dateSchema(properties)
    case 'filepicker': {
      const items = {
        type: 'object',
        required: ['id', 'name'],
        properties: { id: { type: 'string' }, name: { type: 'string' } },
      }
      return { as: 'files', schema: { type: 'array', items } }
    }
    case 'expression': {
      const calculate = feelOf(properties.take('expression', 'calculate'))
      return calculate === undefined ? undefined : { as: 'text', schema: {}, calculate: inPlace(calculate, place) }
    }
    default:
      return undefined
  }
}

function fieldOf(component: JsonObject, properties: Properties, place: Place, prefix: readonly string[]): DraftItem[] {
  const type = String(component.type ?? '')
  const path = [...prefix, ...pathOf(properties.at('key'))]
  const kind = path.length === prefix.length ? undefined : kindOf(type, properties, place)
  if (!kind) return []
  properties.tell('key', { to: 'data.schema.json' })
  const label = wordOf(
    properties,
    type === 'datetime' && properties.at('label') === null ? 'dateLabel' : 'label',
    'messages',
  )
  const hint = wordOf(properties, 'description', 'messages')
  const initial = properties.at('defaultValue')
  properties.tell('defaultValue', { to: 'data.schema.json default' })
  const readonly = properties.at('readonly')
  properties.tell('readonly', typeof readonly === 'boolean' ? { to: 'prefill' } : { why: 'chosen-at-run-time' })
  properties.tell('validate.required', { to: 'data.schema.json required' })
  return [
    {
      kind: 'field',
      path,
      ...kind,
      schema: initial === null ? kind.schema : { ...kind.schema, default: initial },
      required: properties.at('validate.required') === true,
      ...whenOf(properties, place),
      ...(readonly === true ? { locked: true } : {}),
      label: label ?? path.at(-1) ?? '',
      ...(hint === undefined ? {} : { hint }),
      answers: kind.answers ?? [],
    },
  ]
}

const presentation = new Set(['button', 'spacer', 'separator'])
const content = new Set(['text', 'html', 'image', 'table', 'iframe', 'documentPreview'])

function leave(component: JsonObject, properties: Properties): void {
  const type = String(component.type ?? '')
  const why = presentation.has(type) ? 'layout-only' : content.has(type) ? 'no-static-content' : 'field-type'
  properties.tellAll('', { why })
}

function itemsOf(component: JsonObject, place: Place, prefix: readonly string[], at: string): DraftItem[] {
  const name = typeof component.id === 'string' ? component.id : typeof component.key === 'string' ? component.key : at
  const properties = new Properties(place.ledger, `${place.form}/${name}`, component)
  properties.tellAll('layout.', { why: 'layout-only' })
  properties.tellAll('appearance.', { why: 'layout-only' })
  properties.tellAll('properties.', { why: 'free-property' })
  const inner = (to: Place, path: readonly string[]) =>
    componentsOf(component).flatMap((child, index) => itemsOf(child, to, path, `${at}-${index + 1}`))
  const path = [...prefix, ...pathOf(properties.at('path'))]
  if (component.type === 'group') {
    properties.tell('path', { to: 'data.schema.json' })
    const label = wordOf(properties, 'label', 'messages')
    const when = whenOf(properties, place)
    properties.tell('showOutline', { why: 'layout-only' })
    const items = inner(place, path)
    return items.length === 0
      ? []
      : [{ kind: 'group', id: kebabOf(name, 'group'), label: label ?? name, ...when, items }]
  }
  if (component.type === 'dynamiclist' && path.length > prefix.length) {
    properties.tell('path', { to: 'data.schema.json' })
    const label = wordOf(properties, 'label', 'messages')
    const when = whenOf(properties, place)
    properties.tellAll('', { why: 'layout-only' })
    const local = new Set(componentsOf(component).flatMap(child => pathOf(child.key ?? child.path ?? null).slice(0, 1)))
    const items = inner({ ...place, local, inside: true }, [])
    return items.length === 0 ? [] : [{ kind: 'repeat', path, label: label ?? path.at(-1) ?? '', ...when, items }]
  }
  const found = fieldOf(component, properties, place, prefix)
  if (found.length === 0) {
    leave(component, properties)
    return inner(place, prefix)
  }
  return found
}

/** A form of form-js (schema versions 1 to 19) as a draft; every property of it is a unit of the report. */
export function readFormJs(ledger: Ledger, form: JsonObject, name: string, id: string, title: string): DraftForm {
  const element = `form:${name}`
  const properties = new Properties(ledger, element, form)
  for (const path of ['schemaVersion', 'exporter.', 'executionPlatform', '$schema'])
    properties.tellAll(path, { why: 'editor-only' })
  properties.tell('versionTag', { why: 'package-has-one-version' })
  const place: Place = { form: element, ledger, local: new Set(), inside: false }
  return {
    id,
    title,
    items: componentsOf(form).flatMap((child, index) => itemsOf(child, place, [], String(index + 1))),
  }
}
