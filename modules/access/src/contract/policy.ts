import { port } from '@tereze/foundation-operations'
import { operation } from '@tereze/operation'
import { type Static, Type } from 'typebox'

/** One rule of the policy: who may do what, under which condition, and why. Everything without a rule is denied. */
export const PolicyRule = Type.Object({
  id: Type.String(),
  permissions: Type.Array(Type.String({ pattern: '^[a-z][a-z0-9-]*\\.[a-z][a-z0-9-]*\\.[a-z][a-z0-9-]*$' }), {
    minItems: 1,
  }),
  /** `anyone`, `person`, `system:<role>` or `role:<role>` of an official. */
  who: Type.Array(Type.String(), { minItems: 1 }),
  /** FEEL over `actor`, `input`, `tenant`; must be true. */
  when: Type.Optional(Type.String()),
  /** Key of the message that explains the rule. */
  why: Type.String(),
})
/** One rule of the policy. */
export type PolicyRule = Static<typeof PolicyRule>

/** The whole policy: data, with a version. */
export interface Policy {
  readonly version: string
  readonly rules: readonly PolicyRule[]
}

/** Where the policy comes from: the published content. */
export const policySource = port<{ policy(): Policy }>('access.policy-source')

/** What access needs to know of families and firms from registers: whom a person may act for. */
export interface Representation {
  mayActFor(actor: string, person: string): Promise<boolean>
}
/** Bound to registers by the composition root. */
export const representation = port<Representation>('access.representation')

/** Why something is allowed or denied. */
export const explainAccess = operation({
  name: 'access.explain-access',
  does: 'Tells which rule allows or denies the asking actor a permission.',
  kind: 'query',
  input: Type.Object({ permission: Type.String(), organisation: Type.String(), input: Type.Optional(Type.Unknown()) }),
  output: Type.Object({ allowed: Type.Boolean(), reason: Type.String(), policyVersion: Type.String() }),
  permission: 'access.decision.explain',
})
