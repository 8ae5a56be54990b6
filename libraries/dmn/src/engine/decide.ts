import type { FeelValue } from '@tereze/feel'
import type { DecisionElement, Element, ServiceElement } from './element.ts'
import type { Evaluation } from './evaluation.ts'
import { orderOf } from './order.ts'
import { variablesOf } from './variables.ts'

/** What must be decided for an element, in order; null when its requirements are cyclic. Kept once found. */
export function orderFor(element: DecisionElement | ServiceElement): readonly Element[] | null {
  if (element.order === undefined)
    element.order =
      element.kind === 'decision' ? orderOf([element], new Set()) : orderOf(element.outputs, new Set(element.inputs))
  return element.order
}

/** Makes the decisions of an order that have no value yet. */
export function decideAll(order: readonly Element[], evaluation: Evaluation): void {
  for (const element of order) {
    if (element.kind !== 'decision' || evaluation.values.has(element)) continue
    evaluation.values.set(element, decide(element, evaluation))
  }
}

function decide(element: DecisionElement, evaluation: Evaluation): FeelValue {
  const { recorder } = evaluation
  recorder?.begin()
  const value = element.step === null ? null : element.step(variablesOf(element.bindings, evaluation), evaluation)
  recorder?.end(
    'decision',
    element.name,
    element.source.id,
    element.bindings.map(binding => binding.path.join('.')),
    value,
  )
  return value
}
