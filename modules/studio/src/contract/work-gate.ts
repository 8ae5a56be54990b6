import { Instant, OrganisationId, operation, refusal } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { Colleague, DraftId } from './draft.ts'
import { Hypothesis } from './hypothesis.ts'
import { GateCondition, Pipeline } from './pipeline.ts'
import { reasonNeeded, WorkCard, WorkId, WorkState, WorkTimes, workEnded, workMoved, workNotFound } from './work.ts'
import { taskNotFound, WorkArtefact, WorkTask } from './work-task.ts'

/** Something that the gate needs is wanting: `what`, `count` of them. */
export const gateClosed = refusal('studio.gate-closed', 'conflict')
/** Whoever did a task of the stage or gave an artefact of it does not decide at its gate. */
export const gateOwn = refusal('studio.gate-own', 'forbidden')
/** At this gate those decide who have one of the roles `roles`. */
export const gateNotYours = refusal('studio.gate-not-yours', 'forbidden')
/** The work went on or back meanwhile: it stands at `stage`. */
export const stageMoved = refusal('studio.stage-moved', 'conflict')
/** There is no such stage before the one where the work stands. */
export const stageNotBefore = refusal('studio.stage-not-before', 'invalid')

/**
 * What the platform knows of a condition now. `unmet` with how many things stand against it where that can be counted, and where it is
 * mended.
 */
export const ConditionState = Type.Object({
  condition: GateCondition,
  met: Type.Boolean(),
  /** Things that stand against it; 0 where there is nothing to count. */
  count: Type.Integer(),
  /** The draft that it is about; null where there is none. */
  draft: Type.Union([DraftId, Type.Null()]),
})
/** What the platform knows of a condition now. */
export type ConditionState = Static<typeof ConditionState>

/** A step of the history of a work. */
export const WorkPassage = Type.Object({
  what: Type.Union([
    Type.Literal('begun'),
    Type.Literal('passed'),
    Type.Literal('returned'),
    Type.Literal('finished'),
    Type.Literal('stopped'),
  ]),
  /** Ids of stages; null where it came from nowhere or goes nowhere. */
  from: Type.Union([Type.String(), Type.Null()]),
  to: Type.Union([Type.String(), Type.Null()]),
  by: Colleague,
  at: Instant,
  reason: Type.String(),
})
/** A step of the history of a work. */
export type WorkPassage = Static<typeof WorkPassage>

/** What a service asks of people: times they have to come, papers they have to bring, steps that officials do. Null: not known. */
export const ServiceLevel = Type.Object({ visits: Type.Integer(), papers: Type.Integer(), humanSteps: Type.Integer() })
/** What a service asks of people. */
export type ServiceLevel = Static<typeof ServiceLevel>

/** One work. */
export const getWork = operation({
  name: 'studio.get-work',
  does: 'Gives a work with its pipeline, tasks, artefacts, hypotheses, what its gate needs, times and history.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, work: WorkId }),
  output: Type.Object({
    card: WorkCard,
    pipeline: Pipeline,
    tasks: Type.Array(WorkTask),
    artefacts: Type.Array(WorkArtefact),
    hypotheses: Type.Array(Hypothesis),
    /** Of the stage where it stands; none once it ended. */
    conditions: Type.Array(ConditionState),
    times: WorkTimes,
    /** Of a service: as it was published when the work began, and as the draft or the newest version has it. */
    level: Type.Object({
      before: Type.Union([ServiceLevel, Type.Null()]),
      after: Type.Union([ServiceLevel, Type.Null()]),
    }),
    history: Type.Array(WorkPassage),
    /** The draft of the package that was saved last. */
    draft: Type.Union([DraftId, Type.Null()]),
    may: Type.Object({
      do: Type.Boolean(),
      /** Whether they may decide at the gate; whether it is open stands in the conditions, tasks and artefacts. */
      pass: Type.Boolean(),
      /** They did something of what they would decide on. */
      isOwn: Type.Boolean(),
      stop: Type.Boolean(),
    }),
  }),
  permission: 'studio.work.read',
  refusals: [workNotFound],
})

/** Lets a work through the gate. */
export const passGate = operation({
  name: 'studio.pass-gate',
  does: 'Lets a work through the gate of the stage where it stands; refused while something that the gate needs is wanting.',
  input: Type.Object({
    organisation: OrganisationId,
    work: WorkId,
    /** The stage that was looked at. */
    stage: Type.String({ maxLength: 80 }),
    remarks: Type.Optional(Type.String({ maxLength: 1_000 })),
  }),
  output: Type.Object({ work: WorkId, stage: Type.String(), state: WorkState }),
  permission: 'studio.work.pass',
  refusals: [workNotFound, workEnded, stageMoved, gateClosed, gateOwn, gateNotYours],
  emits: [workMoved],
})

/** Sends a work back to an earlier stage. */
export const returnWork = operation({
  name: 'studio.return-work',
  does: 'Sends a work back to an earlier stage with a reason, and names the tasks that are to be done again.',
  input: Type.Object({
    organisation: OrganisationId,
    work: WorkId,
    to: Type.String({ maxLength: 80 }),
    reason: Type.String({ maxLength: 1_000 }),
    /** Tasks of that stage or later ones. */
    again: Type.Optional(Type.Array(Type.String({ maxLength: 80 }), { maxItems: 100 })),
  }),
  output: Type.Object({ work: WorkId, stage: Type.String() }),
  permission: 'studio.work.pass',
  refusals: [workNotFound, workEnded, stageNotBefore, taskNotFound, reasonNeeded],
  emits: [workMoved],
})
