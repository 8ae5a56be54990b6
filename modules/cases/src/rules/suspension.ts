import { parseTerm, type Term } from '@tereze/working-time'

/** What ends a suspension: a condition, and the longest time that it may last. */
export interface SuspendedUntil {
  readonly condition: 'answer' | 'agency' | 'date'
  readonly limit: Term
}

/** Reads what ends a suspension on a ground: `answer or P10D`; null when it is not so written. */
export function readUntil(text: string | undefined): SuspendedUntil | null {
  const [, condition, period] = /^(answer|agency|date) or (P\d+[DMY])$/.exec(text ?? '') ?? []
  const limit = parseTerm(period ?? '')
  return condition === undefined || limit === undefined
    ? null
    : { condition: condition as SuspendedUntil['condition'], limit }
}

/** The suspension that a case keeps while it holds: for expressions of its process, and to end it. */
export interface HeldSuspension {
  readonly open: boolean
  /** Id of the ground. */
  readonly ground: string
  readonly until: SuspendedUntil['condition']
  /** Number of the act. */
  readonly act: string
  /** What the official wrote to the applicant. */
  readonly text: string
  /** The longest that it may last. */
  readonly limit: Term
  /** Instant at which it ends at the latest. */
  readonly endsAt: string
  /** Local date of that. */
  readonly lastDay: string
  /** What happens then. */
  readonly otherwise: 'resume' | 'discontinue'
  /** Whether it came with a question, whose answer ends it. */
  readonly asked?: boolean
}

/** What ends the suspension that holds in a case with these data; null: none holds. */
export function suspendedUntil(data: Readonly<Record<string, unknown>>): SuspendedUntil['condition'] | null {
  const held = (data.suspension ?? null) as HeldSuspension | null
  return held?.open === true ? held.until : null
}
