import type { Node, Process } from '@tereze/bpmn'
import type { Text } from '@tereze/operation'
import type { MinedNode, MinedProcess, Trace } from '@tereze/process-mining'
import type { MinedService, MinedStep } from '../contract/mining.ts'
import type { LoggedCase } from '../store/logged-cases.ts'

/** An element of a process by the name under which it was logged. */
export interface LoggedElement {
  readonly name: Text
  readonly node: Node
}

/** Finds what an element of the log is; null: a node that no version has. */
export type FindElement = (element: string) => LoggedElement | null

const between = ' → '
/** Ways that are told one by one; the rest together. */
const mostWays = 12

/** Under which name an element is logged: of the process of the service its id, of a called one `process/id`. */
export function loggedName(element: string, process: string, isCalled: boolean): string {
  return isCalled ? `${process}/${element}` : element
}

/** What was logged of a case, as it is mined. */
export function traceOf({ id, openedAt, endedAt, steps, instances }: LoggedCase): Trace {
  return {
    id,
    began: openedAt,
    ended: endedAt,
    steps: steps.flatMap(([what, element, at, instance]) => {
      const [, process = '', , isCalled = false] = instances[instance] ?? []
      if (what !== 'entered' && what !== 'left' && what !== 'cancelled' && what !== 'flow') return []
      return [{ what, element: loggedName(element, process, isCalled), at }]
    }),
  }
}

const kinds: readonly (readonly [RegExp, MinedStep['kind']])[] = [
  [/^(user|manual)-task$/, 'task'],
  [/event$/, 'event'],
  [/gateway$/, 'gateway'],
]

function kindOf({ type }: Node): MinedStep['kind'] {
  return kinds.find(([pattern]) => pattern.test(type))?.[1] ?? 'step'
}

function viewStep({ durations: _, ...step }: MinedNode, find: FindElement): MinedStep {
  const element = find(step.node)
  const name = element?.name ?? { en: step.node, ru: step.node, kk: step.node }
  return { ...step, name, kind: element === null ? 'step' : kindOf(element.node) }
}

/** A way told by the tasks of people in it; ways that differ only in what the platform does are one. */
function viewWays(traces: readonly Trace[], find: FindElement): Pick<MinedService, 'ways' | 'waysCount'> {
  const ways = new Map<string, { tasks: Text[]; times: number[] }>()
  for (const { began, ended, steps } of traces) {
    if (ended === null) continue
    const tasks = steps.flatMap(({ what, element }) => {
      const found = what === 'entered' ? find(element) : null
      return found !== null && kindOf(found.node) === 'task' ? [found.name] : []
    })
    const key = tasks.map(({ en }) => en).join(between)
    const way = ways.get(key) ?? { tasks, times: [] }
    way.times.push(Date.parse(ended) - Date.parse(began))
    ways.set(key, way)
  }
  const finished = [...ways.values()].reduce((sum, { times }) => sum + times.length, 0)
  const line = (tasks: Text[] | null, times: readonly number[]) => ({
    tasks,
    count: times.length,
    share: times.length / finished,
    time: Math.round(times.reduce((sum, one) => sum + one, 0) / times.length / 1000),
  })
  const all = [...ways].sort(([one, a], [other, b]) => b.times.length - a.times.length || (one < other ? -1 : 1))
  const first = all.slice(0, mostWays).map(([, { tasks, times }]) => line(tasks, times))
  const rest = all.slice(mostWays).flatMap(([, { times }]) => times)
  return { ways: rest.length === 0 ? first : [...first, line(null, rest)], waysCount: all.length }
}

/** What was mined, in the words of the service. Gateways take no time and are left out of the steps. */
export function viewMined(
  mined: MinedProcess,
  traces: readonly Trace[],
  isPart: boolean,
  find: FindElement,
): MinedService {
  const { cases, finished, time, working, flows } = mined
  return {
    cases,
    finished,
    isPart,
    time,
    working,
    steps: mined.nodes.map(node => viewStep(node, find)).filter(({ kind }) => kind !== 'gateway'),
    flows: [...flows],
    ...viewWays(traces, find),
  }
}

/** Nodes of processes by the name under which they are logged; of several versions the newest that has the node. */
export function elementsOf(
  processes: readonly { readonly process: Process; readonly package: string; readonly isCalled: boolean }[],
  nameOf: (process: Process, node: string) => Text,
): FindElement {
  const elements = new Map<string, LoggedElement>()
  for (const { process, package: id, isCalled } of processes)
    for (const [key, node] of Object.entries(process.nodes))
      elements.set(loggedName(key, id, isCalled), { node, name: nameOf(process, key) })
  return element => elements.get(element) ?? null
}
