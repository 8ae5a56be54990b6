import type { Node } from '../model/process.ts'
import { closeToken } from './close.ts'
import { leave, takeFlow } from './flows.ts'
import { sourcesOf } from './reach.ts'
import { holds, nodeAt, placeToken, type Run, tell, tokenAt, tokensIn } from './run.ts'

/** The oldest token waiting at a gateway for each incoming flow that has brought one. */
function arrivedAt(run: Run, node: Node, scope: number): Map<string, number> {
  const arrived = new Map<string, number>()
  for (const number of tokensIn(run, scope)) {
    const token = tokenAt(run, number)
    if (token.at !== node.id || token.doing !== 'join' || token.fired || token.via === undefined) continue
    if (!arrived.has(token.via)) arrived.set(token.via, number)
  }
  return arrived
}

/** Takes one token from each of these, and one goes on in their place. */
function merge(run: Run, arrived: ReadonlyMap<string, number>): number {
  const [first, ...rest] = [...arrived.values()]
  if (first === undefined) throw new Error('nothing to join')
  for (const number of rest) closeToken(run, number, 'silently')
  tell(run, 'entered', tokenAt(run, first).at, first)
  return first
}

/** A parallel gateway goes on when every incoming flow has brought a token (BPMN clause 13.4.1). */
export function joinParallel(run: Run, node: Node, scope: number): void {
  const arrived = arrivedAt(run, node, scope)
  if (arrived.size === node.incoming.length) leave(run, merge(run, arrived))
}

/** Whether a token elsewhere can still come by an empty flow and not by one that has its token already. */
function mayStillCome(run: Run, node: Node, scope: number, arrived: (flow: string) => boolean): boolean {
  const sources = sourcesOf(run.process, node.id)
  return tokensIn(run, scope).some(number => {
    const token = tokenAt(run, number)
    if (token.at === node.id || token.undoing !== undefined) return false
    const reaches = (flow: string) => sources.get(flow)?.has(token.at) ?? false
    return (
      node.incoming.some(flow => !arrived(flow) && reaches(flow)) &&
      !node.incoming.some(flow => arrived(flow) && reaches(flow))
    )
  })
}

function fireComplex(run: Run, node: Node, scope: number, arrived: ReadonlyMap<string, number>): void {
  const first = merge(run, arrived)
  const flows = node.outgoing.filter(id => {
    const condition = run.process.flows[id]?.condition
    return condition === undefined || holds(run, scope, condition, { waitingForStart: true })
  })
  if (flows.length === 0 && node.defaultFlow !== undefined) flows.push(node.defaultFlow)
  closeToken(run, first, 'left')
  if (arrived.size < node.incoming.length)
    placeToken(run, { at: node.id, in: scope, doing: 'join', fired: [...arrived.keys()] })
  for (const flow of flows) takeFlow(run, flow, scope)
}

/** A complex gateway fires when its condition holds; without one, when all have come (BPMN clause 13.4.5). */
export function joinComplex(run: Run, node: Node, scope: number): void {
  const waiting = firedAt(run, node, scope)
  const arrived = arrivedAt(run, node, scope)
  if (waiting !== undefined) {
    const { fired = [] } = tokenAt(run, waiting)
    for (const [flow, number] of arrived) {
      if (fired.includes(flow)) continue
      fired.push(flow)
      closeToken(run, number, 'silently')
    }
    return
  }
  const ready =
    node.activation === undefined
      ? arrived.size === node.incoming.length
      : holds(run, scope, node.activation, { activationCount: arrived.size, waitingForStart: true })
  if (ready && arrived.size > 0) fireComplex(run, node, scope, arrived)
}

function firedAt(run: Run, node: Node, scope: number): number | undefined {
  return tokensIn(run, scope).find(
    number => tokenAt(run, number).at === node.id && tokenAt(run, number).fired !== undefined,
  )
}

function resetComplex(run: Run, node: Node, scope: number, waiting: number): void {
  const flows = node.outgoing.filter(id => {
    const condition = run.process.flows[id]?.condition
    return condition !== undefined && holds(run, scope, condition, { waitingForStart: false })
  })
  closeToken(run, waiting, 'silently')
  for (const flow of flows) takeFlow(run, flow, scope)
  joinComplex(run, node, scope)
}

/**
 * Looks, when nothing is on its way, for one inclusive gateway that can go on or one complex gateway that can be reset,
 * oldest token first; true when there was one.
 */
export function joinWhatCan(run: Run): boolean {
  const seen = new Set<string>()
  for (const number in run.state.tokens) {
    const token = run.state.tokens[number]
    const place = `${token?.in} ${token?.at}`
    if (token?.doing !== 'join' || (seen.has(place) && !token.fired)) continue
    seen.add(place)
    const node = nodeAt(run, token.at)
    if (node.type === 'inclusive-gateway') {
      const arrived = arrivedAt(run, node, token.in)
      if (mayStillCome(run, node, token.in, flow => arrived.has(flow))) continue
      leave(run, merge(run, arrived))
      return true
    }
    const { fired } = token
    if (fired && !mayStillCome(run, node, token.in, flow => fired.includes(flow))) {
      resetComplex(run, node, token.in, Number(number))
      return true
    }
  }
  return false
}
