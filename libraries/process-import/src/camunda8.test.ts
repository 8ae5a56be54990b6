import { parseProcess } from '@tereze/bpmn'
import { expect, test } from 'vitest'
import { importProcess } from './import-process.ts'
import { flows, processFile, told } from './testing/models.fixture.ts'

const inside = (extensions: string) => `<bpmn:extensionElements>${extensions}</bpmn:extensionElements>`
const one = async (element: string, others = '', forms: { name: string; text: string }[] = []) => {
  const xml = processFile(`<bpmn:startEvent id="s"/>${element}${flows('s > a')}`, '', others)
  const { report, files } = await importProcess({ xml, forms })
  const parsed = await parseProcess(files['process.bpmn'] ?? '')
  return { report, told: told(report), node: parsed.ok ? parsed.processes[0]?.nodes.a : undefined, files }
}
const form = JSON.stringify({
  id: 'claim-form',
  type: 'default',
  components: [{ type: 'textfield', key: 'name', label: 'Name' }],
})

test('a user task of Camunda 8: role, deadline, form', async () => {
  const { told, node } = await one(
    `<bpmn:userTask id="a">${inside('<zeebe:userTask/><zeebe:formDefinition formId="claim-form" bindingType="latest"/><zeebe:assignmentDefinition candidateGroups="=[&#34;clerks&#34;]" candidateUsers="kim"/><zeebe:taskSchedule dueDate="=now() + duration(&#34;P5D&#34;)"/><zeebe:priorityDefinition priority="3"/>')}</bpmn:userTask>`,
    '',
    [{ name: 'x.form', text: form }],
  )
  expect(node?.attributes).toEqual({ role: 'clerks', deadline: '{"calendarDays":5}', form: 'claim-form' })
  expect(told).toMatchObject({
    'a zeebe:userTask': 'bpmn:userTask',
    'a zeebe:formDefinition/@formId': 'forms/claim-form.form.json',
    'a zeebe:assignmentDefinition/@candidateGroups': 'tereze:role="clerks"',
    'a zeebe:assignmentDefinition/@candidateUsers': 'people-by-role',
    'a zeebe:priorityDefinition/@priority': 'no-priority',
  })
})

test('a form that is kept inside the process is found by its key', async () => {
  const xml = processFile(
    `${inside(`<zeebe:userTaskForm id="userTaskForm_1">${form.replaceAll('"', '&#34;')}</zeebe:userTaskForm>`)}<bpmn:startEvent id="s"/>
    <bpmn:userTask id="a">${inside('<zeebe:formDefinition formKey="camunda-forms:bpmn:userTaskForm_1"/>')}</bpmn:userTask>${flows('s > a')}`,
  )
  const { files, report } = await importProcess({ xml })
  expect(JSON.parse(files['forms/claim-form.form.json'] ?? '')).toMatchObject({
    pages: [{ items: [{ field: '/name', as: 'text' }] }],
  })
  expect(told(report)['a zeebe:formDefinition/@formKey']).toBe('forms/claim-form.form.json')
})

test('a script, a decision, a call, a repetition, a subscription', async () => {
  expect(
    (
      await one(
        `<bpmn:scriptTask id="a">${inside('<zeebe:script expression="=x + 1" resultVariable="y"/>')}</bpmn:scriptTask>`,
      )
    ).node?.script,
  ).toEqual({ feel: 'x + 1', result: 'y' })
  expect(
    (
      await one(
        `<bpmn:businessRuleTask id="a">${inside('<zeebe:calledDecision decisionId="risk" resultVariable="r" bindingType="latest"/>')}</bpmn:businessRuleTask>`,
      )
    ).node,
  ).toMatchObject({
    attributes: { step: 'decide', decision: 'risk' },
    outputs: [{ target: 'r' }],
  })
  const call = await one(
    `<bpmn:callActivity id="a">${inside('<zeebe:calledElement processId="other" propagateAllChildVariables="false" bindingType="versionTag" versionTag="v2"/><zeebe:ioMapping><zeebe:input source="=order.id" target="id"/><zeebe:output source="=done" target="order.done"/></zeebe:ioMapping>')}
    <bpmn:multiInstanceLoopCharacteristics>${inside('<zeebe:loopCharacteristics inputCollection="=items" inputElement="item" outputCollection="all" outputElement="=done"/>')}</bpmn:multiInstanceLoopCharacteristics></bpmn:callActivity>`,
  )
  expect(call.node).toMatchObject({
    called: { process: { text: 'other' }, binding: { kind: 'tag', tag: { text: 'v2' } } },
    repetition: { collection: 'items', element: 'item', output: { collection: 'all', element: 'done' } },
    inputs: [{ target: 'id', source: { feel: 'order.id' } }],
    outputs: [{ target: 'order.done', source: { feel: 'done' } }],
  })
  expect(call.told['a zeebe:calledElement/@propagateAllChildVariables']).toBe('data-of-call')
  expect(call.told['a multiInstanceLoopCharacteristics/zeebe:loopCharacteristics/@outputElement']).toBe('tereze:result')
  const message = await one(
    '<bpmn:receiveTask id="a" messageRef="m"/>',
    `<bpmn:message id="m" name="paid">${inside('<zeebe:subscription correlationKey="=order.id"/>')}</bpmn:message>`,
  )
  expect(message.node?.events).toEqual([{ type: 'message', name: { text: 'paid' }, key: 'order.id' }])
})

test('work by job type needs a step, listeners are refused', async () => {
  const { told, report } = await one(
    `<bpmn:serviceTask id="a">${inside('<zeebe:taskDefinition type="pay" retries="3"/><zeebe:taskHeaders><zeebe:header key="k" value="v"/></zeebe:taskHeaders><zeebe:executionListeners><zeebe:executionListener eventType="start" type="log"/></zeebe:executionListeners>')}</bpmn:serviceTask>`,
  )
  expect(told).toMatchObject({
    'a zeebe:taskDefinition/@type': 'work-by-name',
    'a zeebe:taskDefinition/@retries': 'platform-retries',
    'a zeebe:taskHeaders/zeebe:header/@key': 'free-property',
    'a zeebe:executionListeners/zeebe:executionListener/@type': 'listener-code',
  })
  expect(report.missing).toEqual([{ element: 'a', what: 'step', hint: 'pay' }])
})

test('the version of the model is that of the package', async () => {
  const xml = processFile(`${inside('<zeebe:versionTag value="2.1.0"/>')}<bpmn:startEvent id="s"/>`)
  expect(JSON.parse((await importProcess({ xml })).files['process.json'] ?? '')).toMatchObject({
    id: 'claim',
    version: '2.1.0',
  })
})
