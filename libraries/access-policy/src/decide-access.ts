import { type Actor, isInVisit } from '@tereze/operation'
import type { CompiledPolicy, CompiledRule } from './compile-policy.ts'
import type { Because, Explanation } from './explanation.ts'

/** What is asked of the policy. */
export interface AccessCase {
  readonly actor: Actor
  readonly permission: string
  /** The organisation whose data it is about. */
  readonly tenant: string
  readonly input: unknown
  /** The official has declared an emergency: rules that wait for one hold. */
  readonly emergency?: boolean
}

/** Within a visit an official does what rules for visits let them do, and nothing of their office. */
function names(rule: CompiledRule, actor: Actor): boolean {
  if (isInVisit(actor)) return rule.kinds.has('visit')
  if (rule.kinds.has(actor.kind)) return true
  if (actor.kind === 'official') return actor.roles.some(role => rule.officialRoles.has(role))
  if (actor.kind === 'system') return actor.roles.some(role => rule.systemRoles.has(role))
  return false
}

/** A rule that names everyone holds everywhere; what somebody may by office or by role holds at home, or in their branch. */
function holdsAt(policy: CompiledPolicy, rule: CompiledRule, actor: Actor, tenant: string): boolean {
  if (rule.where === 'any-organisation' || rule.kinds.has('anonymous')) return true
  if (!('organisation' in actor) || actor.organisation === tenant) return true
  return rule.where === 'own-branch' && policy.isBelow(actor.organisation, tenant)
}

/** Whether what is asked for lies within the territory of an office. Nothing asked for is the office's own. */
function liesWithin(rule: CompiledRule, actor: Actor, input: unknown): boolean {
  const own = actor.kind === 'official' ? (actor.territory ?? null) : null
  if (rule.territory === null || own === null) return true
  let asked = input
  for (const name of rule.territory) {
    const has = typeof asked === 'object' && asked !== null && Object.hasOwn(asked, name)
    asked = has ? (asked as Record<string, unknown>)[name] : null
  }
  if (asked === null || asked === undefined) return true
  return typeof asked === 'string' && asked.startsWith(own)
}

/** How far an actor comes with a rule: the first thing that fails, or that it allows. */
export function tryRule(
  policy: CompiledPolicy,
  rule: CompiledRule,
  { actor, tenant, input, emergency }: AccessCase,
): Because {
  if (!names(rule, actor)) return 'not-your-role'
  if (!holdsAt(policy, rule, actor, tenant)) return 'other-organisation'
  if (!liesWithin(rule, actor, input)) return 'other-territory'
  if (rule.condition !== null && !rule.condition.holds(actor, input, tenant)) return 'condition-not-met'
  if (rule.emergency && emergency !== true) return 'emergency-only'
  return 'rule-allows'
}

/** What came nearest to being allowed: the larger, the nearer. */
const nearness: Readonly<Record<Because, number>> = {
  'no-rule': 0,
  'representation-missing': 0,
  'power-out-of-scope': 0,
  'visit-over': 0,
  'visit-unconfirmed': 0,
  'outside-agreement': 0,
  'not-your-role': 0,
  'other-organisation': 1,
  'other-territory': 2,
  'condition-not-met': 3,
  'emergency-only': 4,
  'rule-allows': 5,
}

/**
 * Decides by the policy: denied unless a rule names the actor, at this organisation, in this territory, under a condition that
 * holds. The answer of a denial is that of the rule that came nearest.
 */
export function decideAccess(policy: CompiledPolicy, question: AccessCase): Explanation {
  const rules = policy.byPermission.get(question.permission)
  if (rules === undefined) return policy.noRule
  let nearest = policy.notYourRole
  for (const rule of rules) {
    const because = tryRule(policy, rule, question)
    if (because === 'rule-allows') return rule.answers['rule-allows']
    if (nearness[because] > nearness[nearest.because]) nearest = rule.answers[because]
  }
  return nearest
}
