import type { Counts } from './counts.ts'

/** What a step is run with. */
export type StepContext = {
  /** Absolute path of the project. */
  project: string
  /** Parts of file names: only tests in files that contain one are run; empty means all. */
  filters: readonly string[]
  /** Whether this is the run that decides about a change. */
  ci: boolean
  /** Shows what a program prints, as it comes. */
  show: (printed: string | Uint8Array) => void
}

/** One part of `npm test`. */
export type Step = {
  /** Short, as given to `--only`. */
  name: string
  /** One line for a person. */
  does: string
  /** Whether finding no test at all is a failure. */
  required: (context: StepContext) => boolean
  /** Longest time it may take, in minutes. */
  minutes: number
  /** Begun at its place, it goes on while others run that are not `alone`; what it prints is shown when it has ended. */
  beside?: boolean
  /** Whether it needs the machine for itself: what runs beside ends first. */
  alone?: boolean
  /** Runs it. */
  run: (context: StepContext, minutes: number) => Promise<Outcome>
}

/** How a step went. */
export type Outcome = {
  /** What was counted, even when the step was ended in the middle. */
  found: Counts
  /** False when the program crashed, was ended for its time, or reported an error outside tests. */
  endedWell: boolean
  /** Whether it was ended because it took longer than it may. */
  timedOut: boolean
  /** What failed, each with its name and why: told once more at the end, where it is looked for first. */
  failures: readonly string[]
}
