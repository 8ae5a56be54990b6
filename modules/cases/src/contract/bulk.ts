import { OfficialId } from '@tereze/identity/contract'
import { JsonObject, OrganisationId, operation } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { caseChanged, caseDecided } from './case.ts'
import { CaseId } from './case-id.ts'

/** Tasks that one thing is done with, each as if it were asked for alone. */
export const Tasks = Type.Array(Type.Object({ case: CaseId, task: Type.String() }), { minItems: 1, maxItems: 200 })
/** Tasks that one thing is done with. */
export type Tasks = Static<typeof Tasks>

/** What became of each, in the order asked: done, or the refusal that the single operation would have given. */
export const TaskOutcomes = Type.Object({
  items: Type.Array(
    Type.Object({
      case: CaseId,
      task: Type.String(),
      refusal: Type.Union([
        Type.Object({
          code: Type.String(),
          pointer: Type.String(),
          params: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean()])),
        }),
        Type.Null(),
      ]),
    }),
  ),
})
/** What became of each. */
export type TaskOutcomes = Static<typeof TaskOutcomes>

/** Takes several tasks. */
export const claimTasks = operation({
  name: 'cases.claim-tasks',
  does: 'Takes up to 200 tasks of the own roles; tells of each whether it was taken.',
  input: Type.Object({ organisation: OrganisationId, tasks: Tasks }),
  output: TaskOutcomes,
  permission: 'cases.task.claim',
})

/** Completes several tasks alike. */
export const completeTasks = operation({
  name: 'cases.complete-tasks',
  does: 'Completes up to 200 tasks with one outcome and reason; each case gets a decision of its own, and of each is told what became of it.',
  input: Type.Object({
    organisation: OrganisationId,
    tasks: Tasks,
    /** As of `cases.complete-task`. */
    outcome: Type.String({ minLength: 1, maxLength: 40 }),
    reason: Type.String({ maxLength: 5000 }),
    grounds: Type.Optional(Type.Array(Type.String(), { maxItems: 20 })),
    answers: Type.Optional(JsonObject),
  }),
  output: TaskOutcomes,
  permission: 'cases.task.complete',
  emits: [caseChanged, caseDecided],
})

/** Gives several tasks to one official. */
export const reassignTasks = operation({
  name: 'cases.reassign-tasks',
  does: 'The head of a unit gives up to 200 tasks to an official or back to the unit; tells of each whether it was given.',
  input: Type.Object({
    organisation: OrganisationId,
    tasks: Tasks,
    /** Null: back to the unit. */
    to: Type.Union([OfficialId, Type.Null()]),
    reason: Type.String({ maxLength: 1000 }),
  }),
  output: TaskOutcomes,
  permission: 'cases.task.assign',
})
