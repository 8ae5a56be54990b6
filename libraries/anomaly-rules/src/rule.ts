/** How much an anomaly matters. */
export type Severity = 'low' | 'medium' | 'high'

/** What counts as unusual: which lines, how many of what, within which time. */
export interface AnomalyRule {
  readonly id: string
  /** Reference to the message that names it, `message:…`. */
  readonly title: string
  /** Reference to the message that says why it matters and what to look at. */
  readonly why: string
  readonly severity: Severity
  /** FEEL over what a line says: `actor`, `operation`, `outcome`, `ground`, `fields`, `hour`, `working`, `about`, `known`. */
  readonly lines: string
  /** What is counted for each actor: lines, or the different subjects of lines. */
  readonly counts: 'lines' | 'subjects'
  /** The count that raises an alert. */
  readonly reaches: number
  /** Length of the sliding window, minutes. */
  readonly minutes: number
}

/** The rules of an installation. */
export interface AnomalyRules {
  /** Service whose cases the incidents become, `service:…`; absent: they are shown only. */
  readonly incidents?: string
  /** Which lines say that an organisation has work with their subjects, and for how many days after it knows them. */
  readonly work?: { readonly lines: string; readonly days: number }
  /** Hours within which the security officer reviews an emergency after its end; absent: nobody waits for it. */
  readonly reviewHours?: number
  readonly rules: readonly AnomalyRule[]
}
