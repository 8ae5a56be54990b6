import type { FeelMistake } from './cell-problem.ts'
import type { DecisionText, SayDecision } from './say-decision.ts'

const worded: ReadonlySet<string> = new Set([
  'dmn.expression-invalid',
  'dmn.type-unknown',
  'dmn.reference-unknown',
  'dmn.output-not-allowed',
  'dmn.type-mismatch',
  'dmn.function-unsupported',
])

/** A mistake in words, with the way out. */
export function mistakeWords(say: SayDecision, { code, near }: FeelMistake): string {
  const id = (worded.has(code) ? `mistake.${code}` : 'mistake.other') as DecisionText
  return say(id, { near, at: near === '' ? 'end' : 'here' })
}
