/** Every reason why a scenario cannot be simulated, with what it means. The list is closed. */
export const scenarioProblems = {
  'format-wrong': 'The file does not have the form of a scenario.',
  'date-invalid': 'An instant is none, or the end is before the beginning.',
  'node-unknown': 'The process has no such node.',
  'start-unknown': 'The process has no such beginning.',
  'pool-unknown': 'Work names a pool that the scenario does not have.',
  'calendar-unknown': 'A calendar is named that the scenario does not have.',
  'calendar-invalid': 'A calendar has no working hours, or is no calendar; rules are none.',
  'calendar-ends': 'The simulation goes on into a year that a calendar does not cover.',
  'expression-invalid': 'A FEEL expression does not compile.',
  'arrivals-too-dense': 'Arrivals follow each other without time between them.',
  'corners-out-of-order': 'The corners of a triangular distribution are not least ≤ likely ≤ most.',
  'terms-missing': 'The process has timers with a working term, and the scenario does not say how to count it.',
  'too-many-events': 'More happens than a simulation follows; end it earlier or let fewer arrive.',
} as const

/** One of {@link scenarioProblems}. */
export type ScenarioProblemCode = keyof typeof scenarioProblems

/** Why a scenario cannot be simulated, and where. */
export interface ScenarioProblem {
  readonly code: ScenarioProblemCode
  readonly at: string
}

/** Ends a simulation that cannot go on; becomes a problem of the result. */
export class Impossible extends Error {
  readonly problem: ScenarioProblem
  constructor(code: ScenarioProblemCode, at: string) {
    super(`${code} at ${at}`)
    this.problem = { code, at }
  }
}
