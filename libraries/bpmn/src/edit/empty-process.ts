/** A process that begins and ends, to be filled; drawn. */
export function emptyProcess(id: string, names: { readonly start: string; readonly end: string }): string {
  const text = (name: string): string => name.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:tereze="urn:tereze:bpmn:1" id="definitions" targetNamespace="urn:tereze:process:${id}" expressionLanguage="https://www.omg.org/spec/DMN/20230324/FEEL/">
  <bpmn:process id="${id}" isExecutable="true">
    <bpmn:startEvent id="start" name="${text(names.start)}">
      <bpmn:outgoing>begin</bpmn:outgoing>
    </bpmn:startEvent>
    <bpmn:endEvent id="end" name="${text(names.end)}">
      <bpmn:incoming>begin</bpmn:incoming>
    </bpmn:endEvent>
    <bpmn:sequenceFlow id="begin" sourceRef="start" targetRef="end" />
  </bpmn:process>
  <bpmndi:BPMNDiagram id="diagram">
    <bpmndi:BPMNPlane id="plane" bpmnElement="${id}">
      <bpmndi:BPMNShape id="start-shape" bpmnElement="start">
        <dc:Bounds x="142" y="102" width="36" height="36" />
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="end-shape" bpmnElement="end">
        <dc:Bounds x="238" y="102" width="36" height="36" />
      </bpmndi:BPMNShape>
      <bpmndi:BPMNEdge id="begin-edge" bpmnElement="begin">
        <di:waypoint x="178" y="120" />
        <di:waypoint x="238" y="120" />
      </bpmndi:BPMNEdge>
    </bpmndi:BPMNPlane>
  </bpmndi:BPMNDiagram>
</bpmn:definitions>
`
}
