import { builtinFunction } from './builtins/index.ts'
import { childrenOf } from './semantics/children.ts'
import type { Node } from './syntax/tree.ts'
import { numberText } from './values/decimal.ts'

/** A call of a built-in function as it stands in a text. */
export interface BuiltinCall {
  readonly name: string
  /** The arguments in the order of the call: a number that is written out as its text, anything else as null. */
  readonly numbers: readonly (string | null)[]
  /** Where the call begins: an offset in UTF-16 units. */
  readonly start: number
}

function numberOf(node: Node): string | null {
  if (node.kind === 'number') return numberText(node.value)
  if (node.kind !== 'negate') return null
  const text = numberOf(node.operand)
  return text === null ? null : `-${text}`
}

function nodesBelow(node: Node): Node[] {
  return [node, ...childrenOf(node).flatMap(nodesBelow)]
}

/** The calls of built-in functions in a tree, in the order of the text. */
export function callsIn(tree: Node): BuiltinCall[] {
  return nodesBelow(tree)
    .flatMap((node): BuiltinCall[] => {
      if ((node.kind !== 'call' && node.kind !== 'call named') || node.callee.kind !== 'name') return []
      const { name } = node.callee
      if (builtinFunction(name) === undefined) return []
      const args = node.kind === 'call' ? node.args : node.args.map(arg => arg.value)
      return [{ name, numbers: args.map(numberOf), start: node.start }]
    })
    .toSorted((a, b) => a.start - b.start)
}
