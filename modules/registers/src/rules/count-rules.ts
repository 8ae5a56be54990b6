import type { QualityRule } from '../definition/quality.ts'
import type { Applies } from '../store/quality-points.ts'
import type { StandingCount } from '../store/violations.ts'

/** A rule with what was counted of it. */
export type CountedRule = QualityRule & {
  readonly applies: number | null
  readonly open: number
  readonly accepted: number
}

/** Rules of a register with what was counted of each: null where no complete check was done since it is there. */
export function countRules(
  register: string,
  rules: readonly QualityRule[],
  applies: readonly Applies[],
  standing: readonly StandingCount[],
): CountedRule[] {
  return rules.map(rule => {
    const stands = standing.find(one => one.register === register && one.rule === rule.id)
    const counted = applies.find(one => one.register === register && one.rule === rule.id)
    return { ...rule, applies: counted?.applies ?? null, open: stands?.open ?? 0, accepted: stands?.accepted ?? 0 }
  })
}
