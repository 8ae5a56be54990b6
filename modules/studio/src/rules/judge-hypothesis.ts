import type { Hypothesis } from '../contract/index.ts'

/** What came of a hypothesis: the target was reached, it went towards it, or it did not even do that. */
export function judgeHypothesis(before: number, target: number, measured: number | null): Hypothesis['verdict'] {
  if (measured === null) return 'open'
  const way = Math.sign(target - before)
  if ((measured - target) * way >= 0) return 'reached'
  return (measured - before) * way > 0 ? 'better' : 'missed'
}
