import type { Colleague, Hypothesis } from '../contract/index.ts'
import { judgeHypothesis } from '../rules/judge-hypothesis.ts'
import type { HypothesisRow } from '../store/hypotheses.ts'

/** A hypothesis as screens show it. */
export function viewHypothesis(row: HypothesisRow, who: (id: string) => Colleague): Hypothesis {
  const { measured, measuredBy, measuredAt } = row
  return {
    hypothesis: row.id,
    metric: row.metric,
    statement: row.statement,
    before: row.before,
    target: row.target,
    set: { by: who(row.setBy), at: row.setAt },
    measured:
      measured === null || measuredBy === null || measuredAt === null
        ? null
        : { by: who(measuredBy), at: measuredAt, value: measured, byPlatform: row.byPlatform ?? false },
    verdict: judgeHypothesis(row.before, row.target, measured),
  }
}
