import type { FeelFunction } from '@tereze/feel'
import type { Decision, DecisionService, InputData, KnowledgeModel } from '../model/model.ts'
import type { Evaluation, Step } from './evaluation.ts'
import type { FastDecision } from './fast-decision.ts'
import type { CompiledTable } from './table.ts'
import type { DecisionType } from './types.ts'

/** How an element is seen by one that requires it: its name, or its name inside an import's name. */
export interface Binding {
  readonly path: readonly string[]
  readonly element: Element
}

interface Common {
  readonly key: string
  readonly name: string
  /** Name under which the value is a variable. */
  readonly variable: string
  readonly type: DecisionType
  /** Where its value is looked for in the data of an evaluation, in order; the first is its own place. */
  paths: readonly (readonly string[])[]
}

/** An input of a model. */
export interface InputElement extends Common {
  readonly kind: 'input'
  readonly source: InputData
}

/** A decision, compiled. */
export interface DecisionElement extends Common {
  readonly kind: 'decision'
  readonly source: Decision
  bindings: readonly Binding[]
  step: Step | null
  /** The table that the decision is; null when it is something else. */
  table: CompiledTable | null
  /** The fast form; null when it has none, undefined until it is first looked for. */
  fast: FastDecision | null | undefined
  /** Everything to be decided before it, in order, itself last; null when the requirements are cyclic; found when first needed. */
  order: readonly Element[] | null | undefined
}

/** A business knowledge model, compiled. */
export interface KnowledgeElement extends Common {
  readonly kind: 'knowledge'
  readonly source: KnowledgeModel
  bindings: readonly Binding[]
  /** Makes the function in an evaluation. */
  make: ((evaluation: Evaluation) => FeelFunction) | null
}

/** A decision service, compiled. */
export interface ServiceElement extends Common {
  readonly kind: 'service'
  readonly source: DecisionService
  inputs: readonly Element[]
  outputs: readonly DecisionElement[]
  /** Makes the service's function in an evaluation. */
  make: ((evaluation: Evaluation) => FeelFunction) | null
  /** What is decided inside, in order; null when the requirements are cyclic; found when first needed. */
  order: readonly Element[] | null | undefined
}

/** A node of the decision requirements graph. */
export type Element = InputElement | DecisionElement | KnowledgeElement | ServiceElement
