import { builtinFunction } from './builtins/index.ts'
import { childrenOf } from './semantics/children.ts'
import type { Node } from './syntax/tree.ts'
import { numberText } from './values/decimal.ts'

/** A use of a built-in function as it stands in a text. */
export interface BuiltinUse {
  readonly name: string
  /** The arguments by position; a number that is written out as its text, anything else as null. Empty for named arguments. */
  readonly numbers: readonly (string | null)[]
  /** The same by name, for named arguments. */
  readonly named: Readonly<Record<string, string | null>>
  /** False when the function is not called here but given away as a value, to be called under another name. */
  readonly called: boolean
  /** Where it stands: an offset in UTF-16 units. */
  readonly start: number
}

function numberOf(node: Node): string | null {
  if (node.kind === 'number') return numberText(node.value)
  if (node.kind !== 'negate') return null
  const text = numberOf(node.operand)
  return text === null ? null : `-${text}`
}

function isBuiltin(node: Node): node is Node & { readonly kind: 'name' } {
  return node.kind === 'name' && builtinFunction(node.name) !== undefined
}

function usesBelow(node: Node): BuiltinUse[] {
  if ((node.kind === 'call' || node.kind === 'call named') && isBuiltin(node.callee)) {
    const args = node.kind === 'call' ? node.args : node.args.map(arg => arg.value)
    const own: BuiltinUse = {
      name: node.callee.name,
      numbers: node.kind === 'call' ? args.map(numberOf) : [],
      named: node.kind === 'call' ? {} : Object.fromEntries(node.args.map(arg => [arg.name, numberOf(arg.value)])),
      called: true,
      start: node.start,
    }
    return [own, ...args.flatMap(usesBelow)]
  }
  const own: BuiltinUse[] = isBuiltin(node)
    ? [{ name: node.name, numbers: [], named: {}, called: false, start: node.start }]
    : []
  return [...own, ...childrenOf(node).flatMap(usesBelow)]
}

/** The uses of built-in functions in a tree, in the order of the text. */
export function usesIn(tree: Node): BuiltinUse[] {
  return usesBelow(tree).toSorted((a, b) => a.start - b.start)
}
