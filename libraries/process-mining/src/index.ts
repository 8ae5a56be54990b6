export { type FittedScenario, fitScenario, type NotFitted } from './fit-scenario.ts'
export { measured } from './measured.ts'
export { mineProcess } from './mine-process.ts'
export type * from './mined.ts'
export {
  type EventProblem,
  type EventProblemCode,
  type EventReading,
  eventProblems,
  readEvents,
} from './read-events.ts'
export type { LoggedStep, Trace } from './trace.ts'
