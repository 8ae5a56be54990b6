import { Text } from '@tereze/operation'
import { type Static, Type } from 'typebox'

/** What the platform finds out by itself about a work, besides tasks done and artefacts given. */
export const GateCondition = Type.Union([
  Type.Literal('hypothesis-set'),
  Type.Literal('draft-begun'),
  Type.Literal('regulation-sound'),
  Type.Literal('package-sound'),
  Type.Literal('stories-passed'),
  Type.Literal('certificate-given'),
  Type.Literal('published'),
  Type.Literal('hypotheses-measured'),
])
/** What the platform finds out by itself about a work. */
export type GateCondition = Static<typeof GateCondition>

/** Something to do or to give in a stage; without what is optional the gate opens. */
const PipelineItem = Type.Object({ id: Type.String(), title: Text, optional: Type.Boolean() })
/** Something to do or to give in a stage. */
export type PipelineItem = Static<typeof PipelineItem>

/** A stage of a pipeline: what is to be done, what is to lie there at the end, and what opens its gate. */
export const PipelineStage = Type.Object({
  id: Type.String(),
  title: Text,
  environment: Type.Union([
    Type.Literal('none'),
    Type.Literal('development'),
    Type.Literal('test'),
    Type.Literal('production'),
  ]),
  tasks: Type.Array(PipelineItem),
  artefacts: Type.Array(PipelineItem),
  gate: Type.Object({
    conditions: Type.Array(GateCondition),
    /** Roles of those who decide. */
    by: Type.Array(Type.String()),
    /** Whoever did a task of the stage or gave an artefact of it does not decide. */
    fourEyes: Type.Boolean(),
  }),
})
/** A stage of a pipeline. */
export type PipelineStage = Static<typeof PipelineStage>

/** The way of a service from an idea to its use, as a package of kind `pipeline` says it. */
export const Pipeline = Type.Object({
  id: Type.String(),
  version: Type.String(),
  title: Text,
  /** Within how many days a work should be published. */
  targetDays: Type.Integer(),
  stages: Type.Array(PipelineStage),
})
/** The way of a service from an idea to its use. */
export type Pipeline = Static<typeof Pipeline>
