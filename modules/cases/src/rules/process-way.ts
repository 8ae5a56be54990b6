import type { Process, State } from '@tereze/bpmn'
import type { ElementState } from '../contract/process.ts'

/** A line of an instance's history with its instant. */
export interface WayStep {
  readonly what: string
  readonly element: string
  readonly at: string
}

/** What has happened at one element. */
export interface WayPlace {
  readonly element: string
  readonly state: ElementState
  readonly visits: number
  /** Instants of the last arrival and the last departure; the latter is null while a token is there. */
  readonly since: string | null
  readonly until: string | null
  /** Whole seconds that tokens have spent there, without those that are there. */
  readonly seconds: number
}

/** Node ids in the order of the flows: the nearer to a start, the earlier; what no flow reaches comes last, as in the file. */
export function orderNodes(process: Process): readonly string[] {
  const order = new Set<string>()
  const starts = process.beginnings.map(({ node }) => node)
  const queue = [...starts, ...(process.scopes[process.id]?.starts ?? [])]
  for (const id of queue) {
    const node = process.nodes[id]
    if (node === undefined || order.has(id)) continue
    order.add(id)
    queue.push(...(process.scopes[id]?.starts ?? []), ...(node.boundaries ?? []))
    queue.push(...node.outgoing.map(flow => process.flows[flow]?.to ?? ''))
  }
  for (const id of Object.keys(process.nodes)) order.add(id)
  return [...order]
}

/** Where every element of a process stands in an instance, from its state and history, in the order of the flows. */
export function decideWay(
  process: Process,
  state: State,
  history: readonly WayStep[],
  stuck: ReadonlySet<string>,
): readonly WayPlace[] {
  const steps = Map.groupBy(history, step => step.element)
  const present = new Set(Object.values(state.tokens).map(token => token.at))
  const broken = new Set(Object.values(state.tokens).flatMap(token => (token.incident === undefined ? [] : [token.at])))
  return orderNodes(process).map(element => {
    const own = steps.get(element) ?? []
    const last = own.findLast(step => step.what === 'left' || step.what === 'cancelled')
    const here = present.has(element)
    return {
      element,
      state: here
        ? stuck.has(element) || broken.has(element)
          ? 'stuck'
          : 'now'
        : last === undefined
          ? 'ahead'
          : last.what === 'left'
            ? 'done'
            : 'cancelled',
      visits: own.filter(step => step.what === 'entered').length,
      since: own.findLast(step => step.what === 'entered')?.at ?? null,
      until: here ? null : (last?.at ?? null),
      seconds: Math.floor(spent(own) / 1000),
    }
  })
}

/** Milliseconds between arrivals and departures; of several tokens at once the first to come is the first to go. */
function spent(steps: readonly WayStep[]): number {
  const arrivals: number[] = []
  let sum = 0
  for (const { what, at } of steps) {
    if (what === 'entered') arrivals.push(Date.parse(at))
    else {
      const arrival = arrivals.shift()
      if (arrival !== undefined) sum += Date.parse(at) - arrival
    }
  }
  return sum
}
