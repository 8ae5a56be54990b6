import { type BuiltinUse, builtinUses } from '@tereze/feel'
import type { Expression, Model, Position } from '../model/model.ts'
import { compiledTextsOf } from './compiled-texts.ts'

/** A use of a built-in function in a model. */
export interface PlacedUse extends BuiltinUse {
  /** The decision or knowledge model that it is in. */
  readonly owner: string
  /** The id of the part whose text it stands in; empty when it has none. */
  readonly element: string
  readonly at: Position
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
  return compiledTextsOf(model).flatMap(({ owner, expression, text, compiled }) =>
    builtinUses(compiled).map(use => ({ ...boxed(expression, use, written), owner, element: text.id, at: text.at })),
  )
}
