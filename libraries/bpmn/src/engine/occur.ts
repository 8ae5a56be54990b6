import type { Json } from '../model/json.ts'
import { passBoundary } from './boundary.ts'
import { closeToken, closeWait } from './close.ts'
import { startEventSubProcess } from './event-sub-process.ts'
import { finish } from './finish.ts'
import { nodeAt, type Run, tell, tokenAt } from './run.ts'
import { openWaits, repeatTimer } from './waits.ts'

/** Whether other events of the same node have still to happen (parallel multiple, BPMN clause 10.5.5). */
function othersMissing(run: Run, token: number, node: string): boolean {
  return Object.values(run.state.waits).some(wait => wait.token === token && wait.node === node)
}

/** What was waited for has happened. */
export function occur(run: Run, number: number, content?: Json): void {
  const wait = run.state.waits[number]
  if (!wait) return
  const node = nodeAt(run, wait.node)
  const token = tokenAt(run, wait.token)
  const keeps =
    node.interrupting === false &&
    token.at !== wait.node &&
    (node.type === 'boundary-event' || node.type === 'start-event')
  const all = node.allEvents === true
  if (all || !keeps || wait.kind === 'timer') closeWait(run, number, wait.kind !== 'timer')
  if (all && othersMissing(run, wait.token, wait.node)) return
  if (keeps && all) openWaits(run, wait.token, wait.node)
  else if (keeps && wait.kind === 'timer') repeatTimer(run, wait)
  if (node.type === 'boundary-event') passBoundary(run, wait.token, node.id, content)
  else if (node.type === 'start-event' && token.at !== wait.node)
    startEventSubProcess(run, node.scope, wait.token, content)
  else if (token.at === wait.node) finish(run, wait.token, content ?? null)
  else {
    // An event-based gateway: the first event decides the way.
    const flow = nodeAt(run, token.at).outgoing.find(id => run.process.flows[id]?.to === wait.node)
    closeToken(run, wait.token, 'left')
    if (flow !== undefined) tell(run, 'flow', flow, token.in)
    run.agenda.push({
      node: wait.node,
      in: token.in,
      occurred: true,
      ...(flow === undefined ? {} : { via: flow }),
      ...(content === undefined ? {} : { content }),
    })
  }
}
