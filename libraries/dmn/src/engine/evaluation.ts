import type { FeelContext, FeelValue, Session } from '@tereze/feel'
import type { Element } from './element.ts'
import type { Recorder } from './recorder.ts'
import type { DecisionWarning } from './warning.ts'
import { Warnings } from './warning.ts'

/** One evaluation of a decision or service: its data and what has been decided so far. */
export class Evaluation {
  readonly session: Session
  readonly warnings: Warnings
  readonly recorder: Recorder | null
  /** True when ISO text may stand for dates, times and durations in inputs. */
  readonly lenient: boolean
  /** Values of inputs and decisions, by element. */
  readonly values: Map<Element, FeelValue>

  constructor(
    session: Session,
    recorder: Recorder | null,
    lenient: boolean,
    warnings: Warnings = new Warnings(session),
  ) {
    this.session = session
    this.recorder = recorder
    this.lenient = lenient
    this.warnings = warnings
    this.values = new Map()
  }

  /** An evaluation of a decision service inside this one: same clock and warnings, its own values. */
  inner(): Evaluation {
    return new Evaluation(this.session, this.recorder, this.lenient, this.warnings)
  }

  get placed(): readonly DecisionWarning[] {
    return this.warnings.placed
  }
}

/** A compiled boxed expression: run over the variables in scope. */
export type Step = (variables: FeelContext, evaluation: Evaluation) => FeelValue
