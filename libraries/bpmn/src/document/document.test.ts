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

const file = (content: string) =>
  `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d" targetNamespace="urn:t">${content}</definitions>`

async function rewritten(xml: string): Promise<string> {
  const document = await readDocument(xml)
  expect(document?.lost).toEqual([])
  return document ? (await writeDocument(document)).replaceAll(/>\s+</g, '><') : ''
}

test.each([
  '<correlationProperty id="cp"><correlationPropertyRetrievalExpression id="re" messageRef="m"><messagePath id="mp">x/y</messagePath></correlationPropertyRetrievalExpression></correlationProperty>',
  '<process id="p"><correlationSubscription id="cs"><correlationPropertyBinding id="cb"><dataPath id="dp">z</dataPath></correlationPropertyBinding></correlationSubscription></process>',
  '<process id="p"><userTask id="u"><multiInstanceLoopCharacteristics><complexBehaviorDefinition id="q"><condition id="c">x</condition><event id="e"><signalEventDefinition id="z" /></event></complexBehaviorDefinition></multiInstanceLoopCharacteristics></userTask></process>',
  '<process id="p"><laneSet id="ls"><lane id="l"><partitionElement xsi:type="tTextAnnotation" id="pe"><text>a</text></partitionElement></lane></laneSet></process>',
])('elements keep their names: %s', async content => {
  expect(await rewritten(file(content))).toContain(content)
})

test('comments stay by the elements at which they stood', async () => {
  const content =
    '<!-- a --><process id="p"><!-- b --><startEvent id="s" /><userTask id="u"><!-- c --></userTask><!-- d --></process><!-- e -->'
  const written = await rewritten(`<!-- head -->${file(content)}<!-- tail -->`)
  expect(written).toContain(content)
  expect(written).toMatch(/<!-- head -->\s*<definitions/)
  expect(written).toMatch(/<\/definitions>\s*<!-- tail -->/)
  expect(await rewritten(written)).toBe(written)
})
