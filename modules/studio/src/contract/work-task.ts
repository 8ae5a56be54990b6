import { Instant, OrganisationId, operation, refusal } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { Colleague } from './draft.ts'
import { WorkId, workEnded, workNotFound } from './work.ts'

/** An address on the web under which something lies. */
export const Link = Type.String({ maxLength: 2_000, pattern: '^https?://\\S+$' })

const ItemId = Type.String({ pattern: '^[a-z][a-z0-9-]{0,79}$' })

/** The stage where the work stands has no such task. */
export const taskNotFound = refusal('studio.task-not-found', 'not-found')
/** The task is done, or somebody else has it in hand: `state`. */
export const taskState = refusal('studio.task-state', 'conflict')
/** It is not said what came of the task. */
export const resultNeeded = refusal('studio.result-needed', 'invalid')
/** The stage where the work stands has no such artefact. */
export const artefactNotFound = refusal('studio.artefact-not-found', 'not-found')

/** A task of a work. `again`: it was done, and is to be done once more since the work came back. */
export const WorkTask = Type.Object({
  task: Type.String(),
  state: Type.Union([Type.Literal('open'), Type.Literal('taken'), Type.Literal('done'), Type.Literal('again')]),
  by: Type.Union([Colleague, Type.Null()]),
  at: Type.Union([Instant, Type.Null()]),
  /** What came of it the last time it was done. */
  result: Type.String(),
})
/** A task of a work. */
export type WorkTask = Static<typeof WorkTask>

/** An artefact of a work that was given. */
export const WorkArtefact = Type.Object({
  artefact: Type.String(),
  link: Type.String(),
  note: Type.String(),
  by: Colleague,
  at: Instant,
})
/** An artefact of a work that was given. */
export type WorkArtefact = Static<typeof WorkArtefact>

/** Takes a task, lets it go, or finishes it. */
export const changeTask = operation({
  name: 'studio.change-task',
  does: 'Takes a task of the stage where a work stands, lets it go again, or finishes it with what came of it.',
  input: Type.Object({
    organisation: OrganisationId,
    work: WorkId,
    task: ItemId,
    do: Type.Union([Type.Literal('take'), Type.Literal('let-go'), Type.Literal('finish')]),
    /** What came of it; needed to finish. */
    result: Type.Optional(Type.String({ maxLength: 2_000 })),
  }),
  output: WorkTask,
  permission: 'studio.work.do',
  refusals: [workNotFound, workEnded, taskNotFound, taskState, resultNeeded],
})

/** Gives an artefact of a stage. */
export const giveArtefact = operation({
  name: 'studio.give-artefact',
  does: 'Says where an artefact of the stage lies where a work stands; what was given before is replaced, without an address taken back.',
  input: Type.Object({
    organisation: OrganisationId,
    work: WorkId,
    artefact: ItemId,
    /** Null: it is taken back. */
    link: Type.Union([Link, Type.Null()]),
    note: Type.Optional(Type.String({ maxLength: 1_000 })),
  }),
  output: Type.Object({ artefact: Type.String(), given: Type.Boolean() }),
  permission: 'studio.work.do',
  refusals: [workNotFound, workEnded, artefactNotFound],
})
