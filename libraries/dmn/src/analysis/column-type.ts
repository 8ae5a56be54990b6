import { type Kind, simpleType } from '@tereze/feel'
import type { ItemDefinition, Model, TableInput } from '../model/model.ts'

/** What is known of a column: the kind of its values, and the tests that all of them pass. */
export interface ColumnType {
  readonly kind: Kind | null
  readonly allowed: readonly string[]
}

const UNKNOWN: ColumnType = { kind: null, allowed: [] }

/** What a table and its model say of the values of an input column. */
export function columnType(input: TableInput, model: Model | null): ColumnType {
  const declared = input.typeRef === null ? UNKNOWN : typeOf(input.typeRef, model, 0)
  const found = declared.kind === null && model !== null ? typeOfPath(input.expression.text, model) : declared
  const own = input.values === null || input.values.text === '' ? [] : [input.values.text]
  return { kind: found.kind, allowed: [...found.allowed, ...own] }
}

function typeOf(ref: string, model: Model | null, depth: number): ColumnType {
  const definition = model?.itemDefinitions.find(other => other.name === ref)
  if (definition !== undefined && depth < 20) return typeOfDefinition(definition, model, depth)
  const simple = simpleType(ref.replace(/^\w+:/, ''))
  return simple === undefined || simple.kind === 'any' ? UNKNOWN : { kind: simple.kind as Kind, allowed: [] }
}

function typeOfDefinition(definition: ItemDefinition, model: Model | null, depth: number): ColumnType {
  if (definition.isCollection || definition.components.length > 0 || definition.typeRef === null) return UNKNOWN
  const base = typeOf(definition.typeRef, model, depth + 1)
  const own = [definition.allowedValues, definition.typeConstraint].flatMap(tests =>
    tests === null || tests.text === '' ? [] : [tests.text],
  )
  return { kind: base.kind, allowed: [...base.allowed, ...own] }
}

/** The type of `variable.component.component`, by the variables of the model's inputs and decisions. */
function typeOfPath(text: string, model: Model): ColumnType {
  const variables = [...model.inputs, ...model.decisions].map(element => element.variable)
  const whole = variables.find(variable => variable.name === text)
  if (whole !== undefined) return whole.typeRef === null ? UNKNOWN : typeOf(whole.typeRef, model, 0)
  const [first, ...rest] = text.split('.').map(part => part.trim())
  let ref = variables.find(variable => variable.name === first)?.typeRef ?? null
  for (const [i, name] of rest.entries()) {
    const definition = model.itemDefinitions.find(other => other.name === ref)
    const component = definition?.components.find(other => other.name === name)
    if (component === undefined) return UNKNOWN
    if (i === rest.length - 1) return typeOfDefinition(component, model, 0)
    ref = component.typeRef
  }
  return UNKNOWN
}
