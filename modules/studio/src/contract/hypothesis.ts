import { event, Instant, OrganisationId, operation, refusal, TypedId } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { Colleague } from './draft.ts'
import { WorkId, workEnded, workNotFound } from './work.ts'

/** Id of a hypothesis. */
export const HypothesisId = TypedId('hypothesis')

/**
 * What a hypothesis is about. The platform measures by itself: cases opened a day; median days of finished cases; refused of decided
 * cases in percent; tasks of people for each finished case; visits and papers that the service asks for; human steps of its process.
 * `other`: somebody measures it elsewhere.
 */
export const Metric = Type.Union([
  Type.Literal('cases-per-day'),
  Type.Literal('median-days'),
  Type.Literal('refused-percent'),
  Type.Literal('tasks-per-case'),
  Type.Literal('visits'),
  Type.Literal('papers'),
  Type.Literal('human-steps'),
  Type.Literal('other'),
])
/** What a hypothesis is about. */
export type Metric = Static<typeof Metric>

/** There is no such hypothesis in the work. */
export const hypothesisNotFound = refusal('studio.hypothesis-not-found', 'not-found')
/** Target and value before are the same: nothing would be better. */
export const hypothesisIdle = refusal('studio.hypothesis-idle', 'invalid')
/** The work has `limit` hypotheses, and no more may be set. */
export const hypothesesTooMany = refusal('studio.hypotheses-too-many', 'too-many')
/** The hypothesis was measured: what was foretold stays as it was. */
export const hypothesisMeasured = refusal('studio.hypothesis-measured', 'conflict')
/** The platform has no figure of its own yet, or never has one: whoever measures gives it. */
export const figureMissing = refusal('studio.figure-missing', 'conflict')

/** A hypothesis of a work was set, changed, dropped or measured. Thin. */
export const hypothesisChanged = event({
  type: 'studio.hypothesis-changed',
  does: 'A hypothesis of a work was set, changed, dropped or measured.',
  data: Type.Object({ work: WorkId, hypothesis: HypothesisId }),
})

const Value = Type.Number({ minimum: -1_000_000_000, maximum: 1_000_000_000 })

/** What somebody expects of a change, and what came of it. */
export const Hypothesis = Type.Object({
  hypothesis: HypothesisId,
  metric: Metric,
  /** In words of whoever set it. */
  statement: Type.String(),
  before: Value,
  target: Value,
  set: Type.Object({ by: Colleague, at: Instant }),
  /** Null: not measured yet. */
  measured: Type.Union([
    Type.Object({ by: Colleague, at: Instant, value: Value, byPlatform: Type.Boolean() }),
    Type.Null(),
  ]),
  /** `reached`: the target or beyond it; `better`: only on the way to it; `missed`: not even that. */
  verdict: Type.Union([Type.Literal('open'), Type.Literal('reached'), Type.Literal('better'), Type.Literal('missed')]),
})
/** What somebody expects of a change, and what came of it. */
export type Hypothesis = Static<typeof Hypothesis>

/** Sets a hypothesis. */
export const setHypothesis = operation({
  name: 'studio.set-hypothesis',
  does: 'Sets what a work is expected to change, as a metric with its value before and a target; or changes one that was set.',
  input: Type.Object({
    organisation: OrganisationId,
    work: WorkId,
    /** Absent: another one. */
    hypothesis: Type.Optional(HypothesisId),
    metric: Metric,
    statement: Type.String({ minLength: 3, maxLength: 500, pattern: '\\S' }),
    before: Value,
    target: Value,
  }),
  output: Type.Object({ hypothesis: HypothesisId }),
  permission: 'studio.work.do',
  refusals: [workNotFound, workEnded, hypothesisNotFound, hypothesisIdle, hypothesisMeasured, hypothesesTooMany],
  emits: [hypothesisChanged],
})

/** Drops a hypothesis. */
export const dropHypothesis = operation({
  name: 'studio.drop-hypothesis',
  does: 'Drops a hypothesis that was not measured yet.',
  input: Type.Object({ organisation: OrganisationId, work: WorkId, hypothesis: HypothesisId }),
  output: Type.Object({ hypothesis: HypothesisId }),
  permission: 'studio.work.do',
  refusals: [workNotFound, workEnded, hypothesisNotFound, hypothesisMeasured],
  emits: [hypothesisChanged],
})

/** Measures a hypothesis. */
export const measureHypothesis = operation({
  name: 'studio.measure-hypothesis',
  does: 'Measures what came of a hypothesis: by the platform’s own figures, or by a value that was measured elsewhere.',
  input: Type.Object({
    organisation: OrganisationId,
    work: WorkId,
    hypothesis: HypothesisId,
    /** Absent: the platform’s own figure. */
    value: Type.Optional(Value),
  }),
  output: Type.Object({ hypothesis: HypothesisId, value: Value, byPlatform: Type.Boolean() }),
  permission: 'studio.work.do',
  refusals: [workNotFound, workEnded, hypothesisNotFound, figureMissing],
  emits: [hypothesisChanged],
})
