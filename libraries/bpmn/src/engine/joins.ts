import type { Node } from '../model/process.ts'
import { arrivedAt, mayStillCome, merge } from './arrivals.ts'
import { joinComplex, resetComplex } from './complex-gateway.ts'
import { leave } from './flows.ts'
import { sourcesOf } from './reach.ts'
import { nodeAt, type Run, tokenAt, tokensIn } from './run.ts'

/** A parallel gateway goes on when every incoming flow has brought a token (BPMN clause 13.4.1). */
export function joinParallel(run: Run, node: Node, scope: number): void {
  const arrived = arrivedAt(run, node, scope)
  if (arrived.size === node.incoming.length) leave(run, merge(run, arrived))
}

/**
 * Looks, when nothing is on its way, for one inclusive gateway that can go on or one complex gateway that can fire or be
 * reset, oldest token first; true when there was one.
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
    if (node.type !== 'complex-gateway') continue
    if (token.fired ? resetComplex(run, node, token.in, Number(number)) : joinComplex(run, node, token.in)) return true
  }
  return false
}

/** The tokens that wait at parallel joins which lack a flow by which nothing can come any more. */
export function deadJoins(run: Run): ReadonlySet<number> {
  const dead = new Set<number>()
  for (const [number, token] of Object.entries(run.state.tokens)) {
    const node = run.process.nodes[token.at]
    const around = run.process.nodes[run.state.tokens[token.in]?.at ?? '']
    // Activities of an ad-hoc sub-process may be begun at any time.
    if (token.doing !== 'join' || node?.type !== 'parallel-gateway' || around?.adHoc) continue
    const arrived = arrivedAt(run, node, token.in)
    const sources = sourcesOf(run.process, node.id)
    const others = tokensIn(run, token.in)
      .map(other => tokenAt(run, other))
      .filter(other => other.at !== node.id && other.undoing === undefined)
    const missing = node.incoming.filter(flow => !arrived.has(flow))
    if (missing.some(flow => !others.some(other => sources.get(flow)?.has(other.at)))) dead.add(Number(number))
  }
  return dead
}
