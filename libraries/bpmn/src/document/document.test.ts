import { expect, test } from 'vitest'
import { readDocument, writeDocument } from './document.ts'

const xml = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:x="urn:x" id="d" targetNamespace="urn:t">
  <interface id="i" name="I"><operation id="o" name="O"><inMessageRef>x:elsewhere</inMessageRef></operation></interface>
  <process id="p"><extensionElements><x:a b="1" x:b="2">text</x:a></extensionElements><startEvent id="s" x:color="red" /></process>
  <bpmndi:BPMNDiagram id="di"><bpmndi:BPMNPlane id="plane" bpmnElement="p"><bpmndi:BPMNEdge id="e" messageVisibleKind="initiating" /></bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</definitions>`

test('what the file says is written again: extensions, outside references, the diagram', async () => {
  const document = await readDocument(xml)
  expect(document?.lost).toEqual([])
  const written = document ? await writeDocument(document) : ''
  for (const part of ['x:elsewhere', '<x:a b="1" x:b="2">', 'x:color="red"', 'messageVisibleKind="initiating"'])
    expect(written).toContain(part)
  const again = await readDocument(written)
  expect(again ? await writeDocument(again) : '').toBe(written)
})

test('what cannot be understood is told, and what is not BPMN is not read', async () => {
  const document = await readDocument(xml.replace('<startEvent id="s"', '<choreography id="c"/><startEvent id="s"'))
  expect(document?.lost).toEqual([expect.stringContaining('choreography')])
  expect(await readDocument('<html/>')).toBeUndefined()
})
