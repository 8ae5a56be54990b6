import type { Node } from '../model/process.ts'
import { closeToken } from './close.ts'
import { incident } from './incident.ts'
import { holds, nodeAt, type Run, tell, tokenAt } from './run.ts'

/** The flows a token takes when it leaves a node (BPMN clauses 13.3 and 13.4); undefined when none can be taken. */
function chooseFlows(run: Run, node: Node, scope: number): readonly string[] | undefined {
  const { outgoing } = node
  if (outgoing.length === 0 || node.type === 'parallel-gateway') return outgoing
  const holdsOn = (id: string) => {
    const condition = run.process.flows[id]?.condition
    return condition === undefined || holds(run, scope, condition)
  }
  const others = outgoing.filter(id => id !== node.defaultFlow)
  if (node.type === 'exclusive-gateway') {
    const first = others.find(holdsOn) ?? node.defaultFlow
    return first === undefined ? undefined : [first]
  }
  const taken = others.filter(holdsOn)
  const conditional = taken.some(id => run.process.flows[id]?.condition !== undefined)
  if (node.defaultFlow !== undefined && !conditional) {
    // Beside flows without condition, an activity takes its default when no condition holds; a gateway does not.
    const beside = !node.type.endsWith('-gateway') && others.some(id => run.process.flows[id]?.condition !== undefined)
    if (beside || taken.length === 0) taken.push(node.defaultFlow)
  }
  return taken.length === 0 ? undefined : taken
}

/** Sends a token along a flow. */
export function takeFlow(run: Run, flow: string, scope: number): void {
  const to = run.process.flows[flow]?.to
  if (to === undefined) throw new Error(`no flow ${flow}`)
  tell(run, 'flow', flow, scope)
  run.agenda.push({ node: to, in: scope, via: flow })
}

/** A token leaves its node by the flows whose conditions hold; where none can be taken, it stays as an incident. */
export function leave(run: Run, number: number): void {
  const token = tokenAt(run, number)
  const node = nodeAt(run, token.at)
  const flows = chooseFlows(run, node, token.in)
  if (!flows) {
    incident(run, number, 'no-flow-taken')
    return
  }
  closeToken(run, number, 'left')
  for (const flow of flows) takeFlow(run, flow, token.in)
}
