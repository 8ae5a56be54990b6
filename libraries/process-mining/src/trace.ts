/** One thing that was logged of a case: a node entered, left or cancelled, or a sequence flow taken. */
export interface LoggedStep {
  readonly what: 'entered' | 'left' | 'cancelled' | 'flow'
  /** Id in the process; of a called process `process/element`; of a log without a process the name of an activity. */
  readonly element: string
  /** Instant, ISO 8601. */
  readonly at: string
}

/** What was logged of one case, in the order in which it happened. */
export interface Trace {
  /** Tells one case from another, and nothing else about it. */
  readonly id: string
  /** Instant at which it began. */
  readonly began: string
  /** Instant at which it ended; null: it goes on. */
  readonly ended: string | null
  readonly steps: readonly LoggedStep[]
}
