import { type Static, Type } from 'typebox'

/** Why an actor may or may not. */
export const because = [
  'rule-allows',
  'no-rule',
  'not-your-role',
  'other-organisation',
  'other-territory',
  'condition-not-met',
  'emergency-only',
  'representation-missing',
  'power-out-of-scope',
  'visit-over',
  'visit-unconfirmed',
  'outside-agreement',
] as const
/** Why an actor may or may not. */
export type Because = (typeof because)[number]

/** The answer of the policy: the rule that allows, or that came nearest. */
export interface Explanation {
  readonly allowed: boolean
  readonly because: Because
  readonly rule: string | null
  /** Key of the message that explains the rule. */
  readonly why: string | null
  readonly policyVersion: string
}

/** One rule that was looked at: what came of it, and what it would need. */
export const LookedAt = Type.Object({
  rule: Type.String(),
  /** Key of the message that explains the rule. */
  why: Type.String(),
  result: Type.Enum(because),
  /** Whom the rule is for. */
  who: Type.Array(Type.String()),
  where: Type.Enum(['own-organisation', 'own-branch', 'any-organisation']),
  /** Its condition in FEEL; null: none. */
  condition: Type.Union([Type.String(), Type.Null()]),
  /** What the condition read, and what stood there. Empty unless the rule came as far as its condition. */
  read: Type.Array(Type.Object({ path: Type.String(), value: Type.String() })),
})
/** One rule that was looked at. */
export type LookedAt = Static<typeof LookedAt>
