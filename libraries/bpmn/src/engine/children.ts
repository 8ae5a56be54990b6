import type { Json } from '../model/json.ts'
import type { Node } from '../model/process.ts'
import { childEffect } from './child-effect.ts'
import { instanceVariables } from './instance-variables.ts'
import { idOf, localsOf, nodeAt, type Run, tokenAt } from './run.ts'
import { eventSubProcessWith } from './scopes.ts'

/*
 * Parallel instances of a repeated activity beyond what a state holds run as child instances: each is asked for by a
 * `child-instance` effect under the id `<token>/<counter>`, and the state keeps one character for it.
 */

/** Most instances that run as children. */
const mostChildren = 10_000

/** Whether something in an activity can be undone, which would have to be remembered for every instance. */
function isUndoable(run: Run, node: Node): boolean {
  if (node.boundaries?.some(id => nodeAt(run, id).undoneBy !== undefined)) return true
  if (eventSubProcessWith(run, node.id, 'compensation') !== undefined) return true
  return Object.values(run.process.nodes).some(inner => inner.scope === node.id && isUndoable(run, inner))
}

/** Whether so many instances of an activity can run as children. */
export function canBeChildren(run: Run, node: Node, total: number): boolean {
  return total <= mostChildren && !isUndoable(run, node)
}

/** Asks for one instance of a repeated activity as a child. */
export function askForInstance(run: Run, number: number, counter: number, elements?: readonly Json[]): void {
  const node = nodeAt(run, tokenAt(run, number).at)
  const { repetition } = node
  if (!repetition) throw new Error(`no repetition at ${node.id}`)
  const own = instanceVariables(run, number, repetition, counter, elements)
  const id = `${idOf(run, number)}/${counter}`
  const local = { ...localsOf(run, number), ...own }
  if (node.called) run.effects.push(childEffect(run, number, node, node.called, id, own))
  else
    run.effects.push({
      type: 'child-instance',
      id,
      node: node.id,
      process: run.process.id,
      version: { kind: 'own' },
      fragment: node.id,
      attributes: node.attributes,
      local,
    })
}

/** Asks for all instances of a repeated activity as children. */
export function startChildren(run: Run, number: number, total: number, elements?: readonly Json[]): void {
  const { progress } = tokenAt(run, number)
  if (!progress) throw new Error('no progress')
  progress.started = total
  progress.children = 'o'.repeat(total)
  for (let counter = 1; counter <= total; counter++) askForInstance(run, number, counter, elements)
}
