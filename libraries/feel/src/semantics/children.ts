import type { Node } from '../syntax/tree.ts'

/** The nodes directly below a node. */
export function childrenOf(node: Node): readonly Node[] {
  const found: Node[] = []
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) visit(item)
    else if (typeof value === 'object' && value !== null) {
      if ('kind' in value && 'start' in value) found.push(value as Node)
      else if ('value' in value || 'from' in value) for (const part of Object.values(value)) visit(part)
    }
  }
  for (const [key, value] of Object.entries(node)) if (key !== 'type' && key !== 'parameters') visit(value)
  return found
}
