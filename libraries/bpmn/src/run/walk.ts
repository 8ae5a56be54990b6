import { hasEnded } from '../engine/state.ts'
import type { Evaluate } from '../expression/evaluate.ts'
import type { JsonObject } from '../model/json.ts'
import type { Process } from '../model/process.ts'
import { pathOf } from './path.ts'
import type { Pending } from './pending.ts'
import { usualInput } from './simulate.ts'
import { give, newWorld, startInstance } from './world.ts'

/** One step of a walk: what was waited for is done, and what the data are from then on. */
export interface WalkStep {
  /** Id of what was waited for. */
  readonly pending: string
  readonly data: JsonObject
}

/** Where a walk stands. */
export interface Walk {
  /** Nodes in the order in which they were entered. */
  readonly path: readonly string[]
  /** What is waited for now; nothing when it has ended. */
  readonly waiting: readonly Pending[]
  readonly ended: boolean
  /** Incidents: nodes that could not go on, with the reason. */
  readonly stuck: readonly { readonly node: string; readonly reason: string }[]
}

/**
 * Walks through a process step by step: the steps so far are made again from the beginning, so one may be taken back. Calls of
 * other processes are done at once when their step is made.
 */
export function walkProcess(
  process: Process,
  options: { readonly now: string; readonly data: JsonObject; readonly evaluate?: Evaluate },
  steps: readonly WalkStep[],
): Walk {
  const world = newWorld([process], options.now, options.evaluate ? { evaluate: options.evaluate } : {})
  const instance = startInstance(world, process, 'walk', options.data, process.beginnings[0]?.node)
  for (const { pending: id, data } of steps) {
    const pending = world.pending.get(id)
    const owner = pending && world.instances.get(pending.instance)
    const input = pending && usualInput(pending)
    if (!pending || !owner || !input) break
    owner.data = { ...owner.data, ...data }
    if (pending.due && 'at' in pending.due && pending.due.at > world.now) world.now = pending.due.at
    give(world, pending.instance, input)
  }
  const waiting = [...world.pending.values()]
  return {
    path: pathOf(instance.history),
    waiting: waiting.filter(({ kind }) => kind !== 'incident'),
    ended: hasEnded(instance.state),
    stuck: waiting.filter(({ kind }) => kind === 'incident').map(({ node, name }) => ({ node, reason: name })),
  }
}
