import { OrganisationId, operation, refusal, Text } from '@tereze/operation'
import { Type } from 'typebox'
import { caseChanged, caseDecided, caseNotFound, ownCase, stepRefused, taskNotFound, taskTaken } from './case.ts'
import { CaseId } from './case-id.ts'
import { caseSuspended } from './case-suspended.ts'
import { changedMeanwhile, Revision } from './revision.ts'

/** What whoever does a task may begin, where the task is to choose what is done and in which order. */
export const OfferedActivities = Type.Object({
  activities: Type.Array(
    Type.Object({
      /** Id in the BPMN file. */
      node: Type.String(),
      name: Text,
      /** How many of it run now. */
      running: Type.Integer(),
    }),
  ),
  /** Whether one of them may be begun now: some have to wait until the one that runs is done. */
  open: Type.Boolean(),
  /** Whether the task ends by itself when enough is done; false: it is completed when nothing more is to be done. */
  endsByItself: Type.Boolean(),
})

/** This cannot be begun now: the task does not offer it, or another one has to be done first. */
export const activityUnfit = refusal('cases.activity-unfit', 'conflict')
/** The task ends by itself when enough is done; it is not completed by hand. */
export const moreToDo = refusal('cases.more-to-do', 'conflict')

/** Begins an activity that a task offers. */
export const beginActivity = operation({
  name: 'cases.begin-activity',
  does: 'Begins one of the activities from which whoever does a task may choose, as often as it is needed; the task stays open.',
  input: Type.Object({
    organisation: OrganisationId,
    case: CaseId,
    /** The task that offers it. */
    task: Type.String(),
    /** Its id in the BPMN file. */
    activity: Type.String({ minLength: 1, maxLength: 200 }),
    /** Of the case as it was seen; with it nothing is done in a case that has changed since. */
    revision: Type.Optional(Revision),
  }),
  output: Type.Object({ case: CaseId }),
  permission: 'cases.task.complete',
  refusals: [
    caseNotFound,
    taskNotFound,
    taskTaken,
    ownCase,
    activityUnfit,
    caseSuspended,
    stepRefused,
    changedMeanwhile,
  ],
  emits: [caseChanged, caseDecided],
})
