import type { Text } from '@tereze/operation'
import type { TSchema } from 'typebox'
import type { AskedField } from '../contract/asked-service.ts'

/** A property of a question, as far as a form for officials reads it. */
interface Property {
  readonly type?: string
  readonly format?: string
  readonly enum?: readonly unknown[]
  readonly minimum?: number
  readonly maximum?: number
  readonly concept?: string
}

/** How a property is filled in; null where it is no single value. */
function typeOf({ type, format, enum: choices }: Property): AskedField['type'] | null {
  if (choices !== undefined) return choices.every(choice => typeof choice === 'string') ? 'choice' : null
  if (type === 'string') return format === 'date' ? 'date' : format === undefined ? 'text' : null
  if (type === 'boolean') return 'yes-no'
  return type === 'integer' || type === 'number' ? type : null
}

/**
 * The fields of a question that an official can fill in; null where it asks for more than single values, which systems say.
 * @param labelOf Words of a property: its own, else those of its concept.
 * @param wordsOf Words of an option.
 */
export function askedFields(
  request: TSchema,
  labelOf: (name: string, concept: string | null) => Text,
  wordsOf: (name: string, value: string) => Text,
): AskedField[] | null {
  const {
    type,
    properties = {},
    required = [],
  } = request as {
    type?: string
    properties?: Record<string, Property>
    required?: readonly string[]
  }
  if (type !== 'object') return null
  const fields: AskedField[] = []
  for (const [name, property] of Object.entries(properties)) {
    const kind = typeOf(property)
    if (kind === null && required.includes(name)) return null
    if (kind === null) continue
    fields.push({
      name,
      label: labelOf(name, property.concept?.replace(/^concept:/, '') ?? null),
      type: kind,
      required: required.includes(name),
      options:
        kind === 'choice'
          ? (property.enum ?? []).map(value => ({ value: String(value), label: wordsOf(name, String(value)) }))
          : [],
      minimum: property.minimum ?? null,
      maximum: property.maximum ?? null,
    })
  }
  return fields
}
