import type { Actor } from '@tereze/operation'

/** A line of an audit log with what the organisation knows beside it. Persons are names that mean nothing to a rule. */
export interface SeenLine {
  readonly id: string
  /** Instant, ISO 8601. */
  readonly time: string
  readonly actor: Actor
  readonly operation: string
  /** `done` or the code of the refusal. */
  readonly outcome: string
  readonly ground: string | null
  readonly fields: readonly string[]
  readonly subjects: readonly string[]
  /** Hour of the day where the organisation is, 0 to 23. */
  readonly hour: number
  /** Whether the organisation works at that time. */
  readonly working: boolean
  /** How far the actor came since they signed in before, kilometres, and within how many minutes; null where nothing says so. */
  readonly travel: { readonly kilometres: number; readonly minutes: number } | null
  /** What a subject is to the actor: `self`, `relative`, `colleague`, `protected`. */
  aboutOf(subject: string): readonly string[]
  /** Whether the organisation has work with a subject. */
  isKnown(subject: string): boolean
}
