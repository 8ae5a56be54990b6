import type { CompiledPolicy } from './compile-policy.ts'
import { type AccessCase, tryRule } from './decide-access.ts'
import type { LookedAt } from './explanation.ts'

/**
 * Every rule about a permission with what came of it for this question, in the order of the policy: also those after the one
 * that allows. A rule that failed says what it would need by `who`, `where` and `condition`.
 */
export function lookAtRules(policy: CompiledPolicy, question: AccessCase): LookedAt[] {
  const { actor, input, tenant } = question
  return (policy.byPermission.get(question.permission) ?? []).map(rule => {
    const result = tryRule(policy, rule, question)
    const cameToCondition = ['rule-allows', 'condition-not-met', 'emergency-only'].includes(result)
    const { id, why, who } = rule.source
    return {
      rule: id,
      why,
      result,
      who,
      where: rule.where,
      condition: rule.condition?.text ?? null,
      read: cameToCondition && rule.condition !== null ? rule.condition.read(actor, input, tenant) : [],
    }
  })
}
