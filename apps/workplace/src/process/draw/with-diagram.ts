/** The model with a diagram: its own, else one that is laid out for it. Rejects when it cannot be laid out. */
export async function withDiagram(xml: string): Promise<string> {
  if (/<(?:[\w-]+:)?BPMNShape[\s>]/.test(xml)) return xml
  const { layoutProcess } = await import('bpmn-auto-layout')
  return layoutProcess(xml)
}
