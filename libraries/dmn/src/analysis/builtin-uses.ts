import { ANY, type BuiltinUse, builtinUses, compileExpression, compileUnaryTests, Names } from '@tereze/feel'
import type { Expression, Model, Position } from '../model/model.ts'
import { expressionsOf, testsOf, textsOf } from '../model/walk.ts'

/** A use of a built-in function in a model. */
export interface PlacedUse extends BuiltinUse {
  /** The decision or knowledge model that it is in. */
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

/** A boxed invocation of a built-in function calls it with what is bound by name. */
function boxed(expression: Expression, use: BuiltinUse, bound: (text: string) => string | null): BuiltinUse {
  if (expression.kind !== 'invocation' || use.called) return use
  const named = expression.bindings.map(({ parameter, value }) => [
    parameter.name,
    value?.kind === 'literal' ? bound(value.text) : null,
  ])
  return { ...use, called: true, named: Object.fromEntries(named) }
}

const written = (text: string) => (/^-?\d+$/.test(text.trim()) ? text.trim() : null)

/** The built-in functions that the expressions and tests of a model call or give away; texts that do not parse use none. */
export function builtinUsesOf(model: Model): PlacedUse[] {
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
    const compiled = [
      ...textsOf(host).map(text => ({ text, compiled: compileExpression(text.text, options) })),
      ...testsOf(expression).map(text => ({ text, compiled: compileUnaryTests(text.text, options) })),
    ]
    return compiled.flatMap(({ text, compiled: found }) =>
      found.ok
        ? builtinUses(found.expression).map(use => ({
            ...boxed(expression, use, written),
            owner,
            element: text.id,
            at: text.at,
          }))
        : [],
    )
  })
}
