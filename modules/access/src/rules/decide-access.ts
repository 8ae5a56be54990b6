import type { Actor } from '@tereze/operation'
import type { Explanation } from '../contract/index.ts'
import type { CompiledPolicy, CompiledRule } from './compile-policy.ts'

/** What is asked of the policy. */
export interface AccessCase {
  readonly actor: Actor
  readonly permission: string
  /** The organisation whose data it is about. */
  readonly tenant: string
  readonly input: unknown
}

function names(rule: CompiledRule, actor: Actor): boolean {
  if (rule.kinds.has(actor.kind)) return true
  if (actor.kind === 'official') return actor.roles.some(role => rule.officialRoles.has(role))
  if (actor.kind === 'system') return actor.roles.some(role => rule.systemRoles.has(role))
  return false
}

/** A rule that names everyone holds everywhere; what somebody may by office or by role holds at home. */
function holdsAt(rule: CompiledRule, actor: Actor, tenant: string): boolean {
  if (rule.anywhere || rule.kinds.has('anonymous')) return true
  return !('organisation' in actor) || actor.organisation === tenant
}

/**
 * Decides by the policy: denied unless a rule names the actor, at this organisation, under a condition that holds.
 * The answer of a denial is that of the rule that came nearest.
 */
export function decideAccess(policy: CompiledPolicy, { actor, permission, tenant, input }: AccessCase): Explanation {
  const rules = policy.byPermission.get(permission)
  if (rules === undefined) return policy.noRule
  let nearest = policy.notYourRole
  for (const rule of rules) {
    if (!names(rule, actor)) continue
    if (!holdsAt(rule, actor, tenant)) {
      if (nearest.because === 'not-your-role') nearest = rule.elsewhere
    } else if (rule.condition === null || rule.condition(actor, input, tenant)) {
      return rule.allows
    } else {
      nearest = rule.unmet
    }
  }
  return nearest
}
