import { ANY, type CompiledExpression, compileExpression, compileUnaryTests, Names } from '@tereze/feel'
import type { Expression, Model, Text } from '../model/model.ts'
import { expressionsOf, testsOf, textsOf } from '../model/walk.ts'

/** A text of a model, read as FEEL. */
export interface CompiledText {
  /** The decision or knowledge model that it is in. */
  readonly owner: string
  /** The boxed expression that it is part of. */
  readonly expression: Expression
  readonly text: Text
  readonly compiled: CompiledExpression
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

/** The expressions and tests of a model that are valid FEEL, each once. */
export function compiledTextsOf(model: Model): CompiledText[] {
  const expressions = expressionsOf(model)
  const names = new Names([
    ...[...model.inputs, ...model.decisions, ...model.knowledge, ...model.services].map(
      ({ variable }) => variable.name,
    ),
    ...expressions.flatMap(({ expression }) => namesIn(expression)),
  ])
  // What a type means does not matter here, only that it has a name.
  const options = { names, external: () => undefined, type: () => ANY }
  const called = new Set(
    expressions.flatMap(({ expression }) => (expression.kind === 'invocation' ? [expression.called] : [])),
  )
  return expressions.flatMap(({ owner, expression }) => {
    const host = expression.kind === 'invocation' && expression.called !== null ? expression.called : expression
    if (called.has(expression)) return []
    const read = [
      ...textsOf(host).map(text => ({ text, found: compileExpression(text.text, options) })),
      ...testsOf(expression).map(text => ({ text, found: compileUnaryTests(text.text, options) })),
    ]
    return read.flatMap(({ text, found }) =>
      found.ok ? [{ owner, expression, text, compiled: found.expression }] : [],
    )
  })
}
