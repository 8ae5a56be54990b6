import type { Term } from '../definition/service.ts'
import type { DraftDecision } from './draft-decision.ts'

/** When a jurisdiction wants the applicant to be heard before a decision. */
export interface HearingRules {
  /** Before every adverse decision, or only before one that an official intends. */
  readonly when: 'adverse' | 'adverse-by-official'
  /** How long the applicant has for an objection. */
  readonly within: Term
  /** The law that wants it: `act:<act>/<article>`. */
  readonly ground: string
}

/** Whether the applicant must be heard before the decision that is intended. */
export function hearingDue(rules: HearingRules | null, draft: DraftDecision): boolean {
  if (rules === null || (draft.outcome !== 'refused' && draft.outcome !== 'partly-granted')) return false
  return rules.when === 'adverse' || draft.byOfficial
}
