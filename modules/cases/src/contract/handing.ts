import { OfficialId } from '@tereze/identity/contract'
import { LocalDate, OrganisationId, operation, PersonName, refusal } from '@tereze/operation'
import { Type } from 'typebox'
import { caseChanged, caseNotFound, ownCase, reasonMissing, stepRefused, taskNotFound, taskTaken } from './case.ts'
import { CaseId } from './case-id.ts'
import { otherPersonNeeded } from './other-person.ts'

/** The colleague may not work on this task: another role, unit or territory, or it is their own case. */
export const colleagueUnfit = refusal('cases.colleague-unfit', 'conflict')
/** The date is none of those that are possible here. */
export const dateUnfit = refusal('cases.date-unfit', 'invalid')
/** Nobody worked on the case before this task in this process: there is nobody to return it to. */
export const nothingToReturn = refusal('cases.nothing-to-return', 'conflict')

/** Gives an own task to a colleague for a time. */
export const delegateTask = operation({
  name: 'cases.delegate-task',
  does: 'Gives a task that one holds to a colleague of the same role until a date; one stays answerable, and gets it back then.',
  input: Type.Object({
    organisation: OrganisationId,
    case: CaseId,
    task: Type.String(),
    to: OfficialId,
    /** The last local date on which the colleague has it: from today until 90 days later. */
    until: LocalDate,
    note: Type.Optional(Type.String({ maxLength: 1000 })),
  }),
  output: Type.Object({ task: Type.String() }),
  permission: 'cases.task.delegate',
  refusals: [caseNotFound, taskNotFound, taskTaken, colleagueUnfit, dateUnfit, ownCase, otherPersonNeeded],
})

/** Gives somebody's task to another. */
export const reassignTask = operation({
  name: 'cases.reassign-task',
  does: 'The head of a unit gives a task, whoever holds it, to another official or back to the unit; also one that came to the head when its term was over.',
  input: Type.Object({
    organisation: OrganisationId,
    case: CaseId,
    task: Type.String(),
    /** Null: back to the unit. */
    to: Type.Union([OfficialId, Type.Null()]),
    reason: Type.String({ maxLength: 1000 }),
  }),
  output: Type.Object({ task: Type.String() }),
  permission: 'cases.task.assign',
  refusals: [caseNotFound, taskNotFound, colleagueUnfit, reasonMissing, ownCase, otherPersonNeeded],
})

/** Sends work back for correction. */
export const returnTask = operation({
  name: 'cases.return-task',
  does: 'Sends the case back for correction to the step before, and there to the official who did it, with a reason.',
  input: Type.Object({
    organisation: OrganisationId,
    case: CaseId,
    task: Type.String(),
    reason: Type.String({ maxLength: 4000 }),
  }),
  output: Type.Object({
    case: CaseId,
    /** Id in the BPMN file of the step that is to be done again. */
    node: Type.String(),
    /** The task of it; null where the step opens none at once. */
    task: Type.Union([Type.String(), Type.Null()]),
  }),
  permission: 'cases.task.complete',
  refusals: [caseNotFound, taskNotFound, taskTaken, reasonMissing, nothingToReturn, ownCase, stepRefused],
  emits: [caseChanged],
})

/** Those who work for the organisation. */
export const listColleagues = operation({
  name: 'cases.list-colleagues',
  does: 'Lists those who work for the organisation, by name, to be mentioned or given a task; of a task only whom it may be given to.',
  kind: 'query',
  input: Type.Object({
    organisation: OrganisationId,
    /** A task that is to be given to somebody. */
    about: Type.Optional(Type.Object({ case: CaseId, task: Type.String() })),
  }),
  output: Type.Object({
    items: Type.Array(
      Type.Object({
        official: OfficialId,
        name: PersonName,
        unit: Type.Union([Type.String(), Type.Null()]),
        roles: Type.Array(Type.String()),
      }),
    ),
  }),
  permission: 'cases.task.read',
  refusals: [caseNotFound, taskNotFound],
})
