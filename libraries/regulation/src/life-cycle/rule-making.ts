import { signatureKinds } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import type { ContentSource } from '../around/source.ts'
import { checkShape } from '../check/check-shape.ts'
import { closed, OrgRef, oneOf, Term } from '../format/parts.ts'

/** How regulations are made in a jurisdiction: which steps there are, and who takes them. */
export const RuleMaking = closed({
  format: Type.Literal(1),
  agreement: closed(
    {
      least: Type.Integer({ minimum: 0, description: 'How many bodies have to be asked at the least.' }),
      with: Type.Array(OrgRef, {
        uniqueItems: true,
        description: 'Bodies that have to be asked whatever the regulation is about.',
      }),
      term: Type.Optional(Term),
      silence: Type.Optional(
        oneOf(
          ['waits', 'agrees'],
          'What it means when a body says nothing until its term is over: it is waited for, or it has agreed.',
        ),
      ),
    },
    'Agreement by other bodies.',
  ),
  expertise: Type.Optional(
    closed(
      { by: OrgRef, term: Type.Optional(Term) },
      'Anti-corruption expertise, and who makes it; none where this is not said.',
    ),
  ),
  disagreements: closed(
    { by: OrgRef, term: Type.Optional(Term) },
    'Who decides what bodies could not agree upon, after a meeting with them.',
  ),
  approval: closed({
    fourEyes: Type.Boolean({ description: 'Whoever wrote it may not approve it.' }),
    signature: Type.Optional(
      oneOf(signatureKinds, 'The weakest kind of signature that approves; the sign-in itself is a simple one.'),
    ),
  }),
  registration: Type.Optional(
    closed(
      { by: OrgRef, term: Type.Optional(Term) },
      'Registration before it comes into force, and who registers; none where this is not said.',
    ),
  ),
  sources: Type.Optional(
    Type.Array(Type.String({ pattern: '^act:[a-z0-9-]+/[0-9A-Za-z.-]+$' }), {
      uniqueItems: true,
      description: 'Articles of the acts that say so.',
    }),
  ),
  force: closed({
    after: Type.Integer({
      minimum: 0,
      description: 'Calendar days between approval or registration and the first day in force.',
    }),
  }),
})
/** How regulations are made in a jurisdiction. */
export type RuleMaking = Static<typeof RuleMaking>

/** The file of a jurisdiction that says how regulations are made there. */
export const ruleMakingFile = 'rule-making.json'

/** The value of such a file as rules; null where it is none: then no regulation is agreed there. */
export function ruleMakingIn(value: unknown): RuleMaking | null {
  return checkShape(RuleMaking, value).length === 0 ? (value as RuleMaking) : null
}

/** How regulations are made in a jurisdiction; null where it does not say so, or says it wrongly. */
export function ruleMakingOf(jurisdiction: ContentSource): RuleMaking | null {
  return ruleMakingIn(jurisdiction.json(ruleMakingFile))
}
