import type { Process } from '@tereze/bpmn'

/** Where a task is returned to: the step, and the official who did it, where one did. */
export interface Return {
  readonly node: string
  readonly official: string | null
}

/**
 * Where a task goes when it is returned for correction: to the step that the process declares by `tereze:returns-to`, or to the last
 * one before it that an official did. Null: there is none.
 * @param completed what officials completed in the instance, the last first.
 */
export function decideReturn(
  process: Process,
  node: string,
  completed: readonly { readonly node: string; readonly by: string }[],
): Return | null {
  const declared = process.nodes[node]?.attributes['returns-to']
  const target = declared ?? completed.find(task => task.node !== node)?.node
  if (target === undefined || process.nodes[target] === undefined) return null
  return { node: target, official: completed.find(task => task.node === target)?.by ?? null }
}
