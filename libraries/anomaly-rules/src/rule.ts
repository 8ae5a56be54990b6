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
  /** FEEL over what a line says: `actor`, `operation`, `outcome`, `ground`, `fields`, `hour`, `working`, `travel`, `about`, `known`. */
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
  /** How it is told that a witness doubts a log of the organisation; absent: nobody is told. */
  readonly witness?: { readonly severity: Severity; readonly title: string; readonly why: string }
  /** Within how many hours an emergency is reviewed, and how it is told that it was not; absent: nobody waits for it. */
  readonly review?: {
    readonly hours: number
    readonly severity: Severity
    readonly title: string
    readonly why: string
  }
  /** How many hours before a clock of the law runs out after a leak it is told that nothing was done; absent: nobody is reminded. */
  readonly leaks?: {
    readonly hoursBefore: number
    readonly severity: Severity
    readonly title: string
    readonly why: string
  }
  readonly rules: readonly AnomalyRule[]
}
