/** The BPMN 2.0 model. */
export const bpmnUri = 'http://www.omg.org/spec/BPMN/20100524/MODEL'

/** Our own extensions. */
export const terezeUri = 'urn:tereze:bpmn:1'

const vendors: Readonly<Record<string, string>> = {
  [terezeUri]: 'tereze',
  'http://camunda.org/schema/1.0/bpmn': 'camunda',
  'http://activiti.org/bpmn': 'camunda',
  'http://www.camunda.com/fox': 'camunda',
  'http://camunda.org/schema/zeebe/1.0': 'zeebe',
  'http://camunda.org/schema/modeler/1.0': 'modeler',
}

const standard: ReadonlySet<string> = new Set([
  '',
  bpmnUri,
  'http://www.omg.org/spec/BPMN/20100524/DI',
  'http://www.omg.org/spec/DD/20100524/DI',
  'http://www.omg.org/spec/DD/20100524/DC',
  'http://www.w3.org/2001/XMLSchema-instance',
  'http://www.w3.org/XML/1998/namespace',
  'prefix:xmlns',
])

/**
 * Whose extension a namespace is: `tereze`, `camunda` (7, with its older names), `zeebe` (8), `modeler`, `other`;
 * undefined when it belongs to BPMN 2.0 or to XML itself.
 */
export function vendorOf(uri: string): string | undefined {
  return standard.has(uri) ? undefined : (vendors[uri] ?? 'other')
}
