import { openPackage } from '@tereze/catalogue'
import type { Package } from '@tereze/catalogue/contract'

const flow = (id: string, from: string, to: string, inside = '') =>
  `<bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}">${inside}</bpmn:sequenceFlow>`

/** Start → service task → gateway → user task → end, for Tereze: the service task asks another organisation. */
export const terezeModel = `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:tereze="urn:tereze:bpmn:1" id="d" targetNamespace="urn:bench">
<bpmn:process id="bench" isExecutable="true">
<bpmn:startEvent id="begun"/>
<bpmn:serviceTask id="ask" tereze:step="request-facts" tereze:ref="income" tereze:stage="requests"/>
<bpmn:exclusiveGateway id="enough" default="always"/>
<bpmn:userTask id="look" tereze:role="case-worker" tereze:stage="review"/>
<bpmn:endEvent id="ended" tereze:stage="result"/>
<bpmn:endEvent id="short" tereze:stage="result"/>
${flow('f1', 'begun', 'ask')}${flow('f2', 'ask', 'enough')}${flow('always', 'enough', 'look')}
${flow('rich', 'enough', 'short', '<bpmn:conditionExpression>facts.income.conflict = true</bpmn:conditionExpression>')}
${flow('f3', 'look', 'ended')}
</bpmn:process></bpmn:definitions>`

/** A timer, and then a user task: what waits by the hundred thousand. */
export const timerModel = `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:tereze="urn:tereze:bpmn:1" id="d" targetNamespace="urn:bench">
<bpmn:process id="bench-timer" isExecutable="true">
<bpmn:startEvent id="begun"/>
<bpmn:intermediateCatchEvent id="later"><bpmn:timerEventDefinition id="t"><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
<bpmn:endEvent id="ended"/>
${flow('f1', 'begun', 'later')}${flow('f2', 'later', 'ended')}
</bpmn:process></bpmn:definitions>`

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: expressions of the peer are written so
/** The same process for an engine of the standard without extensions; its condition is given as JavaScript. */
export const plainModel = `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d" targetNamespace="urn:bench">
<bpmn:process id="bench" isExecutable="true">
<bpmn:startEvent id="begun"/>
<bpmn:serviceTask id="ask" implementation="\${environment.services.ask}"/>
<bpmn:exclusiveGateway id="enough" default="always"/>
<bpmn:userTask id="look"/>
<bpmn:endEvent id="ended"/>
<bpmn:endEvent id="short"/>
${flow('f1', 'begun', 'ask')}${flow('f2', 'ask', 'enough')}${flow('always', 'enough', 'look')}
${flow('rich', 'enough', 'short', '<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${environment.variables.rich}</bpmn:conditionExpression>')}
${flow('f3', 'look', 'ended')}
</bpmn:process></bpmn:definitions>`
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: expressions of the peer are written so

/** A published package of a process. */
export function processPackage(id: string, model: string): Package {
  return openPackage({
    kind: 'process',
    id,
    version: '1.0.0',
    hash: `${id}@1.0.0`,
    folder: `processes/${id}`,
    files: { 'process.bpmn': model },
  })
}
