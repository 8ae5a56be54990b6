import type { Json } from '@tereze/bpmn'
import type { Calendar, DeadlineRules } from '@tereze/working-time'

/** A duration in days (of 24 hours), hours, minutes and seconds, ISO 8601: `PT1H30M`. */
export type DurationText = string

/** How long something takes: always the same, by an exponential or triangular distribution, or as observed. */
export type Distribution =
  | { readonly fixed: DurationText }
  /** The mean. */
  | { readonly exponential: DurationText }
  | {
      readonly triangular: { readonly least: DurationText; readonly likely: DurationText; readonly most: DurationText }
    }
  /** Observed durations, each as likely as any other. */
  | { readonly empirical: readonly DurationText[] }

/** How instances arrive; in the time that the calendar leaves open, where it names one. */
export interface Arrivals {
  readonly by:
    | { readonly exponential: { readonly perHour: number } }
    | { readonly every: DurationText }
    /** Counted from the beginning. */
    | { readonly at: readonly DurationText[] }
  readonly calendar?: string
  /** Which beginning of the process, where there are several. */
  readonly start?: string
}

/** One value of an instance's data: the same for all, by FEEL, or by chance in shares that need not sum to 1. */
export type Making = { readonly into: string } & (
  | { readonly is: Json }
  /** FEEL over the data so far, and `chance` (0 to 1) and `number` (of the instance). */
  | { readonly feel: string }
  | { readonly oneOf: readonly { readonly share: number; readonly is: Json }[] }
)

/** Work at one node of the process. Without a pool nobody is needed for it, as many as there are happen at once. */
export interface Work {
  readonly takes: Distribution
  /** Who does it; without it the pool that is called like the role of the node. */
  readonly pool?: string
  readonly costPerHour?: number
  /** The higher, the sooner; 0 when not said. */
  readonly priority?: number
  /** How often the person concerned has to come somewhere for it. */
  readonly visits?: number
  /** Papers that the person concerned has to bring or to fill in for it. */
  readonly papers?: number
  /** What is in the data afterwards. */
  readonly then?: readonly Making[]
}

/** People who do the same work. */
export interface Pool {
  readonly staff: number
  /** When they work; always, without it. */
  readonly calendar?: string
  readonly costPerHour?: number
}

/** What is tried out on a process: who comes, who works, how long things take. */
export interface Scenario {
  readonly format: 1
  readonly seed: number
  /** The instant at which it begins, ISO 8601. */
  readonly begin: string
  /** The instant at which it ends; what is not finished then is counted as unfinished. */
  readonly until?: string
  /** How many instances arrive. */
  readonly instances?: number
  readonly arrivals: Arrivals
  readonly data?: readonly Making[]
  readonly work?: Readonly<Record<string, Work>>
  readonly pools?: Readonly<Record<string, Pool>>
  /** How long until a message or signal from outside comes, by its name; others never come. */
  readonly messages?: Readonly<Record<string, Distribution>>
  readonly calendars?: Readonly<Record<string, Calendar>>
  /** How working terms of timers are counted. */
  readonly terms?: { readonly calendar: string; readonly rules: DeadlineRules }
}
