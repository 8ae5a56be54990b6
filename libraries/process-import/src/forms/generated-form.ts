import type { Json, JsonObject } from '@tereze/bpmn'
import type { Ledger } from '../report.ts'
import { vendorOf } from '../vendors.ts'
import { attributeIn, elementsIn, type XmlAttribute, type XmlElement } from '../xml/element.ts'
import type { DraftField, DraftForm } from './draft-form.ts'

const found = (element: XmlElement, local: string): XmlAttribute | undefined => attributeIn(element, '', local)
const inside = (element: XmlElement, local: string): readonly XmlElement[] =>
  elementsIn(element).filter(child => child.local === local && vendorOf(child.uri) === 'camunda')

const types: Readonly<Record<string, Pick<DraftField, 'as' | 'schema'>>> = {
  string: { as: 'text', schema: { type: 'string' } },
  long: { as: 'number', schema: { type: 'integer' } },
  integer: { as: 'number', schema: { type: 'integer' } },
  double: { as: 'number', schema: { type: 'number' } },
  boolean: { as: 'yes-no', schema: { type: 'boolean' } },
  date: { as: 'date', schema: { type: 'string', format: 'date' } },
  enum: { as: 'choice', schema: { type: 'string' } },
}

const limits: Readonly<Record<string, string>> = {
  minlength: 'minLength',
  maxlength: 'maxLength',
  min: 'minimum',
  max: 'maximum',
}

interface Checks {
  readonly schema: JsonObject
  readonly required: boolean
  readonly locked: boolean
}

function checksOf(ledger: Ledger, field: XmlElement): Checks {
  const schema: Record<string, Json> = {}
  let required = false
  let locked = false
  for (const validation of inside(field, 'validation')) {
    ledger.tell(validation, { to: 'data.schema.json' })
    for (const constraint of inside(validation, 'constraint')) {
      const name = found(constraint, 'name')
      const config = found(constraint, 'config')
      const keyword = limits[name?.value ?? '']
      const off = config?.value === 'false'
      const limit = Number(config?.value)
      if (name?.value === 'required') required = !off
      else if (name?.value === 'readonly') locked = !off
      else if (keyword !== undefined && config !== undefined && !Number.isNaN(limit)) schema[keyword] = limit
      else {
        const outcome =
          name?.value === 'validator'
            ? ({ reason: 'validation-code' } as const)
            : ({ why: 'check-not-possible' } as const)
        for (const unit of [constraint, name, config]) ledger.tell(unit, outcome)
      }
      const to = name?.value === 'readonly' ? 'prefill' : `data.schema.json ${keyword ?? 'required'}`
      for (const unit of [constraint, name, config]) ledger.tell(unit, { to })
    }
  }
  return { schema, required, locked }
}

function answersOf(ledger: Ledger, field: XmlElement): DraftField['answers'] {
  return inside(field, 'value').flatMap(value => {
    const id = found(value, 'id')
    const name = found(value, 'name')
    if (!id) return []
    for (const unit of [value, id]) ledger.tell(unit, { to: 'data.schema.json enum' })
    ledger.tell(name, { to: 'messages' })
    return [{ value: id.value, label: name?.value ?? id.value }]
  })
}

function initialOf(text: string, type: string): Json | undefined {
  if (type === 'boolean') return text === 'true'
  if (type === 'long' || type === 'integer' || type === 'double')
    return Number.isNaN(Number(text)) ? undefined : Number(text)
  return type === 'string' || type === 'enum' ? text : undefined
}

function fieldOf(ledger: Ledger, field: XmlElement): DraftField[] {
  const id = found(field, 'id')
  const type = found(field, 'type')
  const kind = types[type?.value ?? 'string']
  for (const part of inside(field, 'properties')) {
    ledger.tell(part, { why: 'free-property' })
    for (const property of inside(part, 'property')) {
      ledger.tell(property, { why: 'free-property' })
      for (const attribute of property.attributes) ledger.tell(attribute, { why: 'free-property' })
    }
  }
  if (!id || !kind) {
    for (const unit of [field, ...field.attributes]) ledger.tell(unit, { why: 'field-type' })
    return []
  }
  const { schema, required, locked } = checksOf(ledger, field)
  const answers = answersOf(ledger, field)
  const initial = found(field, 'defaultValue')
  const value = initial && !/[$#]\{/.test(initial.value) ? initialOf(initial.value, type?.value ?? 'string') : undefined
  ledger.tell(initial, value === undefined ? { why: 'chosen-at-run-time' } : { to: 'data.schema.json default' })
  const label = found(field, 'label')
  for (const unit of [field, id, type]) ledger.tell(unit, { to: 'data.schema.json' })
  ledger.tell(label, { to: 'messages' })
  ledger.tell(found(field, 'datePattern'), { why: 'layout-only' })
  return [
    {
      kind: 'field',
      path: [id.value],
      as: kind.as,
      schema: {
        ...kind.schema,
        ...(answers.length > 0 ? { enum: answers.map(answer => answer.value) } : {}),
        ...schema,
        ...(value === undefined ? {} : { default: value }),
      },
      required,
      ...(locked ? { locked } : {}),
      label: label?.value.trim() || id.value,
      answers,
    },
  ]
}

/** A generated form of Camunda 7 (`camunda:formData`) as a draft. */
export function readGeneratedForm(ledger: Ledger, formData: XmlElement, id: string, title: string): DraftForm {
  const items = inside(formData, 'formField').flatMap(field => fieldOf(ledger, field))
  ledger.tell(formData, { to: `forms/${id}.form.json` })
  const key = found(formData, 'businessKey')
  ledger.tell(key, { why: 'no-meaning' })
  return { id, title, items }
}
