import { event, Instant, LocalDate, Text } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { CaseId } from './case-id.ts'

/** What may end a suspension: the applicant's answer, the answer of another body, a date. */
export const EndCondition = Type.Union([Type.Literal('answer'), Type.Literal('agency'), Type.Literal('date')])

/** The deadline of a case with everything that decided it, in words. */
export const DeadlineView = Type.Object({
  /** Last local date; while the case is suspended the latest that it can be. */
  date: LocalDate,
  /** When it is over: the end of that day, or the hour of a term in hours. */
  at: Instant,
  /** One line: `5 working days from 2 March 2026; days off: 7–9 March → 10 March 2026`. */
  summary: Text,
  /** A line for everything that decided the day. */
  lines: Type.Array(Text),
  /** The suspension that holds now; null: the term runs. */
  suspended: Type.Union([
    Type.Object({
      since: LocalDate,
      /** The day on which it ends at the latest. */
      until: LocalDate,
      waitsFor: EndCondition,
      ground: Text,
    }),
    Type.Null(),
  ]),
  /** How often it was prolonged. */
  extensions: Type.Integer({ minimum: 0 }),
  /** The terms of the stages in their order. */
  stages: Type.Array(
    Type.Object({
      stage: Type.String(),
      title: Text,
      state: Type.Union([Type.Literal('planned'), Type.Literal('running'), Type.Literal('finished')]),
      date: LocalDate,
      /** It was finished after its last day, or runs after it. */
      late: Type.Boolean(),
      summary: Text,
    }),
  ),
})
/** The deadline of a case with everything that decided it, in words. */
export type DeadlineView = Static<typeof DeadlineView>

/** A term of a case has passed. */
export const deadlinePassed = event({
  type: 'cases.deadline-passed',
  does: 'A term of a case passed before it was done: of the case, a stage or a task.',
  data: Type.Object({
    case: CaseId,
    service: Type.String(),
    of: Type.Union([Type.Literal('case'), Type.Literal('stage'), Type.Literal('task')]),
    /** Last local date of the term. */
    date: LocalDate,
    /** Role to which the work went. */
    to: Type.String(),
  }),
})
