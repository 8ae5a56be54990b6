import { type Static, Type } from 'typebox'
import { ClauseRef, closed, Feel, Id, oneOf, Words } from './parts.ts'

/** How a value is written in the reader's language. */
export const writings = ['text', 'name', 'money', 'date', 'instant', 'number', 'organisation', 'region'] as const

/** What the applicant gets: a document, a payment or a record in a register. */
export const Result = closed(
  {
    id: Id,
    kind: oneOf(['document', 'payment', 'record']),
    clause: ClauseRef,
    title: Words,
    variants: Type.Optional(
      Type.Array(Id, { minItems: 1, description: 'The variants that end so; all when not said.' }),
    ),
    text: Type.Optional(Words),
    fields: Type.Optional(
      Type.Array(
        closed({
          id: Id,
          label: Words,
          value: Type.String({ pattern: '^= .', description: '"= …"' }),
          as: Type.Optional(oneOf(writings)),
        }),
        { minItems: 1, description: 'document: what stands in it and is signed.' },
      ),
    ),
    until: Type.Optional(
      Type.String({
        pattern: '^= .',
        description: 'document: last day on which it holds; payment: last day of a monthly one.',
      }),
    ),
    to: Type.Optional(Feel),
    repeats: Type.Optional(oneOf(['once', 'monthly'])),
    register: Type.Optional(Id),
    data: Type.Optional(Type.Record(Type.String(), Type.Unknown(), { description: 'record: fields; "= …" is FEEL.' })),
  },
  'What the applicant gets: a document, a payment or a record in a register.',
)
/** What the applicant gets: a document, a payment or a record in a register. */
export type Result = Static<typeof Result>
