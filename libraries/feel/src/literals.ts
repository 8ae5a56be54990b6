import { childrenOf } from './semantics/children.ts'
import type { Node } from './syntax/tree.ts'
import { numberText } from './values/decimal.ts'

/** A value that is written out in a text. */
export interface Literal {
  readonly kind: 'number' | 'text'
  /** The number in plain decimal digits, or the text without its quotes. */
  readonly value: string
  /** Where it stands: an offset in UTF-16 units. */
  readonly start: number
}

/** The numbers and texts that are written out in a tree, in their order. */
export function literalsIn(node: Node): Literal[] {
  const own: Literal[] =
    node.kind === 'number'
      ? [{ kind: 'number', value: numberText(node.value), start: node.start }]
      : node.kind === 'string'
        ? [{ kind: 'text', value: node.value, start: node.start }]
        : node.kind === 'at'
          ? [{ kind: 'text', value: node.text, start: node.start }]
          : []
  return [...own, ...childrenOf(node).flatMap(literalsIn)].toSorted((a, b) => a.start - b.start)
}
