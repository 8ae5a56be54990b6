import { type Static, Type } from 'typebox'
import { Need } from './needs.ts'
import {
  ClauseRef,
  closed,
  Feel,
  Id,
  LegalDate,
  Money,
  Name,
  OrgRef,
  oneOf,
  Period,
  Term,
  Version,
  Words,
} from './parts.ts'
import { Result } from './results.ts'

const Example = closed(
  {
    met: Type.Boolean({ description: 'Whether the criterion is met with them.' }),
    given: Type.Record(Name, Type.Unknown(), { description: 'Values by the id of the need or question.' }),
  },
  'Facts for a story, where they cannot be found from the expression.',
)

/** A criterion: met, or the service is refused on its ground. */
export const Criterion = closed({
  id: Id,
  clause: ClauseRef,
  text: Words,
  when: Feel,
  ground: closed(
    { id: Id, clause: Type.Optional(ClauseRef), text: Words, remedy: Words },
    'The ground of a refusal when it is not met, and what helps.',
  ),
  examples: Type.Optional(Type.Array(Example, { minItems: 1 })),
})
/** A criterion: met, or the service is refused on its ground. */
export type Criterion = Static<typeof Criterion>

const members = {
  format: Type.Literal(1),
  id: Id,
  version: Version,
  domain: Id,
  jurisdiction: Id,
  level: oneOf(['national', 'regional', 'municipal']),
  name: Words,
  summary: Words,
  search: Type.Optional(Words),
  audience: Type.Array(oneOf(['person', 'business', 'official']), { minItems: 1, uniqueItems: true }),
  situations: Type.Optional(Type.Array(Id)),
  channels: Type.Array(oneOf(['portal', 'counter', 'call', 'api', 'sms', 'bank-app']), {
    minItems: 1,
    uniqueItems: true,
  }),
  assurance: oneOf(['low', 'substantial', 'high']),
  body: OrgRef,
  department: Type.Optional(Feel),
  developedBy: Type.Optional(OrgRef),
  participants: Type.Optional(
    Type.Array(closed({ organisation: OrgRef, does: Words }), { description: 'Other bodies that take part, and how.' }),
  ),
  extraterritorial: Type.Optional(Type.Boolean()),
  approval: Type.Optional(
    closed({ act: Words, position: Words, inForce: LegalDate }, 'The act that approves the regulation.'),
  ),
  acts: Type.Array(
    closed({
      id: Type.String({ pattern: '^act:[a-z][a-z0-9]*(-[a-z0-9]+)*$' }),
      article: Type.String({ minLength: 1 }),
    }),
    { minItems: 1 },
  ),
  clauses: Type.Array(
    closed({
      id: ClauseRef,
      source: Type.String({ pattern: '^act:[a-z][a-z0-9]*(-[a-z0-9]+)*/[0-9A-Za-z.]+$' }),
      text: Words,
    }),
    { minItems: 1, description: 'The norm in words; everything else refers to a clause.' },
  ),
  applicants: Type.Array(
    closed({
      id: Id,
      name: Words,
      clause: ClauseRef,
      when: Feel,
      mayActThrough: Type.Array(oneOf(['legal-representative', 'power-of-attorney', 'director']), {
        uniqueItems: true,
      }),
    }),
    { minItems: 1, description: 'The circle of applicants; the first whose `when` is true is the category.' },
  ),
  notApplicant: Type.Optional(
    closed(
      { id: Type.Optional(Id), clause: ClauseRef, text: Words, remedy: Words },
      'Why somebody outside the circle is not accepted.',
    ),
  ),
  acceptance: Type.Optional(
    Type.Array(closed({ id: Id, clause: ClauseRef, when: Feel, text: Words, remedy: Words }), {
      description: 'Grounds on which an application is not accepted.',
    }),
  ),
  questionnaire: Type.Array(
    closed({
      id: Id,
      name: Name,
      text: Words,
      concept: Type.Optional(Type.String({ pattern: '^concept:[a-z][a-z0-9]*(-[a-z0-9]+)*$' })),
      answers: Type.Array(closed({ id: Id, text: Words }), { minItems: 2 }),
      known: Type.Optional(Feel),
    }),
    { description: 'Questions whose answers choose the variant; `known` answers from data, so that nobody is asked.' },
  ),
  variants: Type.Array(closed({ id: Id, name: Words, when: Feel }), {
    minItems: 1,
    description: 'The first whose `when` is true is the variant; the last one takes whoever is left.',
  }),
  needs: Type.Array(Need),
  values: Type.Optional(
    Type.Array(
      closed({
        id: Name,
        name: Words,
        clause: ClauseRef,
        is: Feel,
        round: Type.Optional(
          closed({
            mode: oneOf(['half-even', 'half-up', 'half-down', 'up', 'down', 'floor', 'ceiling']),
            scale: Type.Integer({ minimum: -6, maximum: 6 }),
          }),
        ),
      }),
      { description: 'Values computed on the way, in their order; criteria and sums may name them.' },
    ),
  ),
  criteria: Type.Array(Criterion),
  review: Type.Optional(
    Type.Array(closed({ id: Id, clause: ClauseRef, text: Words, when: Feel }), {
      description: 'Circumstances in which an official decides although the rules alone may.',
    }),
  ),
  suspension: Type.Optional(
    Type.Array(
      closed({
        id: Id,
        clause: ClauseRef,
        text: Words,
        until: Type.String({
          pattern: '^answer or P[1-9][0-9]*[DMY]$',
          description: 'The answer of the applicant, and at the most so long.',
        }),
      }),
      { description: 'Grounds on which the term stands still.' },
    ),
  ),
  automatic: Type.Optional(
    closed(
      { clause: ClauseRef, personMustLook: Type.Boolean() },
      'The clause that allows a decision without a person; without it an official decides every case.',
    ),
  ),
  rules: closed({ follow: oneOf(['event', 'application', 'decision']), event: Type.Optional(Feel), clause: ClauseRef }),
  amount: Type.Optional(
    Type.Array(closed({ id: Id, clause: ClauseRef, text: Words, when: Type.Optional(Feel), sum: Feel }), {
      minItems: 1,
      description: 'How much is due: the first whose `when` is true; the last one has none.',
    }),
  ),
  procedures: Type.Array(
    closed({
      id: oneOf(['registration', 'requests', 'review', 'decision', 'delivery']),
      clause: ClauseRef,
      deadline: Term,
    }),
    { minItems: 1 },
  ),
  deadline: closed({ term: Term, from: oneOf(['submitted', 'registered', 'complete']), clause: ClauseRef }),
  fee: Type.Optional(
    closed({
      clause: ClauseRef,
      sum: Type.Union([Money, Feel]),
      exemptions: Type.Optional(
        Type.Array(closed({ id: Id, clause: ClauseRef, text: Words, when: Feel }), { minItems: 1 }),
      ),
    }),
  ),
  results: Type.Array(Result, { minItems: 1 }),
  appeal: closed({ to: OrgRef, within: Term, decided: Term, clause: ClauseRef }),
  correction: Type.Optional(closed({ within: Term, clause: ClauseRef })),
  retention: Type.Optional(
    Type.Union([closed({ draft: Period, kind: Id }), closed({ draft: Period, closed: Period })], {
      description:
        'How long a draft is kept, and the kind of files in the nomenclature of the jurisdiction that a closed case is.',
    }),
  ),
  indicators: Type.Optional(
    closed({ availability: Type.Array(Words), quality: Type.Array(Words) }, 'Indicators of availability and quality.'),
  ),
}

/** A digital regulation that stands for itself: of own or delegated powers, or a template that others join. */
export const DigitalRegulation = closed({
  ...members,
  kind: oneOf(['own-powers', 'delegated-powers', 'template', 'joining']),
  changeable: Type.Optional(
    Type.Array(Type.String({ pattern: '^(/([^~/]|~0|~1)+)+$' }), {
      minItems: 1,
      description: 'template: JSON Pointers to what an act of joining may change.',
    }),
  ),
  base: Type.Optional(Type.String({ description: 'Of a regulation that has joined a template: its id@version.' })),
})
/** A digital regulation that stands for itself: of own or delegated powers, or a template that others join. */
export type DigitalRegulation = Static<typeof DigitalRegulation>

/** An act of joining: a template, and what differs from it. */
export const ActOfJoining = closed({
  format: Type.Literal(1),
  kind: Type.Literal('joining'),
  id: Id,
  version: Version,
  base: Type.String({
    pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*@(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)$',
    description: 'id@version of the template.',
  }),
  changes: Type.Record(Type.String(), Type.Unknown(), {
    description: 'What differs, by JSON Pointer into the template; null takes a member away.',
  }),
})
/** An act of joining: a template, and what differs from it. */
export type ActOfJoining = Static<typeof ActOfJoining>
