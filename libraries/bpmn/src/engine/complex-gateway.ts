import type { Node } from '../model/process.ts'
import { arrivedAt, mayStillCome, merge } from './arrivals.ts'
import { closeToken } from './close.ts'
import { takeFlow } from './flows.ts'
import { incident } from './incident.ts'
import { holds, placeToken, type Run, tokenAt, tokensIn } from './run.ts'

/*
 * The complex gateway (BPMN clause 13.4.5). While it waits for start, its activation condition sees `activationCount`,
 * how many tokens wait at it, and `activationCounts`, how many by each incoming flow. Conditions of its outgoing flows see
 * `waitingForStart`, which is false when it is reset.
 */

/** The flows that get a token: those whose condition holds, else the default. */
function chosen(run: Run, node: Node, scope: number, waitingForStart: boolean): readonly string[] {
  const flows = node.outgoing.filter(id => {
    const condition = run.process.flows[id]?.condition
    if (id === node.defaultFlow) return false
    // A flow without condition has none that becomes true by the reset: it gets its token when the gateway fires.
    return condition === undefined ? waitingForStart : holds(run, scope, condition, { waitingForStart })
  })
  return flows.length === 0 && node.defaultFlow !== undefined ? [node.defaultFlow] : flows
}

/** How many tokens wait at a gateway by each incoming flow. */
function countsAt(run: Run, node: Node, scope: number): Readonly<Record<string, number>> {
  const counts: Record<string, number> = Object.fromEntries(node.incoming.map(flow => [flow, 0]))
  for (const number of tokensIn(run, scope)) {
    const { at, doing, fired, via } = tokenAt(run, number)
    if (at === node.id && doing === 'join' && !fired && via !== undefined) counts[via] = (counts[via] ?? 0) + 1
  }
  return counts
}

function isReady(run: Run, node: Node, scope: number): boolean {
  const activationCounts = countsAt(run, node, scope)
  const counts = Object.values(activationCounts)
  const activationCount = counts.reduce((sum, count) => sum + count, 0)
  if (activationCount === 0) return false
  if (node.activation === undefined) return counts.every(count => count > 0)
  return holds(run, scope, node.activation, { activationCount, activationCounts, waitingForStart: true })
}

/** Whether the gateway has fired and not been reset, or could take no flow when it was to fire. */
function isBusy(run: Run, node: Node, scope: number): boolean {
  return tokensIn(run, scope).some(number => {
    const { at, fired, doing } = tokenAt(run, number)
    return at === node.id && (fired !== undefined || doing === 'incident')
  })
}

/** Takes up, for a gateway that has fired, tokens of flows from which it had none; later ones wait for the next time. */
function swallow(run: Run, node: Node, scope: number): void {
  const waiting = tokensIn(run, scope).find(
    number => tokenAt(run, number).at === node.id && tokenAt(run, number).fired !== undefined,
  )
  if (waiting === undefined) return
  const { fired = [] } = tokenAt(run, waiting)
  for (const [flow, number] of arrivedAt(run, node, scope)) {
    if (fired.includes(flow)) continue
    fired.push(flow)
    closeToken(run, number, 'silently')
  }
}

/** Lets a complex gateway fire when it can, and take up what comes after that; true when it has fired. */
export function joinComplex(run: Run, node: Node, scope: number): boolean {
  swallow(run, node, scope)
  if (isBusy(run, node, scope) || !isReady(run, node, scope)) return false
  const arrived = arrivedAt(run, node, scope)
  const flows = chosen(run, node, scope, true)
  if (flows.length === 0) {
    const [first] = arrived.values()
    if (first !== undefined) incident(run, first, 'no-flow-taken')
    return false
  }
  closeToken(run, merge(run, arrived), 'left')
  placeToken(run, { at: node.id, in: scope, doing: 'join', fired: [...arrived.keys()] })
  for (const flow of flows) takeFlow(run, flow, scope)
  return true
}

/** Resets a gateway that has fired once nothing can come by the flows that brought nothing; true when it was reset. */
export function resetComplex(run: Run, node: Node, scope: number, waiting: number): boolean {
  const { fired = [] } = tokenAt(run, waiting)
  if (mayStillCome(run, node, scope, flow => fired.includes(flow))) return false
  const flows = chosen(run, node, scope, false)
  closeToken(run, waiting, 'silently')
  for (const flow of flows) takeFlow(run, flow, scope)
  joinComplex(run, node, scope)
  return true
}
