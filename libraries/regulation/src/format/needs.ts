import { type Static, Type } from 'typebox'
import { ClauseRef, closed, Feel, Id, Name, oneOf, Period, Words } from './parts.ts'

/** How the applicant gives something. */
export const fieldKinds = [
  'text',
  'long-text',
  'number',
  'money',
  'date',
  'yes-no',
  'choice',
  'files',
  'bank-account',
  'child',
] as const

/** A document or a piece of information that the decision rests on, and who supplies it. */
export const Need = closed(
  {
    id: Name,
    kind: oneOf(['document', 'information']),
    name: Words,
    clause: ClauseRef,
    from: oneOf(
      ['applicant', 'exchange', 'register'],
      'Who supplies it: the applicant, another body by a contract of the exchange, or a register of the body itself.',
    ),
    variants: Type.Optional(
      Type.Array(Id, { minItems: 1, description: 'The variants that need it; all when not said.' }),
    ),
    concept: Type.Optional(
      Type.String({
        pattern: '^concept:[a-z][a-z0-9]*(-[a-z0-9]+)*$',
        description: 'What it means in the meta-model; concept:value when not said.',
      }),
    ),
    hint: Type.Optional(Words),
    as: Type.Optional(oneOf(fieldKinds, 'applicant: how it is given.')),
    optional: Type.Optional(Type.Boolean({ description: 'applicant: it may be left out.' })),
    answers: Type.Optional(
      Type.Array(closed({ id: Id, text: Words }), { minItems: 2, description: 'choice: what there is to choose.' }),
    ),
    of: Type.Optional(Feel),
    pattern: Type.Optional(
      Type.String({ minLength: 1, description: 'text: what it looks like, a regular expression.' }),
    ),
    example: Type.Optional(
      Type.String({ minLength: 1, description: 'text: one that fits the pattern; stories give it.' }),
    ),
    min: Type.Optional(Type.Number({ description: 'number: the least.' })),
    max: Type.Optional(Type.Number({ description: 'number: the most; files: how many.' })),
    contract: Type.Optional(
      Type.String({
        pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*\\.[a-z][a-z0-9]*(-[a-z0-9]+)*@[1-9][0-9]*$',
        description: 'exchange: provider, name and major version of the contract.',
      }),
    ),
    input: Type.Optional(
      Type.Record(Type.String(), Type.Unknown(), { description: 'exchange: the request; "= …" is FEEL.' }),
    ),
    purpose: Type.Optional(Id),
    value: Type.Optional(
      Type.String({ pattern: '^= .', description: 'exchange: "= …", what is taken from the answer; sees `answer`.' }),
    ),
    otherwise: Type.Optional(
      oneOf(
        ['wait', 'ask-official', 'refuse'],
        'exchange: what is done when no answer comes: wait, an official decides, or the decision sees nothing. An official decides when not said, and an opening waits.',
      ),
    ),
    register: Type.Optional(Id),
    where: Type.Optional(
      Type.Record(Type.String(), Type.Unknown(), { description: 'register: column → value; "= …" is FEEL.' }),
    ),
    many: Type.Optional(Type.Boolean({ description: 'register: all records, as a list.' })),
    when: Type.Optional(Feel),
    fresh: Type.Optional(Period),
    within: Type.Optional(Period),
  },
  'A document or a piece of information that the decision rests on, and who supplies it.',
)
/** A document or a piece of information that the decision rests on, and who supplies it. */
export type Need = Static<typeof Need>
