import type { FieldKind, FieldLayout, JsonObject } from '@tereze/forms'

/** What a question of a kind begins with: what the schema says of its data, and what the layout says besides the kind. */
export interface FieldStart {
  readonly schema: JsonObject
  readonly layout: Partial<Omit<FieldLayout, 'field' | 'as'>>
}

const nameSchema = { type: 'string', minLength: 1, maxLength: 60 } as const
const lookup = {
  type: 'object',
  additionalProperties: false,
  required: ['text'],
  properties: {
    id: { type: 'string' },
    text: { type: 'string', minLength: 1, maxLength: 300 },
    own: { type: 'boolean' },
  },
} as const

/** What each kind of question begins with. Everything in it can be changed afterwards. */
export const fieldStarts: Readonly<Record<FieldKind, FieldStart>> = {
  text: { schema: { type: 'string', minLength: 1, maxLength: 200 }, layout: {} },
  'long-text': { schema: { type: 'string', minLength: 1, maxLength: 2000 }, layout: {} },
  number: { schema: { type: 'number' }, layout: {} },
  money: {
    schema: {
      type: 'object',
      additionalProperties: false,
      required: ['amount', 'currency'],
      properties: {
        amount: { type: 'string', pattern: '^(0|[1-9][0-9]*)(\\.[0-9]{1,2})?$' },
        currency: { type: 'string', pattern: '^[A-Z]{3}$' },
      },
    },
    layout: {},
  },
  date: { schema: { type: 'string', format: 'date' }, layout: {} },
  'yes-no': { schema: { type: 'boolean' }, layout: {} },
  choice: { schema: { enum: ['first', 'second'] }, layout: {} },
  choices: {
    schema: { type: 'array', minItems: 1, uniqueItems: true, items: { enum: ['first', 'second'] } },
    layout: {},
  },
  'person-name': {
    schema: {
      type: 'object',
      additionalProperties: false,
      required: ['family', 'given'],
      properties: { family: nameSchema, given: nameSchema, patronymic: nameSchema },
    },
    layout: {},
  },
  'person-choice': { schema: { type: 'string', pattern: '^person_' }, layout: { from: 'family.children' } },
  'bank-account': { schema: { type: 'string', pattern: '^account_' }, layout: { from: 'accounts' } },
  address: { schema: lookup, layout: { register: 'organisation/addresses', own: true } },
  code: { schema: lookup, layout: { register: 'organisation/codes', classifier: 'classifier' } },
  files: {
    schema: {
      type: 'array',
      maxItems: 5,
      items: {
        type: 'object',
        required: ['id', 'name'],
        properties: { id: { type: 'string' }, name: { type: 'string' } },
      },
    },
    layout: { max: 5 },
  },
}

/** The register that addresses and codes begin with: where nobody has chosen one yet. */
export const unchosenRegisters: ReadonlySet<string> = new Set(['organisation/addresses', 'organisation/codes'])
