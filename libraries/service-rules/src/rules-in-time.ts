/** Which rules apply when, as a regulation says it (`rules` of `regulation.json`). */
export interface RulesInTime {
  /** Whose date counts: that of the event, of the application, or of the decision. */
  readonly follow: 'event' | 'application' | 'decision'
  /** FEEL: the date of the event. */
  readonly event?: string
  readonly clause: string
  readonly editions?: readonly Edition[]
}

/** A decision file that holds for a time only. */
export interface Edition {
  readonly file: string
  /** First day; absent: since ever. */
  readonly from?: string
  /** Last day; absent: until further notice. */
  readonly until?: string
  /** FEEL: a transitional norm. */
  readonly when?: string
  readonly clause: string
}

/** A rounding that a regulation declares: which decision rounds, how, to how many decimal places, by which clause. */
export interface Rounding {
  readonly decision: string
  readonly mode: 'half-even' | 'half-up' | 'half-down' | 'up' | 'down' | 'floor' | 'ceiling'
  readonly scale: number
  readonly clause: string
}

/** The dates of a case that rules may follow: legal dates, `YYYY-MM-DD`; null for what has not happened yet. */
export interface CaseDates {
  readonly event: string | null
  readonly submitted: string | null
  readonly today: string
}

const legalDate = /^\d{4}-\d{2}-\d{2}$/

/** The date whose rules and legal parameters apply; what has not happened yet is taken to happen today. */
export function rulesDateOf({ follow }: RulesInTime, { event, submitted, today }: CaseDates): string {
  const chosen = follow === 'event' ? event : follow === 'application' ? submitted : today
  return chosen !== null && legalDate.test(chosen) ? chosen : today
}

/** The edition among files that applies on a date: the first whose term takes it in and whose condition holds; null when none does. */
export function editionOf(
  rules: RulesInTime,
  files: readonly string[],
  date: string,
  holds: (condition: string) => boolean,
): Edition | null {
  const found = (rules.editions ?? []).find(
    ({ file, from, until, when }) =>
      files.includes(file) &&
      (from === undefined || from <= date) &&
      (until === undefined || date <= until) &&
      (when === undefined || holds(when)),
  )
  return found ?? null
}
