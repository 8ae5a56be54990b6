import type { Node } from '../model/process.ts'
import { closeToken } from './close.ts'
import { sourcesOf } from './reach.ts'
import { type Run, tell, tokenAt, tokensIn } from './run.ts'

/** The oldest token waiting at a gateway for each incoming flow that has brought one. */
export function arrivedAt(run: Run, node: Node, scope: number): Map<string, number> {
  const arrived = new Map<string, number>()
  for (const number of tokensIn(run, scope)) {
    const token = tokenAt(run, number)
    if (token.at !== node.id || token.doing !== 'join' || token.fired || token.via === undefined) continue
    if (!arrived.has(token.via)) arrived.set(token.via, number)
  }
  return arrived
}

/** Takes one token from each of these, and one goes on in their place. */
export function merge(run: Run, arrived: ReadonlyMap<string, number>): number {
  const [first, ...rest] = [...arrived.values()]
  if (first === undefined) throw new Error('nothing to join')
  for (const number of rest) closeToken(run, number, 'silently')
  tell(run, 'entered', tokenAt(run, first).at, first)
  return first
}

/** Whether a token elsewhere can still come by an empty flow and not by one that has its token already. */
export function mayStillCome(run: Run, node: Node, scope: number, arrived: (flow: string) => boolean): boolean {
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
