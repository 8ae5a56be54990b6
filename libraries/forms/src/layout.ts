import { Compile } from 'typebox/schema'

/** How a field is shown and asked. The data schema, not this, says what is valid. */
export const FIELD_KINDS = [
  'text',
  'long-text',
  'number',
  'money',
  'date',
  'yes-no',
  'choice',
  'choices',
  'person-name',
  'person-choice',
  'bank-account',
  'address',
  'code',
  'files',
] as const

/** One of {@link FIELD_KINDS}. */
export type FieldKind = (typeof FIELD_KINDS)[number]

/** How a value that we already have may be treated (semantics 4). */
export type PrefillRule = 'locked' | 'correctable' | 'suggestion'

/** One question. `field` is a JSON Pointer into the data; inside a repeated item it starts at the element. */
export interface FieldLayout {
  readonly field: string
  readonly as: FieldKind
  /** FEEL: shown only while this is true. */
  readonly when?: string
  /** FEEL: the list to choose from; each a scalar or a context with `id`. Without it the schema's `enum` is the list. */
  readonly from?: string
  /** FEEL: the value is computed (on the server in the end) and never taken from the person. */
  readonly calculate?: string
  /** FEEL: must be true of a given value beside the other values and the context; what the schema alone cannot say. */
  readonly check?: string
  /** What may be done with a value known beforehand; `correctable` when not said. */
  readonly prefill?: PrefillRule
  /** The clause that lets the person change what is known beforehand; computes nothing. */
  readonly because?: string
  /** Of an address or a code: where it is found while one types, `<organisation>/<register>`. */
  readonly register?: string
  /** Of a code: the classifier in that register. */
  readonly classifier?: string
  /** Of an address or a code: whether one may keep one's own words when it is not found. */
  readonly own?: boolean
  /** Highest number of files or choices that the page offers; the schema's `maxItems` is what counts. */
  readonly max?: number
}

/** Questions shown or hidden together. */
export interface GroupLayout {
  readonly group: string
  readonly when?: string
  readonly items: readonly ItemLayout[]
}

/** A list of like elements, each with a stable key; inside, FEEL's `item` is the current element. */
export interface RepeatLayout {
  readonly field: string
  readonly as: 'repeat'
  readonly when?: string
  /** Name of the property that keeps an element's key; `key` when not said. */
  readonly key?: string
  readonly items: readonly ItemLayout[]
}

/** Anything that may stand on a page. */
export type ItemLayout = FieldLayout | GroupLayout | RepeatLayout

/** One page. A page with `exit` ends the form: it says why and, in `instead`, what else there is. */
export interface PageLayout {
  readonly id: string
  readonly when?: string
  readonly items?: readonly ItemLayout[]
  readonly exit?: string
  readonly instead?: readonly string[]
}

/** A `*.form.json`: order, grouping and conditions; no validation of its own. */
export interface FormLayout {
  readonly pages: readonly PageLayout[]
  /** The kind of electronic signature with which the person signs what they give; none when not said. Computes nothing. */
  readonly signature?: 'advanced' | 'qualified'
}

/** True for a group of items. */
export function isGroup(item: ItemLayout): item is GroupLayout {
  return 'group' in item
}

/** True for a repeated item. */
export function isRepeat(item: ItemLayout): item is RepeatLayout {
  return 'as' in item && item.as === 'repeat'
}

const id = { type: 'string', pattern: '^[a-z][a-z0-9-]*$' } as const
const feel = { type: 'string', minLength: 1 } as const
const pointer = { type: 'string', pattern: '^(/([^~/]|~0|~1)+)+$' } as const
const items = { type: 'array', minItems: 1, items: { $ref: '#/$defs/item' } } as const

/** JSON Schema 2020-12 of a `*.form.json`. */
export const formLayoutSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Form',
  type: 'object',
  required: ['pages'],
  additionalProperties: false,
  properties: {
    $schema: { type: 'string' },
    format: { const: 1 },
    pages: { type: 'array', minItems: 1, items: { $ref: '#/$defs/page' } },
    signature: { enum: ['advanced', 'qualified'] },
  },
  $defs: {
    page: {
      type: 'object',
      required: ['id'],
      additionalProperties: false,
      properties: {
        id,
        when: feel,
        items,
        exit: { type: 'string', minLength: 1 },
        instead: { type: 'array', items: { type: 'string' } },
      },
      oneOf: [{ required: ['items'] }, { required: ['exit'] }],
    },
    item: { anyOf: [{ $ref: '#/$defs/field' }, { $ref: '#/$defs/group' }, { $ref: '#/$defs/repeat' }] },
    field: {
      type: 'object',
      required: ['field', 'as'],
      additionalProperties: false,
      properties: {
        field: pointer,
        as: { enum: [...FIELD_KINDS] },
        when: feel,
        from: feel,
        calculate: feel,
        check: feel,
        prefill: { enum: ['locked', 'correctable', 'suggestion'] },
        because: { type: 'string', minLength: 1 },
        max: { type: 'integer', minimum: 1 },
        register: { type: 'string', pattern: '^[a-z][a-z0-9-]*/[a-z][a-z0-9-]*$' },
        classifier: id,
        own: { type: 'boolean' },
      },
      if: { required: ['as'], properties: { as: { enum: ['address', 'code'] } } },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: { required: ['register'] },
    },
    group: {
      type: 'object',
      required: ['group', 'items'],
      additionalProperties: false,
      properties: { group: id, when: feel, items },
    },
    repeat: {
      type: 'object',
      required: ['field', 'as', 'items'],
      additionalProperties: false,
      properties: { field: pointer, as: { const: 'repeat' }, when: feel, key: { type: 'string', minLength: 1 }, items },
    },
  },
} as const

const validator = Compile(formLayoutSchema)

/** Where a layout does not have the shape of a `*.form.json`: JSON Pointers into the layout, none when it has. */
export function layoutFaults(layout: unknown): string[] {
  if (validator.Check(layout)) return []
  const [, errors] = validator.Errors(layout)
  return [...new Set(errors.map(error => error.instancePath))]
}
