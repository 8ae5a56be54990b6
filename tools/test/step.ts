import type { Counts } from './counts.ts'

/** What a step is run with. */
export type StepContext = {
  /** Absolute path of the project. */
  project: string
  /** Parts of file names: only tests in files that contain one are run; empty means all. */
  filters: readonly string[]
  /** Whether this is the run that decides about a change. */
  ci: boolean
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
}
