import { type Static, Type } from 'typebox'

/**
 * Who a rule is about: `anyone`; `person`, `official`, `system` (any of the kind); `role:<role>` of an official;
 * `system:<role>` of an information system.
 */
export const PolicySubject = Type.String({
  pattern: '^(anyone|person|official|system|(role|system):[a-z][a-z0-9-]*)$',
})

/** One rule of the policy: who may do what, where, under which condition, and why. Everything without a rule is denied. */
export const PolicyRule = Type.Object({
  id: Type.String({ pattern: '^[a-z][a-z0-9.-]*$' }),
  permissions: Type.Array(Type.String({ pattern: '^[a-z][a-z0-9-]*\\.[a-z][a-z0-9-]*\\.[a-z][a-z0-9-]*$' }), {
    minItems: 1,
  }),
  who: Type.Array(PolicySubject, { minItems: 1 }),
  /** Where an official or a system may: over the data of their own organisation (so unless told), or of any. */
  where: Type.Optional(Type.Union([Type.Literal('own-organisation'), Type.Literal('any-organisation')])),
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
