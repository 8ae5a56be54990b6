import { type BuiltinCall, calls, compileExpression, Names } from '@tereze/feel'
import type { Expression, Model, Position } from '../model/model.ts'
import { expressionsOf, textsOf } from '../model/walk.ts'

/** A call of a built-in function in a model. */
export interface PlacedCall extends BuiltinCall {
  /** The decision or knowledge model that makes it. */
  readonly owner: string
  /** The id of the part whose text it stands in; empty when it has none. */
  readonly element: string
  readonly at: Position
}

function namesIn(expression: Expression): string[] {
  switch (expression.kind) {
    case 'context':
      return expression.entries.flatMap(({ variable }) => (variable === null ? [] : [variable.name]))
    case 'function':
      return expression.parameters.map(({ name }) => name)
    case 'relation':
      return expression.columns.map(({ name }) => name)
    case 'for':
    case 'some':
    case 'every':
      return [expression.variable]
    default:
      return []
  }
}

/** The calls of built-in functions that the expressions of a model make; texts that do not parse make none. */
export function callsOf(model: Model): PlacedCall[] {
  const expressions = expressionsOf(model)
  const names = new Names([
    ...[...model.inputs, ...model.decisions, ...model.knowledge, ...model.services].map(
      ({ variable }) => variable.name,
    ),
    ...expressions.flatMap(({ expression }) => namesIn(expression)),
  ])
  return expressions.flatMap(({ owner, expression }) =>
    textsOf(expression).flatMap(text => {
      const compiled = compileExpression(text.text, { names, external: () => undefined })
      if (!compiled.ok) return []
      return calls(compiled.expression).map(call => ({ ...call, owner, element: text.id, at: text.at }))
    }),
  )
}
