import { operation } from '@tereze/operation'
import { type Static, Type } from 'typebox'

/** Why an actor may or may not. Each has a message `access.because.<code>`. */
export const because = [
  'rule-allows',
  'no-rule',
  'not-your-role',
  'other-organisation',
  'condition-not-met',
  'representation-missing',
  'power-out-of-scope',
] as const
/** Why an actor may or may not. */
export type Because = (typeof because)[number]

/** An explained answer of the policy. */
export const Explanation = Type.Object({
  allowed: Type.Boolean(),
  because: Type.Enum(because),
  /** The rule that allows, or that came nearest. */
  rule: Type.Union([Type.String(), Type.Null()]),
  /** Key of the message that explains the rule. */
  why: Type.Union([Type.String(), Type.Null()]),
  policyVersion: Type.String(),
  /** The tie or power by which the actor acts for another; absent where they act as themselves. */
  by: Type.Optional(Type.String()),
})
/** An explained answer of the policy. */
export type Explanation = Static<typeof Explanation>

/** Why something is allowed or denied. */
export const explainAccess = operation({
  name: 'access.explain-access',
  does: 'Tells which rule allows or denies the asking actor a permission.',
  kind: 'query',
  input: Type.Object({ permission: Type.String(), organisation: Type.String(), input: Type.Optional(Type.Unknown()) }),
  output: Explanation,
  permission: 'access.decision.explain',
})
