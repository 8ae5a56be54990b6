import type { Node } from '../model/process.ts'
import { assignLocal } from './assign.ts'
import { closeToken } from './close.ts'
import type { Ignored } from './effect.ts'
import type { Input } from './input.ts'
import { sourcesOf } from './reach.ts'
import { type Arrival, numberOf, placeToken, type Run, resolve, tell, tokenAt, tokensIn } from './run.ts'
import { openBoundaries, openEventSubProcesses } from './waits.ts'

/** The scopes around a node, outermost (the process) first. */
function scopesAround(run: Run, node: Node): readonly string[] {
  const scopes: string[] = []
  for (let scope: string | undefined = node.scope; scope !== undefined; scope = run.process.nodes[scope]?.scope)
    scopes.unshift(scope)
  return scopes
}

/** Whether a token may be put at a node at all: it must not need an event, an activity or a completed one before. */
function canHold(node: Node): boolean {
  return node.type !== 'boundary-event' && node.type !== 'event-sub-process' && !node.undoes
}

/** Whether a scope may be begun without its start: repeated ones and event sub-processes may not. */
function canOpen(run: Run, scope: string): boolean {
  const node = run.process.nodes[scope]
  return node !== undefined && node.type !== 'event-sub-process' && !node.repetition
}

/**
 * The flow by which a token counts as come: the one asked for; else of those that have brought no token the first by
 * which none can come otherwise. Null when the one asked for does not lead here.
 */
function flowInto(
  run: Run,
  node: Node,
  place: Place | undefined,
  asked: string | undefined,
  moved?: number,
): string | undefined | null {
  if (asked !== undefined) return node.incoming.includes(asked) ? asked : null
  const inside = place?.missing.length === 0 ? tokensIn(run, place.scope).filter(number => number !== moved) : []
  const tokens = inside.map(number => tokenAt(run, number))
  const free = node.incoming.filter(flow => !tokens.some(({ at, via }) => at === node.id && via === flow))
  const sources = sourcesOf(run.process, node.id)
  const unreached = free.find(flow => !tokens.some(({ at }) => at !== node.id && sources.get(flow)?.has(at)))
  return unreached ?? free[0] ?? node.incoming[0]
}

/** Begins a sub-process without its start; undefined when that ended in an incident. */
function openAround(run: Run, id: string, around: number): number | undefined {
  const number = placeToken(run, { at: id, in: around, doing: 'scope' })
  tell(run, 'entered', id, number)
  if (!openBoundaries(run, number, id)) return undefined
  for (const { target, source } of run.process.nodes[id]?.inputs ?? [])
    assignLocal(run, number, target, resolve(run, number, source))
  return openEventSubProcesses(run, number, id) ? number : undefined
}

/** Where a token is to be put: the innermost scope that runs, and those that have to be begun inside it. */
interface Place {
  readonly scope: number
  readonly missing: readonly string[]
}

/** The place for a node, going in from a running scope; undefined when several would fit or a scope cannot be begun. */
function placeIn(run: Run, node: Node, from: number): Place | undefined {
  const path = scopesAround(run, node)
  const inside = path.slice(path.indexOf(tokenAt(run, from).at) + 1)
  let scope = from
  for (const [index, id] of inside.entries()) {
    const running = tokensIn(run, scope).filter(number => tokenAt(run, number).at === id)
    const [only] = running
    if (running.length > 1) return undefined
    if (only === undefined) {
      const missing = inside.slice(index)
      return missing.every(one => canOpen(run, one)) ? { scope, missing } : undefined
    }
    if (tokenAt(run, only).doing !== 'scope') return undefined
    scope = only
  }
  return { scope, missing: [] }
}

function put(run: Run, node: Node, { scope, missing }: Place, via: string | undefined): void {
  let around = scope
  for (const id of missing) {
    const opened = openAround(run, id, around)
    if (opened === undefined) return
    around = opened
  }
  const arrival: Arrival = { node: node.id, in: around, ...(via === undefined ? {} : { via }) }
  run.agenda.push(arrival)
}

/** The nearest scope around a token that is also around a node; undefined when an instance of a repetition lies between. */
function commonScope(run: Run, number: number, node: Node): number | undefined {
  const path = new Set(scopesAround(run, node))
  for (let at = tokenAt(run, number).in; at >= 0; at = tokenAt(run, at).in) {
    const token = tokenAt(run, at)
    if (token.doing !== 'scope') return undefined
    if (path.has(token.at)) return at
  }
  return undefined
}

/** Ends scopes in which nothing is left, from one outwards up to another. */
function closeEmptied(run: Run, from: number, upTo: number): void {
  for (let at = from; at !== upTo && tokensIn(run, at).length === 0; ) {
    const { in: around } = tokenAt(run, at)
    closeToken(run, at, 'cancelled')
    at = around
  }
}

/** Moves a token to another node, or takes it away. */
export function move(run: Run, input: Input & { type: 'move' }): Ignored | undefined {
  const number = numberOf(run, input.id)
  const token = number === undefined ? undefined : run.state.tokens[number]
  if (number === undefined || !token || number === 0) return 'unknown-id'
  if (input.to === undefined) {
    closeToken(run, number, 'cancelled')
    return undefined
  }
  const node = run.process.nodes[input.to]
  if (!node || !canHold(node)) return 'not-possible'
  const common = commonScope(run, number, node)
  const place = common === undefined ? undefined : placeIn(run, node, common)
  const via = flowInto(run, node, place, input.via, number)
  if (common === undefined || !place || via === null || isInside(run, place.scope, number)) return 'not-possible'
  closeToken(run, number, 'cancelled')
  put(run, node, place, via)
  if (place.scope !== token.in) closeEmptied(run, token.in, common)
  return undefined
}

/** Whether a scope is a token or lies in it. */
function isInside(run: Run, scope: number, number: number): boolean {
  for (let at = scope; at >= 0; at = tokenAt(run, at).in) if (at === number) return true
  return false
}

/** Adds a token at a node. */
export function add(run: Run, input: Input & { type: 'add' }): Ignored | undefined {
  const node = run.process.nodes[input.to]
  const from = input.in === undefined ? 0 : numberOf(run, input.in)
  const token = from === undefined ? undefined : run.state.tokens[from]
  if (from === undefined || !token) return 'unknown-id'
  if (!node || !canHold(node) || token.doing !== 'scope' || !scopesAround(run, node).includes(token.at))
    return 'not-possible'
  const place = placeIn(run, node, from)
  const via = flowInto(run, node, place, input.via)
  if (!place || via === null) return 'not-possible'
  put(run, node, place, via)
  return undefined
}
