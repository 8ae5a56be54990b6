import { give, newWorld, type Pending, type Process, startInstance, usualInput, type World } from '@tereze/bpmn'
import type { Model, Values } from './model.ts'
import { type Observation, observe } from './observation.ts'
import type { Script, Step } from './script.ts'
import type { Happening, Outcome } from './state.ts'

const kinds: Readonly<Record<string, readonly Pending['kind'][]>> = {
  complete: ['task', 'call', 'child'],
  error: ['task', 'call', 'child'],
  escalation: ['task', 'call', 'child'],
  message: ['message'],
  timer: ['timer'],
  start: ['activities'],
}

/** What is seen of the engine's instances, in the words of the oracle. */
function observeEngine(world: World, model: Model): Observation {
  const instances = [...world.instances.values()]
  const happenings: Happening[] = []
  const tokens: string[] = []
  let ended: Outcome | null = null
  for (const { effects, id, history, process, state } of instances) {
    const open = new Map<string, string>()
    for (const { element, id: token, what } of history) {
      if (what === 'flow') {
        const flow = process.flows[element]
        happenings.push({ what, name: model.flows.has(element) || !flow ? element : `${flow.from}>${flow.to}` })
      } else if (what === 'entered') {
        happenings.push({ what, name: element })
        open.set(token, element)
      } else if ((what === 'left' || what === 'cancelled') && open.delete(token))
        // A token that waited before a join is not in the join, so that it cannot be cancelled there.
        happenings.push({ what, name: element })
    }
    tokens.push(...open.values())
    // A join without a flow it came by only remembers that it has fired.
    for (const { at, doing, via } of Object.values(state.tokens))
      if (doing === 'join' && via !== undefined) tokens.push(`>${at}`)
    if (id === 'i') for (const effect of effects) if (effect.type === 'ended') ended = effect.outcome as Outcome
  }
  const root = world.instances.get('i')
  return observe(model, happenings, ended ? [] : tokens, ended, (root?.data ?? {}) as Values)
}

/** Gives a step to the engine; what is wrong when nobody waits for it. */
function take(world: World, step: Step): string | null {
  const root = world.instances.get('i')
  if (!root) return 'no instance'
  if (step.do === 'data') {
    root.data = { ...root.data, ...step.values } as typeof root.data
    give(world, 'i', { type: 'data-changed' })
    return null
  }
  if (step.do === 'signal') {
    const waiting = [...world.pending.values()].filter(({ kind, name }) => kind === 'signal' && name === step.name)
    for (const instance of new Set(waiting.map(pending => pending.instance)))
      give(world, instance, { type: 'signal', name: step.name })
    return waiting.length === 0 ? `nobody waits for the signal ${step.name}` : null
  }
  const alike = [...world.pending.values()].filter(
    ({ kind, node }) => node === step.at && kinds[step.do]?.includes(kind),
  )
  const pending = alike[step.do === 'start' ? 0 : (step.nth ?? 0)]
  if (!pending) return `nothing to ${step.do} at ${step.at}`
  if (pending.due && 'at' in pending.due && pending.due.at > world.now) world.now = pending.due.at
  const { id, instance } = pending
  if (step.do === 'error') give(world, instance, { type: 'call-failed', id, error: step.code })
  else if (step.do === 'escalation') give(world, instance, { type: 'escalated', id, code: step.code })
  else {
    const input = step.do === 'start' ? ({ type: 'activate', id, node: step.activity } as const) : usualInput(pending)
    if (!input) return `no input for ${step.at}`
    give(world, instance, input)
  }
  return null
}

/** What the engine does with a script: what is seen at its end, where tokens are after each step, what went wrong. */
export function driveEngine(
  processes: readonly Process[],
  model: Model,
  script: Script,
): { readonly seen: readonly Observation[]; readonly wrong: string | null } {
  const process = processes.find(({ id }) => id === script.process)
  if (!process) return { seen: [], wrong: `no process ${script.process}` }
  const world = newWorld(processes, '2026-03-02T12:00:00.000Z', { zone: 'Asia/Almaty' })
  const start = script.start ?? process.beginnings[0]?.node
  startInstance(world, process, 'i', script.data as Parameters<typeof startInstance>[3], start)
  const seen = [observeEngine(world, model)]
  for (const step of script.steps) {
    const wrong = take(world, step)
    if (wrong !== null) return { seen, wrong }
    seen.push(observeEngine(world, model))
  }
  return { seen, wrong: null }
}

/** How the engine differs from an expectation; null when it does not. */
export function difference(
  { end, waits }: { readonly end: Observation; readonly waits: readonly (readonly string[])[] },
  { seen, wrong }: { readonly seen: readonly Observation[]; readonly wrong: string | null },
): string | null {
  if (wrong !== null) return wrong
  if (seen.length < waits.length) return `stopped after step ${seen.length - 1} of ${waits.length - 1}`
  for (const [step, tokens] of waits.entries()) {
    const other = seen[step]?.tokens ?? []
    if (JSON.stringify(tokens) !== JSON.stringify(other))
      return `tokens after step ${step}: expected ${tokens.join(' ')}, were ${other.join(' ')}`
  }
  const last = seen.at(-1)
  const parts = [
    ['ended', end.ended, last?.ended],
    ['flows', end.path?.flows, last?.path?.flows],
    ['entered', end.path?.entered, last?.path?.entered],
    ['left', end.path?.left, last?.path?.left],
    ['cancelled', end.path?.cancelled, last?.path?.cancelled],
    ['data', end.data, last?.data],
  ] as const
  for (const [name, expected, was] of parts) {
    if (expected === undefined) continue
    if (JSON.stringify(expected) !== JSON.stringify(was))
      return `${name}: expected ${JSON.stringify(expected)}, was ${JSON.stringify(was)}`
  }
  return null
}
