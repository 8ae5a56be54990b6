import { FeelScalar } from './decimal.ts'
import type { FeelValue } from './value.ts'

/**
 * A range as a value (DMN 1.5 §10.3.2.7). An end that is `undefined` is open: `(< 10)` has no start. Ends that are null
 * are kept, they make every test null. `(= 10)` and `(!= 10)` (grammar rule 7a) have the point at both ends.
 */
export class FeelRange extends FeelScalar {
  readonly kind = 'range'
  readonly start: FeelValue | undefined
  readonly end: FeelValue | undefined
  readonly startIncluded: boolean
  readonly endIncluded: boolean
  /** How a range of one point was written; null for a range that was written otherwise. */
  readonly operator: '=' | '!=' | null

  constructor(
    start: FeelValue | undefined,
    end: FeelValue | undefined,
    startIncluded: boolean,
    endIncluded: boolean,
    operator: '=' | '!=' | null = null,
  ) {
    super()
    this.start = start
    this.end = end
    this.startIncluded = startIncluded
    this.endIncluded = endIncluded
    this.operator = operator
  }
}
