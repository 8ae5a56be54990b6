import type { Node } from '../syntax/tree.ts'
import { childrenOf } from './children.ts'

/** What is known of an expression before it runs. */
export interface NodeFacts {
  /** How many nodes it has. */
  readonly size: number
  /** It speaks of the value under test by its name `?`; a test after `in` has one of its own. */
  readonly input: boolean
  /** It speaks of the results so far: of one at a place that is written (`partial[-1]`), or of the list itself. */
  readonly partial: 'no' | 'item' | 'list'
}

/** Facts about the nodes of a tree; each is looked at once. */
export class Facts {
  private readonly known = new WeakMap<Node, NodeFacts>()

  of(node: Node): NodeFacts {
    let facts = this.known.get(node)
    if (facts === undefined) {
      facts = this.find(node)
      this.known.set(node, facts)
    }
    return facts
  }

  /** Steps for running an expression once more: one, and one for every 16 nodes. */
  cost(node: Node): number {
    return 1 + (this.of(node).size >> 4)
  }

  private find(node: Node): NodeFacts {
    let size = 1
    let input = node.kind === 'name' && node.name === '?'
    let partial: NodeFacts['partial'] = node.kind === 'name' && node.name === 'partial' ? 'list' : 'no'
    for (const child of childrenOf(node)) {
      const facts = this.of(child)
      size += facts.size
      if (!(node.kind === 'in' && child !== node.value)) input ||= facts.input
      if (facts.partial === 'list' || partial === 'no') partial = facts.partial
    }
    if (node.kind === 'filter' && node.list.kind === 'name' && constantPlace(node.condition) !== null)
      partial = node.list.name === 'partial' ? 'item' : 'no'
    // A function may look later, when there are more results.
    if (node.kind === 'function' && partial === 'item') partial = 'list'
    return { size, input, partial }
  }
}

/** The place that a filter's condition names, when it is written as a number; null otherwise. */
export function constantPlace(node: Node): number | null {
  if (node.kind === 'number' && typeof node.value === 'number') return node.value
  if (node.kind === 'negate' && node.operand.kind === 'number' && typeof node.operand.value === 'number')
    return -node.operand.value
  return null
}
