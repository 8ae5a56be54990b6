import { type Calendar, type DeadlineRules, deadline, type Term } from '@tereze/working-time'

/** When a legally significant message counts as delivered, by the law of a jurisdiction. */
export interface DeliveryRule {
  /** At the latest so long after it was placed in the cabinet; absent: only when it is opened. */
  readonly after?: Term
  readonly ground: string
}

/** How a jurisdiction counts, and where. */
export interface Counting {
  readonly calendar: Calendar
  readonly rules: DeadlineRules
  readonly zone: string
}

/** Whether a message counts as delivered: since when and by what, or until when it will. */
export interface Delivered {
  /** Null: not yet. */
  readonly at: string | null
  readonly by: 'opened' | 'term' | null
  /** When it counts as delivered though nobody opens it; null where the law has no such term. */
  readonly latest: string | null
  readonly ground: string
}

/** The calendar of the jurisdiction says nothing of the days that the term reaches. */
export class DeliveryUncountable extends Error {
  override readonly name = 'DeliveryUncountable'
}

/**
 * Whether a legally significant message counts as delivered: from when it was opened, at the latest from the end of the term after it was
 * placed in the cabinet. Opening it later changes nothing.
 * @throws DeliveryUncountable when the calendar does not cover the term.
 */
export function decideDelivered(of: {
  readonly placedAt: string
  readonly openedAt: string | null
  readonly rule: DeliveryRule
  readonly counting: Counting
  readonly now: Date
}): Delivered {
  const { placedAt, openedAt, rule, counting, now } = of
  const { ground } = rule
  const counted = rule.after === undefined ? null : deadline({ from: placedAt, term: rule.after, ...counting })
  if (counted !== null && !counted.ok) throw new DeliveryUncountable(counted.refusal.code)
  const latest = counted?.at ?? null
  const inTime = openedAt !== null && (latest === null || Date.parse(openedAt) <= Date.parse(latest))
  if (inTime) return { at: openedAt, by: 'opened', latest, ground }
  const over = latest !== null && Date.parse(latest) <= now.getTime()
  return over ? { at: latest, by: 'term', latest, ground } : { at: null, by: null, latest, ground }
}
