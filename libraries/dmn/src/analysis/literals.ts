import { type Literal, literals } from '@tereze/feel'
import type { Model, Position } from '../model/model.ts'
import { compiledTextsOf } from './compiled-texts.ts'

/** A number or text that is written out in a model. */
export interface PlacedLiteral extends Literal {
  /** The decision or knowledge model that it is in. */
  readonly owner: string
  /** The id of the part whose text it stands in; empty when it has none. */
  readonly element: string
  readonly at: Position
}

/** The numbers and texts that the expressions and tests of a model write out; texts that do not parse write none. */
export function literalsOf(model: Model): PlacedLiteral[] {
  return compiledTextsOf(model).flatMap(({ owner, text, compiled }) =>
    literals(compiled).map(literal => ({ ...literal, owner, element: text.id, at: text.at })),
  )
}
