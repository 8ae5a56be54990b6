import { parseProcess, simulateToEnd } from '@tereze/bpmn'
import { expect, test } from 'vitest'
import { importProcess } from './import-process.ts'
import { flows, processFile, told } from './testing/models.fixture.ts'

const start = '<bpmn:startEvent id="s"/>'
const one = async (element: string, attributes = '', others = '') => {
  const result = await importProcess({ xml: processFile(`${start}${element}${flows('s > a')}`, attributes, others) })
  return { ...result, told: told(result.report), xml: result.files['process.bpmn'] ?? '' }
}
const inside = (extensions: string) => `<bpmn:extensionElements>${extensions}</bpmn:extensionElements>`

async function nodeOf(xml: string, id: string) {
  const parsed = await parseProcess(xml)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.processes[0]?.nodes[id]
}

test('a group becomes the role, a due date that is counted becomes the deadline', async () => {
  const { told, xml } = await one(
    `<bpmn:userTask id="a" camunda:candidateGroups="Case Workers" camunda:dueDate="\${now().plusDays(3)}" camunda:followUpDate="P1D" camunda:assignee="kim"/>`,
  )
  expect(told).toEqual({
    'a @camunda:candidateGroups': 'tereze:role="case-workers"',
    'a @camunda:dueDate': `tereze:deadline='{"calendarDays":3}'`,
    'a @camunda:followUpDate': 'no-follow-up',
    'a @camunda:assignee': 'people-by-role',
  })
  expect((await nodeOf(xml, 'a'))?.attributes).toEqual({ role: 'case-workers', deadline: '{"calendarDays":3}' })
})

test.each([
  ['camunda:dueDate="PT4H"', '{"hours":4}'],
  ['camunda:dueDate="P2W"', '{"calendarDays":14}'],
  [`camunda:dueDate="\${dateTime().plusMonths(1).toDate()}"`, '{"months":1}'],
  ['camunda:dueDate="2026-03-02T12:00:00"', undefined],
  [`camunda:dueDate="\${dueDate}"`, undefined],
])('the due date %s is the term %s', async (attribute, term) => {
  const { xml, told } = await one(`<bpmn:userTask id="a" ${attribute}/>`)
  expect((await nodeOf(xml, 'a'))?.attributes.deadline).toBe(term)
  if (term === undefined) expect(told['a @camunda:dueDate']).toBe('date-not-a-term')
})

test('a task of the one who started is the applicant’s, a task of nobody waits until a role is chosen', async () => {
  const xml = processFile(
    `<bpmn:startEvent id="s" camunda:initiator="who"/><bpmn:userTask id="a" camunda:assignee="\${who}"/><bpmn:userTask id="b" name="Look" camunda:candidateGroups="x,y"/>${flows('s > a > b')}`,
  )
  const { report, files } = await importProcess({ xml })
  expect(told(report)).toEqual({
    's @camunda:initiator': 'applicant',
    'a @camunda:assignee': 'tereze:role="applicant"',
    'b @camunda:candidateGroups': 'one-role',
  })
  expect(report.missing).toEqual([{ element: 'b', what: 'role', hint: 'Look' }])
  expect((await nodeOf(files['process.bpmn'] ?? '', 'b'))?.attributes.role).toBe('unassigned')
})

test('a lane is the role of its tasks that say nothing themselves', async () => {
  const { xml, report } = await one(
    '<bpmn:laneSet id="l"><bpmn:lane id="l1" name="Front office"><bpmn:flowNodeRef>a</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet><bpmn:userTask id="a"/>',
  )
  expect((await nodeOf(xml, 'a'))?.attributes.role).toBe('front-office')
  expect(report.missing).toEqual([])
})

test('a decision is decided by rules, and its value goes where the model wants it', async () => {
  const { told, xml, report } = await one(
    '<bpmn:businessRuleTask id="a" camunda:decisionRef="risk" camunda:resultVariable="level" camunda:mapDecisionResult="singleEntry" camunda:decisionRefBinding="latest"/>',
  )
  expect(told).toEqual({
    'a @camunda:decisionRef': 'tereze:decision="risk"',
    'a @camunda:resultVariable': 'tereze:output',
    'a @camunda:mapDecisionResult': 'no-meaning',
    'a @camunda:decisionRefBinding': 'package-has-one-version',
  })
  expect(await nodeOf(xml, 'a')).toMatchObject({
    attributes: { step: 'decide', decision: 'risk' },
    outputs: [{ target: 'level', source: { feel: 'get value(decisions, "risk")' } }],
  })
  expect(report.missing).toEqual([{ element: 'a', what: 'decision', hint: 'risk' }])
})

test('an expression becomes a script in FEEL, and computes the same', async () => {
  const { xml, told } = await one(
    `<bpmn:serviceTask id="a" camunda:expression="\${x * 2 + (empty y ? 1 : 0)}" camunda:resultVariable="z" camunda:asyncBefore="true"/>`,
  )
  expect(told).toEqual({
    'a @camunda:expression': 'bpmn:scriptTask',
    'a @camunda:resultVariable': 'tereze:result',
    'a @camunda:asyncBefore': 'durable-anyway',
  })
  const parsed = await parseProcess(xml)
  const [process] = parsed.ok ? parsed.processes : []
  if (!process) throw new Error('refused')
  expect(simulateToEnd(process, { now: '2026-03-02T12:00:00.000Z', data: { x: 20 } }).data).toEqual({ x: 20, z: 41 })
})

test('outside work is told by its topic, and a step is missing', async () => {
  const { told, report } = await one(
    `<bpmn:serviceTask id="a" camunda:type="external" camunda:topic="payments">${inside('<camunda:failedJobRetryTimeCycle>R3/PT10M</camunda:failedJobRetryTimeCycle><camunda:properties><camunda:property name="x" value="1"/></camunda:properties>')}</bpmn:serviceTask>`,
  )
  expect(told).toEqual({
    'a @camunda:type': 'work-by-name',
    'a @camunda:topic': 'work-by-name',
    'a camunda:failedJobRetryTimeCycle': 'platform-retries',
    'a camunda:properties': 'free-property',
    'a camunda:properties/camunda:property': 'free-property',
    'a camunda:properties/camunda:property/@name': 'free-property',
    'a camunda:properties/camunda:property/@value': 'free-property',
  })
  expect(report.missing).toEqual([{ element: 'a', what: 'step', hint: 'payments' }])
})

test.each([
  ['<bpmn:serviceTask id="a" camunda:class="org.example.Pay"/>', 'a @camunda:class', 'code-implementation'],
  [
    `<bpmn:sendTask id="a" camunda:delegateExpression="\${bean}"/>`,
    'a @camunda:delegateExpression',
    'code-implementation',
  ],
  ['<bpmn:serviceTask id="a" camunda:type="shell"/>', 'a @camunda:type', 'code-implementation'],
  [`<bpmn:serviceTask id="a" camunda:expression="\${bean.pay(x)}"/>`, 'a @camunda:expression', 'expression-language'],
  [
    `<bpmn:userTask id="a">${inside('<camunda:taskListener class="org.example.X" event="create"/>')}</bpmn:userTask>`,
    'a camunda:taskListener',
    'listener-code',
  ],
  [
    `<bpmn:userTask id="a">${inside(`<camunda:executionListener expression="\${x}" event="start"/>`)}</bpmn:userTask>`,
    'a camunda:executionListener',
    'listener-code',
  ],
  [
    `<bpmn:serviceTask id="a">${inside('<camunda:connector><camunda:connectorId>http</camunda:connectorId></camunda:connector>')}</bpmn:serviceTask>`,
    'a camunda:connector',
    'code-implementation',
  ],
  ['<bpmn:callActivity id="a" camunda:caseRef="c"/>', 'a @camunda:caseRef', 'case-management'],
  [
    '<bpmn:scriptTask id="a" scriptFormat="groovy"><bpmn:script>x</bpmn:script></bpmn:scriptTask>',
    'a',
    'script-language',
  ],
  [
    `<bpmn:serviceTask id="a">${inside('<camunda:inputOutput><camunda:inputParameter name="x"><camunda:script scriptFormat="groovy">1</camunda:script></camunda:inputParameter></camunda:inputOutput>')}</bpmn:serviceTask>`,
    'a camunda:inputOutput/camunda:inputParameter/camunda:script',
    'script-language',
  ],
])('%s is refused at %s: %s', async (element, unit, reason) => {
  const { told } = await one(element)
  expect(told[unit]).toBe(reason)
})

test('mappings become ours: text, expressions, lists, maps', async () => {
  const { xml, told } = await one(
    `<bpmn:userTask id="a">${inside(`<camunda:inputOutput>
    <camunda:inputParameter name="text">=plain</camunda:inputParameter>
    <camunda:inputParameter name="sum">\${a + 1}</camunda:inputParameter>
    <camunda:inputParameter name="list"><camunda:list><camunda:value>x</camunda:value><camunda:value>\${b}</camunda:value></camunda:list></camunda:inputParameter>
    <camunda:inputParameter name="map"><camunda:map><camunda:entry key="k">v</camunda:entry></camunda:map></camunda:inputParameter>
    <camunda:outputParameter name="out">\${sum}</camunda:outputParameter></camunda:inputOutput>`)}</bpmn:userTask>`,
  )
  expect(await nodeOf(xml, 'a')).toMatchObject({
    inputs: [
      { target: 'text', source: { feel: '"=plain"' } },
      { target: 'sum', source: { feel: '(a + 1)' } },
      { target: 'list', source: { feel: '["x", b]' } },
      { target: 'map', source: { feel: '{"k": "v"}' } },
    ],
    outputs: [{ target: 'out', source: { feel: 'sum' } }],
  })
  expect(told['a camunda:inputOutput/camunda:inputParameter[3]/camunda:list/camunda:value[2]']).toBe('tereze:input')
  expect(xml).not.toContain('camunda:')
})

test('a call keeps what it hands over, a repetition its collection, an error its variable', async () => {
  const xml = processFile(
    `${start}<bpmn:callActivity id="a" calledElement="other" camunda:calledElementBinding="version" camunda:calledElementVersion="2">${inside('<camunda:in source="x" target="y"/><camunda:out source="y" target="z"/>')}
    <bpmn:multiInstanceLoopCharacteristics camunda:collection="\${people}" camunda:elementVariable="person"/></bpmn:callActivity>
    <bpmn:boundaryEvent id="b" attachedToRef="a"><bpmn:errorEventDefinition errorRef="e" camunda:errorCodeVariable="code"/></bpmn:boundaryEvent>${flows('s > a')}`,
    '',
    '<bpmn:error id="e" errorCode="E1"/>',
  )
  const { files, report } = await importProcess({ xml })
  const original = await parseProcess(xml)
  const imported = await parseProcess(files['process.bpmn'] ?? '')
  if (!original.ok || !imported.ok) throw new Error('refused')
  const { called, repetition } = imported.processes[0]?.nodes.a ?? {}
  expect({ called, repetition }).toEqual({
    called: original.processes[0]?.nodes.a?.called,
    repetition: original.processes[0]?.nodes.a?.repetition,
  })
  expect(imported.processes[0]?.nodes.b?.events).toEqual(original.processes[0]?.nodes.b?.events)
  expect(report.listed).toEqual([])
  expect(report.refused).toEqual([])
})

test('ids and names of data get the form they have here, wherever they are used', async () => {
  const { xml, report, files } = await one(
    `<bpmn:userTask id="Activity_0X1" name="Ask it"><bpmn:extensionElements><camunda:formData><camunda:formField id="First_name" label="First name" type="string"/></camunda:formData></bpmn:extensionElements></bpmn:userTask>
    <bpmn:exclusiveGateway id="a" default="a-n"/><bpmn:endEvent id="n"/><bpmn:endEvent id="y"/>${flows('a > n')}
    <bpmn:sequenceFlow id="f0" sourceRef="s" targetRef="Activity_0X1"/>
    <bpmn:sequenceFlow id="f" sourceRef="a" targetRef="y"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">\${First_name == 'First_name'}</bpmn:conditionExpression></bpmn:sequenceFlow>`,
  )
  expect(report.renamed).toEqual([
    { kind: 'element', from: 'Claim', to: 'claim' },
    { kind: 'element', from: 'Activity_0X1', to: 'activity-0-x1' },
    { kind: 'data', from: 'First_name', to: 'firstName' },
    { kind: 'form', from: 'Activity_0X1', to: 'activity-0-x1' },
  ])
  const parsed = await parseProcess(xml)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  expect(parsed.processes[0]?.flows.f?.condition).toBe('(firstName = "First_name")')
  expect(JSON.parse(files['messages/kk.json'] ?? '')).toMatchObject({
    'task.activity-0-x1': 'Ask it',
    'field.firstName': 'First name',
  })
})

test('a file that is no BPMN is refused as a whole', async () => {
  for (const [xml, reason] of [
    ['<a', 'not-xml'],
    ['<html/>', 'not-bpmn'],
    ['<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"/>', 'not-bpmn'],
  ])
    expect(await importProcess({ xml: xml ?? '' })).toMatchObject({ files: {}, report: { refused: [{ reason }] } })
})
