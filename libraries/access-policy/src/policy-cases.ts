import { type Static, Type } from 'typebox'
import { because } from './explanation.ts'

/** Somebody of the cases, as the policy sees an actor. */
export const CaseActor = Type.Object({
  kind: Type.Enum(['anonymous', 'person', 'official', 'system']),
  organisation: Type.Optional(Type.String()),
  unit: Type.Optional(Type.String()),
  territory: Type.Optional(Type.String()),
  roles: Type.Optional(Type.Array(Type.String())),
  assurance: Type.Optional(Type.Enum(['low', 'substantial', 'high'])),
  onBehalfOf: Type.Optional(Type.String()),
  /** The visit in which an official acts for `onBehalfOf`. */
  visit: Type.Optional(Type.String()),
})

/** A file of cases that a policy must decide as it says: the tests of a policy, as data beside it. */
export const PolicyCases = Type.Object({
  actors: Type.Record(Type.String(), CaseActor),
  cases: Type.Array(
    Type.Object({
      /** What the case shows, in a sentence. */
      shows: Type.String(),
      /** Names of actors, each of whom is to get this answer. */
      who: Type.Array(Type.String(), { minItems: 1 }),
      permissions: Type.Array(Type.String(), { minItems: 1 }),
      organisation: Type.String(),
      input: Type.Optional(Type.Unknown()),
      emergency: Type.Optional(Type.Boolean()),
      answer: Type.Enum(because),
      /** The rule that is to give the answer; any when not said. */
      rule: Type.Optional(Type.String()),
    }),
  ),
  /** Roles that somebody would have together, and the separation that forbids it; null: none does. */
  together: Type.Array(
    Type.Object({ roles: Type.Array(Type.String()), separation: Type.Union([Type.String(), Type.Null()]) }),
  ),
})
/** A file of cases that a policy must decide as it says. */
export type PolicyCases = Static<typeof PolicyCases>
