import { childrenOf } from './semantics/children.ts'
import type { Node } from './syntax/tree.ts'

/** The names of entries of the contexts that a tree writes, each once, in the order of the text. */
export function entryNamesIn(tree: Node): string[] {
  const found = new Set<string>()
  const open: Node[] = [tree]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.kind === 'context') for (const entry of node.entries) found.add(entry.name)
    open.push(...childrenOf(node).toReversed())
  }
  return [...found]
}
