import {
  Instant,
  LocalDate,
  OrganisationId,
  operation,
  PageInput,
  page,
  refusal,
  Text,
  TypedId,
} from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { exemptionTermUnfit } from './incident.ts'

/** Id of an exemption. */
export const ExemptionId = TypedId('exemption')

/** Until when a rule is not asked of an actor, or asked with another threshold; by whom and why. */
export const Exemption = Type.Object({
  exemption: ExemptionId,
  rule: Type.String(),
  title: Text,
  actor: Type.String(),
  until: Instant,
  /** The threshold meanwhile; null: the rule is silent. */
  reaches: Type.Union([Type.Integer(), Type.Null()]),
  reason: Type.String(),
  by: Type.String(),
  given: Instant,
  state: Type.Enum(['in-force', 'over', 'ended']),
})
/** Until when a rule is not asked of an actor, or asked with another threshold. */
export type Exemption = Static<typeof Exemption>

/** There is no such rule. */
export const ruleNotFound = refusal('vigilance.rule-not-found', 'not-found')
/** There is no such exemption in force. */
export const exemptionNotFound = refusal('vigilance.exemption-not-found', 'not-found')
/** Nobody exempts themselves. */
export const exemptionOwn = refusal('vigilance.exemption-own', 'forbidden')

/** The exemptions of an organisation. */
export const listExemptions = operation({
  name: 'vigilance.list-exemptions',
  does: 'Lists of whom rules are not asked, or asked with another threshold: until when, by whom and why, newest first.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, ...PageInput.properties }),
  output: page(Exemption),
  permission: 'vigilance.incident.read',
})

/** Exempts an actor from a rule for a time. */
export const giveExemption = operation({
  name: 'vigilance.give-exemption',
  does: 'Exempts an actor from a rule until a day, or gives the rule another threshold for them; never oneself.',
  input: Type.Object({
    organisation: OrganisationId,
    rule: Type.String({ maxLength: 100 }),
    actor: Type.String({ minLength: 1, maxLength: 200 }),
    until: LocalDate,
    reaches: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000 })),
    reason: Type.String({ minLength: 10, maxLength: 2000 }),
  }),
  output: Type.Object({ exemption: ExemptionId }),
  permission: 'vigilance.exemption.manage',
  refusals: [ruleNotFound, exemptionOwn, exemptionTermUnfit],
})

/** Ends an exemption. */
export const endExemption = operation({
  name: 'vigilance.end-exemption',
  does: 'Ends an exemption before its term: the rule looks at the actor as usual from the next line on.',
  input: Type.Object({ organisation: OrganisationId, exemption: ExemptionId }),
  output: Type.Object({ exemption: ExemptionId }),
  permission: 'vigilance.exemption.manage',
  refusals: [exemptionNotFound],
})
