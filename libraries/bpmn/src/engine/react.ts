import { isActivity } from '../read/nodes.ts'
import { askForCall, openScope, openTask, startActivity, startChild } from './activities.ts'
import { reactForChild } from './child-inputs.ts'
import { closeToken, closeWaits, interruptScope } from './close.ts'
import { joinComplex } from './complex-gateway.ts'
import type { Ignored } from './effect.ts'
import { escalate, throwEvent, waitForEvents } from './events.ts'
import { finish } from './finish.ts'
import { leave } from './flows.ts'
import { incident } from './incident.ts'
import type { Input } from './input.ts'
import { add, move } from './modify.ts'
import { occur } from './occur.ts'
import { type Arrival, idOf, nodeAt, numberOf, placeToken, type Run, tell, tokenAt, tokensIn } from './run.ts'
import { type Doing, hasEnded } from './state.ts'
import { endInstance, throwUp } from './throw.ts'
import { openWaits } from './waits.ts'

/** The token of an id, when it is doing one of these things. */
function tokenDoing(run: Run, id: string, ...doing: readonly Doing[]): number | undefined {
  const number = numberOf(run, id)
  const token = number === undefined ? undefined : run.state.tokens[number]
  return token && doing.includes(token.doing) ? number : undefined
}

/** The other events of a parallel event-based gateway that begins an instance: all of them have to happen. */
function otherBeginnings(run: Run, node: string): readonly string[] {
  const { nodes, flows } = run.process
  const gateways = (nodes[node]?.incoming ?? []).map(flow => nodes[flows[flow]?.from ?? ''])
  const gateway = gateways.find(one => one?.instantiates === 'all')
  return (gateway?.outgoing ?? []).flatMap(flow => flows[flow]?.to ?? []).filter(other => other !== node)
}

/** A parallel multiple start has had one of its events: the others have still to happen (BPMN clause 10.5.2). */
function startWithAll(run: Run, root: number, node: string, happened: number): undefined {
  const number = placeToken(run, { at: node, in: root, doing: 'catch', happened })
  tell(run, 'entered', node, number)
  openWaits(run, number, node, happened)
}

function start(run: Run, input: Input & { type: 'start' }): Ignored | undefined {
  if (run.state.status !== 'ready') return 'already-started'
  const { process } = run
  const plain = process.beginnings.filter(({ events }) => events.length === 0)
  const only = plain.length === 1 ? plain[0] : undefined
  const beginning = input.node === undefined ? only : process.beginnings.find(({ node }) => node === input.node)
  if (!beginning) return 'not-possible'
  const { node, events } = beginning
  if (input.event !== undefined && events[input.event] === undefined) return 'not-possible'
  run.state.status = 'active'
  const root = placeToken(run, {
    at: process.id,
    in: -1,
    doing: 'scope',
    ...(input.local === undefined ? {} : { local: { ...input.local } }),
  })
  openScope(run, root, process.id)
  if (node === process.id) return undefined
  if (nodeAt(run, node).allEvents) return startWithAll(run, root, node, input.event ?? 0)
  const content = input.content === undefined ? {} : { content: input.content }
  const first: Arrival = events.length > 0 ? { node, in: root, occurred: true, ...content } : { node, in: root }
  run.agenda = [first, ...otherBeginnings(run, node).map((other): Arrival => ({ node: other, in: root }))]
  return undefined
}

function wake(run: Run, number: number | undefined, content: Parameters<typeof occur>[2]): Ignored | undefined {
  if (number === undefined || !run.state.waits[number]) return 'unknown-id'
  occur(run, number, content)
  return undefined
}

function waitOf(run: Run, input: Input & { type: 'message' }): number | undefined {
  if (input.id !== undefined) {
    const number = numberOf(run, input.id)
    return number !== undefined && run.state.waits[number]?.kind === 'message' ? number : undefined
  }
  for (const number in run.state.waits) {
    const wait = run.state.waits[number]
    if (wait?.kind === 'message' && wait.name === input.name && (wait.key === undefined || wait.key === input.key))
      return Number(number)
  }
  return undefined
}

function signal(run: Run, input: Input & { type: 'signal' }): Ignored | undefined {
  const waiting = Object.entries(run.state.waits).filter(
    ([number, wait]) =>
      wait.kind === 'signal' && wait.name === input.name && Number(number) < (input.before ?? Number.POSITIVE_INFINITY),
  )
  for (const [number] of waiting) occur(run, Number(number), input.content)
  return waiting.length === 0 ? 'unknown-id' : undefined
}

function fail(run: Run, number: number, input: Input & { type: 'call-failed' }): undefined {
  const { error: code, message } = input
  if (throwUp(run, number, { type: 'error', code, ...(message === undefined ? {} : { message }) })) return
  incident(run, number, 'error-not-caught', { error: code })
}

function again(run: Run, number: number): void {
  const token = tokenAt(run, number)
  const code = token.incident
  delete token.incident
  if (token.doing !== 'incident') {
    // A deadlock or a state that is too large: looked at again at the end of the step.
    run.effects.push({ type: 'incident-resolved', id: idOf(run, number), node: token.at })
    return
  }
  const node = nodeAt(run, token.at)
  run.effects.push({ type: 'incident-resolved', id: idOf(run, number), node: node.id })
  if (code === 'no-flow-taken' && node.type === 'complex-gateway' && token.via !== undefined) {
    token.doing = 'join'
    joinComplex(run, node, token.in)
  } else if (code === 'no-flow-taken') leave(run, number)
  else if (code === 'call-broken' || code === 'error-not-caught') {
    if (node.type === 'user-task') openTask(run, number)
    else if (node.type === 'call-activity') startChild(run, number)
    else askForCall(run, number)
  } else if (code === 'endless' || code === 'too-many-tokens') {
    const { at, in: scope, via, local, undoing, occurred } = token
    const instance = run.state.tokens[scope]?.doing === 'repeat'
    closeToken(run, number, 'silently')
    run.agenda.push({
      node: at,
      in: scope,
      ...(via === undefined ? {} : { via }),
      ...(local === undefined ? {} : { local }),
      ...(undoing === undefined ? {} : { undoing }),
      ...(occurred === undefined ? {} : { occurred }),
      ...(instance ? { instance } : {}),
    })
  } else {
    closeWaits(run, number)
    if (token.happened !== undefined) {
      token.doing = 'catch'
      openWaits(run, number, node.id, token.happened)
    } else if (node.type === 'start-event') {
      closeToken(run, number, 'silently')
      openWaits(run, token.in, node.id)
    } else if (isActivity(node.type)) startActivity(run, number, node, run.state.tokens[token.in]?.doing === 'repeat')
    else if (node.type === 'throw-event' || node.type === 'end-event') throwEvent(run, number, node)
    else waitForEvents(run, number, node)
  }
}

function activate(run: Run, input: Input & { type: 'activate' }): Ignored | undefined {
  const number = tokenDoing(run, input.id, 'scope')
  if (number === undefined) return 'unknown-id'
  const { at, interrupted } = tokenAt(run, number)
  const adHoc = run.process.nodes[at]?.adHoc
  const offered = run.process.scopes[at]?.starts.includes(input.node)
  if (!adHoc || interrupted || !offered || (adHoc.sequential && tokensIn(run, number).length > 0)) return 'not-possible'
  run.agenda.push({ node: input.node, in: number })
  return undefined
}

function completeAdHoc(run: Run, id: string): Ignored | undefined {
  const number = tokenDoing(run, id, 'scope')
  if (number === undefined) return 'unknown-id'
  if (!run.process.nodes[tokenAt(run, number).at]?.adHoc) return 'not-possible'
  interruptScope(run, number)
  return undefined
}

const answered: Readonly<Record<'task-completed' | 'call-completed' | 'child-completed', Doing>> = {
  'task-completed': 'task',
  'call-completed': 'call',
  'child-completed': 'child',
}

/** Takes up one input; tells why when it is not for this instance as it stands. */
export function reactTo(run: Run, input: Input): Ignored | undefined {
  const { state } = run
  if (hasEnded(state)) return 'ended'
  if (input.type === 'start') return start(run, input)
  if (state.status === 'ready') return 'not-started'
  if (input.type === 'cancel') return void endInstance(run, 'cancelled')
  if (input.type === 'resume') {
    if (state.status !== 'suspended') return 'not-possible'
    state.status = 'active'
    run.changed = true
    return undefined
  }
  if (state.status === 'suspended') return 'suspended'
  // Whatever came, the data given with it may be new.
  run.changed = true
  const forChild = reactForChild(run, input)
  if (forChild) return forChild.ignored
  switch (input.type) {
    case 'suspend':
      state.status = 'suspended'
      return undefined
    case 'data-changed':
      return undefined
    case 'task-completed':
    case 'call-completed':
    case 'child-completed': {
      const number = tokenDoing(run, input.id, answered[input.type])
      if (number === undefined) return 'unknown-id'
      return void finish(run, number, input.result ?? null)
    }
    case 'call-failed': {
      const number = tokenDoing(run, input.id, 'task', 'call', 'child')
      return number === undefined ? 'unknown-id' : fail(run, number, input)
    }
    case 'call-broken': {
      const number = tokenDoing(run, input.id, 'task', 'call', 'child')
      return number === undefined ? 'unknown-id' : void incident(run, number, 'call-broken', { reason: input.reason })
    }
    case 'escalated': {
      const number = tokenDoing(run, input.id, 'task', 'call', 'child')
      return number === undefined ? 'unknown-id' : void escalate(run, number, tokenAt(run, number).at, input.code)
    }
    case 'timer-fired': {
      const number = numberOf(run, input.id)
      return wake(run, number !== undefined && state.waits[number]?.kind === 'timer' ? number : undefined, undefined)
    }
    case 'message':
      return wake(run, waitOf(run, input), input.content)
    case 'signal':
      return signal(run, input)
    case 'retry': {
      const number = numberOf(run, input.id)
      const token = number === undefined ? undefined : run.state.tokens[number]
      return number === undefined || token?.incident === undefined ? 'unknown-id' : void again(run, number)
    }
    case 'activate':
      return activate(run, input)
    case 'scope-completed':
      return completeAdHoc(run, input.id)
    case 'move':
      return move(run, input)
    case 'add':
      return add(run, input)
  }
}
