import { openPackage } from '@tereze/catalogue'
import { expect, test } from 'vitest'
import { checkProcess } from './package-support.ts'

async function problems(inside: string): Promise<string[]> {
  const bpmn = `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:tereze="urn:tereze:bpmn:1" id="d" targetNamespace="urn:x">
  <bpmn:message id="m" name="m"/><bpmn:process id="p" isExecutable="true"><bpmn:startEvent id="s"/><bpmn:sequenceFlow id="s-x" sourceRef="s" targetRef="x"/>${inside}<bpmn:sequenceFlow id="x-e" sourceRef="x" targetRef="e"/><bpmn:endEvent id="e"/></bpmn:process></bpmn:definitions>`
  const pack = openPackage({
    kind: 'process',
    id: 'p',
    version: '1.0.0',
    hash: 'h',
    folder: 'processes/p',
    files: { 'process.bpmn': bpmn },
  })
  return (await checkProcess(pack)).map(
    ({ pointer, code, params }) => `${pointer} ${code} ${Object.values(params).join()}`,
  )
}

test('what cases carry out is published', async () => {
  expect(await problems('<bpmn:userTask id="x" tereze:role="case-worker"/>')).toEqual([])
  expect(await problems('<bpmn:serviceTask id="x" tereze:step="notify"/>')).toEqual([])
})

test('a call bound to a deployment, an ad-hoc sub-process, a step that there is not and a task for nobody are told with their element', async () => {
  expect(await problems('<bpmn:callActivity id="x" calledElement="other"/>')).toEqual([])
  expect(
    await problems('<bpmn:callActivity id="x" calledElement="other" tereze:calledElementBinding="deployment"/>'),
  ).toEqual(['/x package.process-unsupported children'])
  expect(await problems('<bpmn:receiveTask id="x" messageRef="m"/>')).toEqual([])
  expect(await problems('<bpmn:sendTask id="x" messageRef="m"/>')).toEqual([])
  expect(
    await problems(
      '<bpmn:adHocSubProcess id="x"><bpmn:userTask id="y" tereze:role="case-worker"/></bpmn:adHocSubProcess>',
    ),
  ).toEqual(['/x package.process-unsupported ad-hoc'])
  expect(await problems('<bpmn:serviceTask id="x" tereze:step="nonsense"/>')).toEqual([
    '/x package.step-unknown nonsense',
  ])
  expect(await problems('<bpmn:serviceTask id="x" tereze:step="record-act" tereze:ref="suspension"/>')).toEqual([
    '/x package.act-unknown suspension',
  ])
  expect(await problems('<bpmn:userTask id="x"/>')).toEqual(['/x package.task-without-role '])
})
