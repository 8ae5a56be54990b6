import type { Session } from '@tereze/feel'
import type { Part, Position } from '../model/model.ts'
import { placeIn } from '../reader/text-place.ts'

/** Why a value became null while a decision was made. */
export interface DecisionWarning {
  readonly code: string
  readonly params: Readonly<Record<string, unknown>>
  /** Name of the decision, knowledge model or service; empty outside of them. */
  readonly decision: string
  /** Id of the part of the model; empty when it has none. */
  readonly element: string
  readonly at: Position | null
  /** Offsets into the FEEL text of the part. */
  readonly start: number
  readonly end: number
}

/** Gives the warnings of FEEL their place in the model. */
export class Warnings {
  readonly session: Session
  readonly placed: DecisionWarning[] = []
  private taken = 0

  constructor(session: Session) {
    this.session = session
  }

  /** Claims the warnings that FEEL gave since the last time for a part of the model. */
  claim(decision: string, part: Part | null): void {
    const { warnings } = this.session
    for (; this.taken < warnings.length; this.taken++) {
      const warning = warnings[this.taken]
      if (warning === undefined) continue
      this.placed.push({
        code: warning.code,
        params: warning.params,
        decision,
        element: part?.id ?? '',
        at: part === null ? null : placeIn(part, warning.start),
        start: warning.start,
        end: warning.end,
      })
    }
  }

  /** Adds a warning of the model's own. */
  add(code: string, decision: string, part: Part | null, params: Readonly<Record<string, unknown>> = {}): null {
    this.claim(decision, part)
    this.session.warn(code, { start: 0, end: 0 }, params)
    this.claim(decision, part)
    return null
  }
}
