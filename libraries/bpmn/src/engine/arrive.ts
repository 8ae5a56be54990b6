import { isActivity } from '../read/nodes.ts'
import { startActivity } from './activities.ts'
import { joinComplex } from './complex-gateway.ts'
import { throwEvent, waitForEvents } from './events.ts'
import { finish } from './finish.ts'
import { leave } from './flows.ts'
import { joinParallel } from './joins.ts'
import { type Arrival, nodeAt, placeToken, type Run, tell, tokenAt } from './run.ts'

const joining: ReadonlySet<string> = new Set(['parallel-gateway', 'inclusive-gateway', 'complex-gateway'])

/** A token arrives at a node and does what the node asks for (BPMN clause 13). */
export function arrive(run: Run, arrival: Arrival): void {
  if (!run.state.tokens[arrival.in]) return
  const node = nodeAt(run, arrival.node)
  const number = placeToken(run, {
    at: node.id,
    in: arrival.in,
    doing: 'scope',
    ...(arrival.via === undefined ? {} : { via: arrival.via }),
    ...(arrival.local && Object.keys(arrival.local).length > 0 ? { local: { ...arrival.local } } : {}),
    ...(arrival.undoing === undefined ? {} : { undoing: arrival.undoing }),
  })
  if (
    joining.has(node.type) &&
    (node.incoming.length > 1 || (node.type === 'complex-gateway' && arrival.via !== undefined))
  ) {
    tokenAt(run, number).doing = 'join'
    if (node.type === 'parallel-gateway') joinParallel(run, node, arrival.in)
    else if (node.type === 'complex-gateway') joinComplex(run, node, arrival.in)
    return
  }
  tell(run, 'entered', node.id, number)
  if (arrival.occurred) finish(run, number, arrival.content ?? null)
  else if (isActivity(node.type)) startActivity(run, number, node, arrival.instance === true)
  else if (node.type === 'catch-event' || node.type === 'event-based-gateway') waitForEvents(run, number, node)
  else if (node.type === 'throw-event' || node.type === 'end-event') throwEvent(run, number, node)
  else leave(run, number)
}
