import { evaluateText } from './expression.ts'
import { boundariesOf, type EventDefinition, type FlowNode, flowOf, nodeOf, nodesIn, startOf } from './model.ts'
import { startable } from './rules/ad-hoc.ts'
import { type Handlers, type Oracle, type Scope, scopesBelow, type Token, tokensBelow } from './state.ts'

/** Something an execution waits for. */
export interface Wait {
  readonly kind: 'task' | 'message' | 'signal' | 'timer' | 'condition' | 'activities'
  /** The node that names it: the task, the event, the boundary event, the start event of an event sub-process. */
  readonly node: FlowNode
  readonly name: string
  /** Which of its node's event definitions. */
  readonly index: number
  readonly definition: EventDefinition | null
  /** The token that waits, or for an event sub-process the scope. */
  readonly token: Token | null
  readonly scope: Scope
  readonly handlers: Handlers
  readonly as: 'task' | 'catch' | 'choice' | 'boundary' | 'handler' | 'activities'
}

const outside = new Set(['message', 'signal', 'timer', 'condition'])

function eventWaits(
  oracle: Oracle,
  node: FlowNode,
  scope: Scope,
  token: Token | null,
  handlers: Handlers,
  as: Wait['as'],
): readonly Wait[] {
  return node.events.flatMap((definition, index): Wait[] => {
    if (!outside.has(definition.type)) return []
    if (handlers.came.get(node.id)?.has(index)) return []
    const variables = oracle.variables(scope, token ?? undefined)
    if (definition.type === 'timer') {
      const { times = 1 } = definition
      const most = typeof times === 'number' ? times : repetitions(String(evaluateText(times, variables)))
      const once = as === 'catch' || as === 'choice' ? 1 : most
      if ((handlers.happened.get(node.id) ?? 0) >= once) return []
    }
    return [
      {
        kind: definition.type as Wait['kind'],
        node,
        name: String(evaluateText(definition.name ?? '', variables)),
        index,
        definition,
        token,
        scope,
        handlers,
        as,
      },
    ]
  })
}

function repetitions(cycle: string): number {
  const counted = /^R(\d+)\//.exec(cycle)
  return counted ? Number(counted[1]) : Number.POSITIVE_INFINITY
}

const active: ReadonlySet<Token['doing']> = new Set(['work', 'wait', 'inside', 'calling', 'repeating'])

function waitsOfToken(oracle: Oracle, token: Token): readonly Wait[] {
  const { node, scope } = token
  const base = { node, name: '', index: 0, definition: null, token, scope, handlers: token.handlers }
  const own: readonly Wait[] =
    token.doing === 'work'
      ? [{ ...base, kind: 'task', as: 'task' }]
      : token.doing === 'wait'
        ? eventWaits(oracle, node, scope, token, token.handlers, 'catch')
        : token.doing === 'choice'
          ? node.outgoing.flatMap(flow =>
              eventWaits(
                oracle,
                nodeOf(oracle.model, flowOf(oracle.model, flow).to),
                scope,
                token,
                token.handlers,
                'choice',
              ),
            )
          : token.doing === 'inside' && startable(oracle, token).length > 0
            ? [{ ...base, kind: 'activities', as: 'activities' }]
            : []
  const boundaries =
    token.whole === null && active.has(token.doing)
      ? boundariesOf(oracle.model, node.id).flatMap(boundary =>
          eventWaits(oracle, boundary, scope, token, token.handlers, 'boundary'),
        )
      : []
  return [...boundaries, ...own]
}

function waitsOfScope(oracle: Oracle, scope: Scope): readonly Wait[] {
  if (scope.interrupted) return []
  return nodesIn(oracle.model, scope.container)
    .filter(node => node.eventSubProcess)
    .flatMap(node => {
      const start = startOf(oracle.model, node.id)
      return start ? eventWaits(oracle, start, scope, null, scope.handlers, 'handler') : []
    })
}

/** Everything an execution waits for now. */
export function waitsOf(oracle: Oracle): readonly Wait[] {
  if (oracle.ended) return []
  return [
    ...scopesBelow(oracle.root).flatMap(scope => waitsOfScope(oracle, scope)),
    ...tokensBelow(oracle.root).flatMap(token => waitsOfToken(oracle, token)),
  ]
}

/** Whether what waited still waits. */
export function stillWaits(oracle: Oracle, wait: Wait): boolean {
  return waitsOf(oracle).some(
    other =>
      other.as === wait.as &&
      other.node === wait.node &&
      other.index === wait.index &&
      other.token === wait.token &&
      other.scope === wait.scope,
  )
}

/** Notes that one of its events came; true when the node may go on: with any, or with all where all are needed. */
function enough(wait: Wait): boolean {
  const { handlers, index, node } = wait
  if (!node.allEvents) return true
  const came = handlers.came.get(node.id) ?? new Set<number>()
  handlers.came.set(node.id, came.add(index))
  if (came.size < node.events.length) return false
  handlers.came.delete(node.id)
  return true
}

/**
 * What an execution waits for happens. An event-based gateway takes the flow to the event that came first and drops the
 * others (clause 13.3.4); a boundary event interrupts its activity or runs beside it (13.4.3); a start event starts its
 * event sub-process instead of the parent's work or beside it (13.4.4).
 */
export function trigger(oracle: Oracle, wait: Wait): void {
  const { as, definition, handlers, node, scope, token } = wait
  if (!enough(wait)) return
  handlers.happened.set(node.id, (handlers.happened.get(node.id) ?? 0) + 1)
  if (as === 'handler') oracle.startHandler(nodeOf(oracle.model, node.container), scope)
  else if (token === null) throw new Error('nobody waits')
  else if (as === 'task') oracle.complete(token)
  else if (as === 'catch') {
    if (node.kind === 'receiveTask') oracle.complete(token)
    else oracle.leave(token)
  } else if (as === 'boundary') {
    if (definition) oracle.fireBoundary(node, token, definition)
  } else if (as === 'choice') {
    const flow = token.node.outgoing.find(id => flowOf(oracle.model, id).to === node.id)
    oracle.remove(token)
    oracle.happenings.push({ what: 'left', name: token.node.id })
    if (flow !== undefined) {
      oracle.put(flow, scope)
      scope.onFlows.splice(scope.onFlows.lastIndexOf(flow), 1)
    }
    const next = oracle.enter(node, scope, { doing: 'wait' })
    if (node.kind === 'receiveTask') oracle.complete(next)
    else oracle.leave(next)
  }
}
