export {
  type Calendar,
  type CalendarProblem,
  checkCalendar,
  type Day,
  dayOf,
  type SpecialDay,
  type TimeOfDay,
  type WorkingHours,
} from './calendar.ts'
export * from './civil.ts'
export { type DeadlineInput, type DeadlineResult, deadline, wallClock } from './deadline.ts'
export * from './duration.ts'
export type { DeadlineRefusal } from './refusal.ts'
export { type Remaining, remaining, workingDaysBetween, worksAt } from './remaining.ts'
export type { DeadlineRules } from './rules.ts'
export type { Suspension } from './suspension.ts'
export { isTerm, partsOf, type Term, type TermUnit } from './term.ts'
export type { Trace, TraceLine } from './trace.ts'
export * from './zone.ts'
