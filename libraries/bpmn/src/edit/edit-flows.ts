import { changedProcess, freshId, held } from './draft.ts'
import { boxOf, drawBetween } from './draw.ts'
import { containerOf, dropFlow, flowsOf, isNode, newFlow } from './graph.ts'

const FORMAL = 'bpmn:FormalExpression'

/** Leads a flow from one node to another of the same process or sub-process. */
export function connectSteps(xml: string, from: string, to: string): Promise<string> {
  return changedProcess(xml, draft => {
    const [source, target] = [draft.byId.get(from), draft.byId.get(to)]
    if (!isNode(source) || !isNode(target) || containerOf(source) !== containerOf(target)) return false
    if (source.$type === 'bpmn:EndEvent' || target.$type === 'bpmn:StartEvent' || target.$type === 'bpmn:BoundaryEvent')
      return false
    if (flowsOf(draft, source, 'sourceRef').some(flow => held(flow, 'targetRef') === target)) return false
    const flow = newFlow(draft, source, target, freshId(draft, `${from}-to-${to}`))
    drawBetween(draft, flow, boxOf(draft, from), boxOf(draft, to))
    return true
  })
}

/** Removes a flow. */
export function removeFlow(xml: string, id: string): Promise<string> {
  return changedProcess(xml, draft => {
    const flow = draft.byId.get(id)
    if (flow?.$type !== 'bpmn:SequenceFlow') return false
    dropFlow(draft, flow)
    return true
  })
}

/** Sets the condition of a flow, FEEL; null takes it away. A flow with a condition is no default any more. */
export function setCondition(xml: string, id: string, feel: string | null): Promise<string> {
  return changedProcess(xml, draft => {
    const flow = draft.byId.get(id)
    if (flow?.$type !== 'bpmn:SequenceFlow') return false
    const source = held(flow, 'sourceRef')
    if (feel === null || feel.trim() === '') flow.set('conditionExpression', undefined)
    else {
      flow.set('conditionExpression', flow.$model.create(FORMAL, { body: feel }))
      if (source !== undefined && held(source, 'default') === flow) source.set('default', undefined)
    }
    return true
  })
}

/** Makes a flow the one that is taken when no condition holds; it has no condition then. */
export function setDefaultFlow(xml: string, id: string): Promise<string> {
  return changedProcess(xml, draft => {
    const flow = draft.byId.get(id)
    const source = flow?.$type === 'bpmn:SequenceFlow' ? held(flow, 'sourceRef') : undefined
    if (flow === undefined || source === undefined || held(source, 'default') === flow) return false
    source.set('default', flow)
    flow.set('conditionExpression', undefined)
    return true
  })
}
