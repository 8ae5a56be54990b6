import { type Static, Type } from 'typebox'

/**
 * Who a rule is about: `anyone`; `person`, `official`, `system` (any of the kind); `visit`, an official who acts for a
 * person who came in; `role:<role>` of an official;
 * `system:<role>` of an information system.
 */
export const PolicySubject = Type.String({
  pattern: '^(anyone|person|official|system|visit|(role|system):[a-z][a-z0-9-]*)$',
})

const RuleId = Type.String({ pattern: '^[a-z][a-z0-9.-]*$' })

/** One rule of the policy: who may do what, where, under which condition, and why. Everything without a rule is denied. */
export const PolicyRule = Type.Object({
  id: RuleId,
  permissions: Type.Array(Type.String({ pattern: '^[a-z][a-z0-9-]*\\.[a-z][a-z0-9-]*\\.[a-z][a-z0-9-]*$' }), {
    minItems: 1,
  }),
  who: Type.Array(PolicySubject, { minItems: 1 }),
  /**
   * Where an official or a system may: over the data of their own organisation (so unless told), of their own and all that
   * stand below it, or of any.
   */
  where: Type.Optional(
    Type.Union([Type.Literal('own-organisation'), Type.Literal('own-branch'), Type.Literal('any-organisation')]),
  ),
  /** JSON Pointer into `input` of a territory's code: an office that is limited to a territory may ask only within it. */
  within: Type.Optional(Type.String({ pattern: '^(/[^/]+)+$' })),
  /** FEEL over `actor`, `input`, `tenant`; must be true. */
  when: Type.Optional(Type.String()),
  /** The rule holds only while the official has declared an emergency. */
  emergency: Type.Optional(Type.Boolean()),
  /** Key of the message that explains the rule. */
  why: Type.String(),
})
/** One rule of the policy. */
export type PolicyRule = Static<typeof PolicyRule>

/** Duties that nobody has together: no official holds a role of one group beside a role of another. */
export const Separation = Type.Object({
  id: RuleId,
  apart: Type.Array(Type.Array(Type.String(), { minItems: 1 }), { minItems: 2 }),
  /** Key of the message that explains it. */
  why: Type.String(),
})
/** Duties that nobody has together. */
export type Separation = Static<typeof Separation>

/** The whole policy: data, with a version. */
export interface Policy {
  readonly version: string
  readonly rules: readonly PolicyRule[]
  readonly separations?: readonly Separation[]
}
