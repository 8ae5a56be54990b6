import { because, LookedAt } from '@tereze/access-policy'
import { OrganisationId, operation } from '@tereze/operation'
import { type Static, Type } from 'typebox'

/** Words of the policy by their keys, in three languages. */
export const PolicyWords = Type.Record(
  Type.String(),
  Type.Object({ en: Type.String(), ru: Type.String(), kk: Type.String() }),
)
/** Words of the policy by their keys. */
export type PolicyWords = Static<typeof PolicyWords>

/** An explained answer of the policy. Each `because` has a message `access.because.<code>`. */
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
  /** Every rule about the permission, with what came of it. */
  looked: Type.Array(LookedAt),
  /** Words of the rules that were looked at. */
  words: PolicyWords,
})
/** An explained answer of the policy. */
export type Explanation = Static<typeof Explanation>

/** An official that one asks about, as the policy would see them. */
export const SupposedOfficial = Type.Object({
  organisation: OrganisationId,
  roles: Type.Array(Type.String({ maxLength: 60 }), { maxItems: 20 }),
  unit: Type.Optional(Type.String({ maxLength: 60 })),
  territory: Type.Optional(Type.String({ pattern: '^[0-9]{2,9}$' })),
  /** As if they had declared an emergency. */
  emergency: Type.Optional(Type.Boolean()),
})
/** An official that one asks about. */
export type SupposedOfficial = Static<typeof SupposedOfficial>

/** Why something is allowed or denied. */
export const explainAccess = operation({
  name: 'access.explain-access',
  does: 'Tells which rules were looked at for a permission, what came of each, and whether it is allowed: to the asking actor, or to an official with some roles.',
  kind: 'query',
  input: Type.Object({
    permission: Type.String({ maxLength: 200 }),
    organisation: Type.String({ maxLength: 100 }),
    input: Type.Optional(Type.Unknown()),
    /** Whom it is about; the asking actor when not said. */
    as: Type.Optional(SupposedOfficial),
  }),
  output: Explanation,
  permission: 'access.decision.explain',
  scope: 'access.read',
})

/** What the policy has rules for. */
export const listPermissions = operation({
  name: 'access.list-permissions',
  does: 'Lists the permissions that the access policy has rules for, with the rules of each.',
  kind: 'query',
  input: Type.Object({}),
  output: Type.Object({
    policyVersion: Type.String(),
    items: Type.Array(
      Type.Object({
        permission: Type.String(),
        rules: Type.Array(Type.Object({ rule: Type.String(), why: Type.String() })),
      }),
    ),
    /** Roles that the rules and separations name. */
    roles: Type.Array(Type.String()),
    /** Words of the rules, and of the roles under `role.<id>`. */
    words: PolicyWords,
  }),
  permission: 'access.policy.read',
})
