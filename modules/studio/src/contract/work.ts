import { event, Instant, OrganisationId, operation, refusal, Text, TypedId } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { Colleague, DraftKind, PackageId, PackageVersion } from './draft.ts'

/** Id of a work: one service or other package on its way through a pipeline. */
export const WorkId = TypedId('work')

/** `open`: on its way; `finished`: through all gates; `stopped`: given up, with a reason. */
export const WorkState = Type.Union([Type.Literal('open'), Type.Literal('finished'), Type.Literal('stopped')])
/** How a work stands. */
export type WorkState = Static<typeof WorkState>

/** There is no such work in the organisation. */
export const workNotFound = refusal('studio.work-not-found', 'not-found')
/** The package has a work on its way: `work`. */
export const workOpen = refusal('studio.work-open', 'conflict')
/** The organisation has `limit` works on their way, and no more may be begun. */
export const worksTooMany = refusal('studio.works-too-many', 'too-many')
/** The work is finished or was stopped: `state`. */
export const workEnded = refusal('studio.work-ended', 'conflict')
/** There is no such pipeline. */
export const pipelineNotFound = refusal('studio.pipeline-not-found', 'not-found')
/** It is not said why. */
export const reasonNeeded = refusal('studio.reason-needed', 'invalid')

/** A work was begun. Thin. */
export const workBegun = event({
  type: 'studio.work-begun',
  does: 'A work on a service or another package was begun.',
  data: Type.Object({ work: WorkId }),
})
/** A work went through a gate, back to an earlier stage, was finished or stopped. Thin. */
export const workMoved = event({
  type: 'studio.work-moved',
  does: 'A work went on through a gate, back to an earlier stage, was finished or stopped.',
  data: Type.Object({ work: WorkId, stage: Type.String(), state: WorkState }),
})

/** How long a work took, in days by the clock; a part of a day counts. */
export const WorkTimes = Type.Object({
  /** From its beginning to the publication, to its end, or until now. */
  days: Type.Number(),
  /** While somebody had a task in hand. */
  working: Type.Number(),
  /** The rest. */
  waiting: Type.Number(),
  stages: Type.Array(
    Type.Object({ stage: Type.String(), days: Type.Number(), working: Type.Number(), waiting: Type.Number() }),
  ),
})
/** How long a work took. */
export type WorkTimes = Static<typeof WorkTimes>

/** A work in a list. */
export const WorkCard = Type.Object({
  work: WorkId,
  kind: DraftKind,
  package: PackageId,
  title: Text,
  /** What is to be reached, in one line. */
  aim: Type.String(),
  /** Id of the stage where it stands, or stood when it ended. */
  stage: Type.String(),
  state: WorkState,
  begun: Type.Object({ by: Colleague, at: Instant }),
  endedAt: Type.Union([Instant, Type.Null()]),
  /** The first version that was published since it began; null: none yet. */
  published: Type.Union([Type.Object({ version: PackageVersion, at: Instant }), Type.Null()]),
  /** Who has tasks in hand. */
  working: Type.Array(Colleague),
  /** Tasks of the stage that the gate needs and that are not done. */
  tasksLeft: Type.Integer(),
  /** All tasks are done and all artefacts given: what is left is for the gate. */
  atGate: Type.Boolean(),
  days: Type.Number(),
  targetDays: Type.Integer(),
})
/** A work in a list. */
export type WorkCard = Static<typeof WorkCard>

/** Begins a work. */
export const beginWork = operation({
  name: 'studio.begin-work',
  does: 'Begins a work on a service or another package, at the first stage of a pipeline.',
  input: Type.Object({
    organisation: OrganisationId,
    kind: DraftKind,
    package: PackageId,
    /** Its name; of what is published the published one is taken. */
    title: Type.Optional(Text),
    aim: Type.String({ minLength: 3, maxLength: 300, pattern: '\\S' }),
    /** Absent: the standard one. */
    pipeline: Type.Optional(PackageId),
  }),
  output: Type.Object({ work: WorkId }),
  permission: 'studio.work.begin',
  refusals: [workOpen, worksTooMany, pipelineNotFound],
  emits: [workBegun],
})

/** The works of an organisation. */
export const listWorks = operation({
  name: 'studio.list-works',
  does: 'Lists the works of an organisation, the longest on their way first, those that ended after them; at most 500, with the time to publication over the months.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId }),
  output: Type.Object({
    items: Type.Array(WorkCard),
    /** Stages of the pipelines that the works go, in order. */
    stages: Type.Array(Type.Object({ stage: Type.String(), title: Text })),
    /** By the month of publication, the earliest first: works published, and the median of their days. */
    months: Type.Array(
      Type.Object({
        month: Type.String({ pattern: '^[0-9]{4}-[0-9]{2}$' }),
        works: Type.Integer(),
        medianDays: Type.Number(),
        inTime: Type.Integer(),
      }),
    ),
    /** Of the standard pipeline. */
    targetDays: Type.Integer(),
    mayBegin: Type.Boolean(),
  }),
  permission: 'studio.work.read',
})

/** Stops a work. */
export const stopWork = operation({
  name: 'studio.stop-work',
  does: 'Stops a work for good, with a reason; what was written in drafts stays.',
  input: Type.Object({ organisation: OrganisationId, work: WorkId, reason: Type.String({ maxLength: 1_000 }) }),
  output: Type.Object({ work: WorkId, state: WorkState }),
  permission: 'studio.work.begin',
  refusals: [workNotFound, workEnded, reasonNeeded],
  emits: [workMoved],
})
