import type { Json, JsonObject } from '../model/json.ts'
import type { Feel } from '../model/process.ts'

/** The moment at which an expression is evaluated: an instant (ISO 8601, UTC) and the IANA zone of its legal date. */
export interface Moment {
  readonly now: string
  readonly zone: string
}

/**
 * Evaluates FEEL over a context. The value is JSON: dates, times and durations come back as their ISO 8601 text.
 * What goes wrong inside is a null with warnings, as FEEL has it; it does not throw.
 */
export type Evaluate = (
  expression: Feel,
  context: JsonObject,
  moment: Moment,
) => { readonly value: Json; readonly warnings: readonly string[] }

/** Says why a FEEL expression does not compile, or undefined when it does. */
export type CheckExpression = (expression: Feel) => string | undefined
