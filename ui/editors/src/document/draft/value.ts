import { isObject, type Json } from '@tereze/forms'

/** Ways in which a value is written, in the order in which they are offered. */
export const valueKinds = [
  'text',
  'name',
  'person',
  'organisation',
  'date',
  'instant',
  'money',
  'number',
  'address',
  'region',
  'account',
  'message',
  'grounds',
] as const
/** How a value is written in the reader's language. */
export type ValueKind = (typeof valueKinds)[number]

/** A value of a template: an expression (without its mark), and how it is written. */
export interface FieldValue {
  readonly is: string
  readonly as: ValueKind
}

const bare = (text: Json | undefined) => (typeof text === 'string' ? text.replace(/^= /u, '') : '')

/** Reads a value of a template. */
export function readValue(value: Json | undefined): FieldValue {
  if (!isObject(value)) return { is: bare(value), as: 'text' }
  const as = valueKinds.find(kind => kind === value.as) ?? 'text'
  return { is: bare(value.is), as }
}

/** A value as the template holds it. */
export function writeValue({ is, as }: FieldValue): Json {
  return as === 'text' ? `= ${is}` : { is: `= ${is}`, as }
}
