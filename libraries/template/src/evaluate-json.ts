import { evaluate, type FeelContext, fromJson, toJson } from '@tereze/feel'
import type { Evaluate } from './template.ts'

/** The clock of an evaluation: the moment (ISO 8601) and the IANA zone in which `today()` is read. */
export interface Moment {
  readonly now: string
  readonly zone: string
}

/** An expression of a published package does not parse: publishing should have refused it. */
export class ExpressionBroken extends Error {}

/**
 * Evaluates FEEL over JSON data and gives JSON back.
 * @throws ExpressionBroken when the text is not FEEL.
 */
export function evaluateJson(expression: string, data: Readonly<Record<string, unknown>>, moment: Moment): unknown {
  const result = evaluate(expression, fromJson(data) as FeelContext, moment)
  if (!result.ok) throw new ExpressionBroken(`not FEEL: ${expression}`)
  return toJson(result.value)
}

/** An evaluator over one context, for templates. */
export function evaluator(data: Readonly<Record<string, unknown>>, moment: Moment): Evaluate {
  const context = fromJson(data) as FeelContext
  return expression => {
    const result = evaluate(expression, context, moment)
    if (!result.ok) throw new ExpressionBroken(`not FEEL: ${expression}`)
    return toJson(result.value)
  }
}
