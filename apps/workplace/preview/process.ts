const shapes = [
  ['start', 'startEvent', '', 40, 82, 36, 36],
  ['register', 'serviceTask', 'tereze:step="record-act"', 130, 60, 110, 80],
  ['request', 'serviceTask', 'tereze:step="request-facts"', 290, 60, 110, 80],
  ['eligibility', 'businessRuleTask', 'tereze:decision="eligibility"', 450, 60, 110, 80],
  ['gateway', 'exclusiveGateway', '', 610, 75, 50, 50],
  ['review', 'userTask', 'tereze:role="case-worker"', 580, 200, 110, 80],
  ['late', 'boundaryEvent', 'attachedToRef="review"', 660, 262, 36, 36],
  ['payment', 'sendTask', 'tereze:step="order-payment"', 740, 60, 110, 80],
  ['notify', 'sendTask', 'tereze:step="notify"', 900, 60, 110, 80],
  ['end', 'endEvent', '', 1060, 82, 36, 36],
] as const
const arrows = [
  ['start', 'register', [76, 100, 130, 100]],
  ['register', 'request', [240, 100, 290, 100]],
  ['request', 'eligibility', [400, 100, 450, 100]],
  ['eligibility', 'gateway', [560, 100, 610, 100]],
  ['gateway', 'review', [635, 125, 635, 200]],
  ['gateway', 'payment', [660, 100, 740, 100]],
  ['review', 'payment', [690, 240, 795, 240, 795, 140]],
  ['payment', 'notify', [850, 100, 900, 100]],
  ['notify', 'end', [1010, 100, 1060, 100]],
] as const

const pairs = (points: readonly number[]) =>
  points.flatMap((x, index) => (index % 2 === 0 ? `<di:waypoint x="${x}" y="${points[index + 1]}"/>` : [])).join('')

/** A small process with its diagram, as a case carries it. */
export const processXml = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
  xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:tereze="urn:tereze:bpmn:1">
<bpmn:process id="sample">
${shapes.map(([id, tag, attribute]) => `<bpmn:${tag} id="${id}" ${attribute}/>`).join('\n')}
${arrows.map(([from, to]) => `<bpmn:sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}"/>`).join('\n')}
</bpmn:process>
<bpmndi:BPMNDiagram><bpmndi:BPMNPlane bpmnElement="sample">
${shapes
  .map(
    ([id, , , x, y, width, height]) =>
      `<bpmndi:BPMNShape bpmnElement="${id}"><dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}"/></bpmndi:BPMNShape>`,
  )
  .join('\n')}
${arrows
  .map(
    ([from, to, points]) =>
      `<bpmndi:BPMNEdge id="${from}-${to}-edge" bpmnElement="${from}-${to}">${pairs(points)}</bpmndi:BPMNEdge>`,
  )
  .join('\n')}
</bpmndi:BPMNPlane></bpmndi:BPMNDiagram></bpmn:definitions>`
