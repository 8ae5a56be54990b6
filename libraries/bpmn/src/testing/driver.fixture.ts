import {
  type Effect,
  give,
  type Input,
  type Instance,
  newWorld,
  type Pending,
  type Process,
  pathOf,
  startInstance,
  usualInput,
  type World,
} from '../index.ts'

/** One instance of a process under test, driven by the names of its nodes. */
export interface Driver {
  readonly instance: Instance
  readonly world: World
  /** Nodes that wait for something outside, in order, each with its kind. */
  waiting(): readonly string[]
  path(): readonly string[]
  /** Answers what a node waits for as usual. */
  complete(node: string, result?: Parameters<typeof usualInput>[1]): readonly Effect[]
  pending(node: string): Pending
  give(input: Input): readonly Effect[]
}

/** Starts an instance in memory at noon of 2 March 2026, UTC. */
export function drive(
  process: Process,
  data: Instance['data'] = {},
  others: readonly Process[] = [],
  start?: string,
): Driver {
  const world = newWorld([process, ...others], '2026-03-02T12:00:00.000Z')
  const instance = startInstance(world, process, 'i', data, start)
  const pending = (node: string) => {
    const found = [...world.pending.values()].find(one => one.node === node)
    if (!found)
      throw new Error(`${node} does not wait; ${[...world.pending.values()].map(one => one.node).join(', ')} do`)
    return found
  }
  return {
    instance,
    world,
    waiting: () => [...world.pending.values()].map(one => `${one.kind} ${one.node}`),
    path: () => pathOf(instance.history),
    pending,
    complete: (node, result) => {
      const found = pending(node)
      const input = usualInput(found, result)
      if (!input) throw new Error(`${node} is an incident`)
      return give(world, found.instance, input)
    },
    give: input => give(world, 'i', input),
  }
}
