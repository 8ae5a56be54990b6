import { event, LocalDate, OrganisationId, operation, refusal, Text } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { caseChanged, caseNotFound, ownCase, statusUnfit, stepRefused } from './case.ts'
import { CaseId } from './case-id.ts'
import { EndCondition } from './deadline.ts'
import { changedMeanwhile, Revision } from './revision.ts'

/** Neither the regulation nor the jurisdiction lists such a ground for this act. */
export const groundUnknown = refusal('cases.ground-unknown', 'invalid')
/** The term of the case is suspended already. */
export const alreadySuspended = refusal('cases.already-suspended', 'conflict')
/** The term of the case is not suspended. */
export const notSuspended = refusal('cases.not-suspended', 'conflict')
/** A suspension until a date needs one, in the future and within what the ground allows. */
export const endDateUnfit = refusal('cases.end-date-unfit', 'invalid')
/** The term of the case was prolonged already. */
export const alreadyExtended = refusal('cases.already-extended', 'conflict')
/** The term of the case is over: what has ended is not prolonged. */
export const deadlineOver = refusal('cases.deadline-over', 'conflict')

/** What officials may do about the term of a case now; empty lists: not now. */
export const MayAct = Type.Object({
  /** Grounds of a suspension: what ends it, and how long it lasts at the most. */
  suspend: Type.Array(Type.Object({ ground: Type.String(), text: Text, waitsFor: EndCondition, limit: Text })),
  resume: Type.Boolean(),
  /** Grounds of an extension, and by how much. */
  extend: Type.Array(Type.Object({ ground: Type.String(), text: Text, by: Text })),
  /** Grounds on which the application may be returned for correction. */
  return: Type.Optional(Type.Array(Type.Object({ ground: Type.String(), text: Text }))),
})
/** What officials may do about the term of a case now; empty lists: not now. */
export type MayAct = Static<typeof MayAct>

const reason = Type.String({ minLength: 10, maxLength: 4000 })

/** The term of a case was suspended. */
export const suspensionOrdered = event({
  type: 'cases.suspension-ordered',
  does: 'The term of a case was suspended on a ground of the law, until its end condition is met.',
  data: Type.Object({
    case: CaseId,
    service: Type.String(),
    ground: Type.String(),
    waitsFor: EndCondition,
    until: LocalDate,
  }),
})
/** The term of a case was prolonged. */
export const deadlineExtended = event({
  type: 'cases.deadline-extended',
  does: 'The term of a case was prolonged on a ground of the law.',
  data: Type.Object({ case: CaseId, service: Type.String(), ground: Type.String(), deadline: LocalDate }),
})

/** Suspends the term of a case. */
export const suspendCase = operation({
  name: 'cases.suspend-case',
  does: 'Suspends the term of a case by an act, on a ground that the regulation or the jurisdiction lists, until its end condition is met.',
  input: Type.Object({
    organisation: OrganisationId,
    case: CaseId,
    /** Id of a ground of suspension. */
    ground: Type.String({ minLength: 1, maxLength: 100 }),
    /** Why, and what the applicant is asked for, in words that the applicant understands. */
    reason,
    /** Of a ground that ends on a date: its last day. */
    until: Type.Optional(LocalDate),
  }),
  output: Type.Object({
    case: CaseId,
    /** Number of the act. */
    act: Type.String(),
    /** The day on which it ends at the latest, and the latest day of the decision. */
    until: LocalDate,
    deadline: LocalDate,
  }),
  permission: 'cases.case.suspend',
  refusals: [caseNotFound, statusUnfit, ownCase, groundUnknown, alreadySuspended, endDateUnfit, stepRefused],
  emits: [suspensionOrdered, caseChanged],
})

/** Resumes a case. */
export const resumeCase = operation({
  name: 'cases.resume-case',
  does: 'Ends the suspension of a case by an act before its end condition is met: the term runs on.',
  input: Type.Object({ organisation: OrganisationId, case: CaseId, reason }),
  output: Type.Object({ case: CaseId, act: Type.String(), deadline: LocalDate }),
  permission: 'cases.case.suspend',
  refusals: [caseNotFound, statusUnfit, ownCase, notSuspended, stepRefused],
  emits: [caseChanged],
})

/** Returns an application. */
export const returnApplication = operation({
  name: 'cases.return-application',
  does: 'Returns an application for correction by an act, without considering it, on a ground that the regulation or the jurisdiction lists; the case is closed.',
  input: Type.Object({
    organisation: OrganisationId,
    case: CaseId,
    /** Id of a ground of return. */
    ground: Type.String({ minLength: 1, maxLength: 100 }),
    /** What the applicant has to put right, in words that the applicant understands. */
    reason,
    /** Of the case as it was seen; with it nothing is done in a case that has changed since. */
    revision: Type.Optional(Revision),
  }),
  output: Type.Object({ case: CaseId }),
  permission: 'cases.case.return',
  refusals: [caseNotFound, statusUnfit, ownCase, groundUnknown, stepRefused, changedMeanwhile],
  emits: [caseChanged],
})

/** Prolongs the term of a case. */
export const extendDeadline = operation({
  name: 'cases.extend-deadline',
  does: 'Prolongs the term of a case by an act, once, on a ground that the jurisdiction and the regulation list.',
  input: Type.Object({
    organisation: OrganisationId,
    case: CaseId,
    /** Id of a ground of extension. */
    ground: Type.String({ minLength: 1, maxLength: 100 }),
    reason,
  }),
  output: Type.Object({ case: CaseId, act: Type.String(), deadline: LocalDate }),
  permission: 'cases.case.extend',
  refusals: [caseNotFound, statusUnfit, ownCase, groundUnknown, alreadyExtended, alreadySuspended, deadlineOver],
  emits: [deadlineExtended, caseChanged],
})
