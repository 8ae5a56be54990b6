import { expect, test } from 'vitest'
import { checkFeel } from '../expression/feel.ts'
import { fileOf, flows, problemsOf, processOf } from '../testing/model.fixture.ts'
import { parseProcess } from './parse-process.ts'

test('a model becomes plain JSON with its extension attributes', async () => {
  const process = await processOf(`
    <laneSet><lane id="office" name="Office" tereze:role="registrar"><flowNodeRef>check</flowNodeRef></lane></laneSet>
    <startEvent id="start"/><userTask id="check" name="Check" tereze:stage="review" tereze:form="check" camunda:assignee="demo"/>
    <serviceTask id="pay" tereze:step="order-payment" tereze:ref="benefit"/><endEvent id="end"/>
    ${flows('start > check > pay > end')}`)
  expect(process.nodes.check).toEqual({
    id: 'check',
    type: 'user-task',
    name: 'Check',
    scope: 'process',
    lane: 'office',
    incoming: ['start-check'],
    outgoing: ['check-pay'],
    attributes: { role: 'registrar', stage: 'review', form: 'check', 'camunda:assignee': 'demo' },
  })
  expect(process.nodes.pay?.attributes).toEqual({ step: 'order-payment', ref: 'benefit' })
  expect(process.beginnings).toEqual([{ node: 'start', events: [] }])
  expect(JSON.parse(JSON.stringify(process))).toEqual(process)
})

test.each([
  ['not-xml', 'this is not XML'],
  ['not-bpmn', '<html xmlns="http://www.w3.org/1999/xhtml"/>'],
  ['no-executable-process', fileOf('<process id="p" isExecutable="false"/>')],
])('a file is refused: %s', async (code, xml) => {
  expect(await parseProcess(xml)).toMatchObject({ ok: false, problems: [{ code }] })
})

test.each([
  ['unknown-element choreography', '<startEvent id="s"/><choreography id="x"/>', 'unknown-element choreography'],
  [
    'a flow to nowhere',
    '<startEvent id="s"/><sequenceFlow id="f" sourceRef="s" targetRef="gone"/>',
    'dangling-reference f',
  ],
  [
    'a flow into a sub-process',
    `<startEvent id="s"/><subProcess id="sub"><startEvent id="t"/></subProcess>${flows('s > t')}`,
    'flow-not-allowed s-t',
  ],
  ['no start', '<boundaryEvent id="b" attachedToRef="b"><timerEventDefinition/></boundaryEvent>', 'no-start process'],
  ['an error start of a process', '<startEvent id="s"><errorEventDefinition/></startEvent>', 'event-not-allowed s'],
  [
    'a gateway without way on',
    `<startEvent id="s"/><exclusiveGateway id="g"/>${flows('s > g')}`,
    'no-end-of-gateway g',
  ],
  [
    'flows without condition',
    `<startEvent id="s"/><exclusiveGateway id="g"/><task id="a"/><task id="b"/>${flows('s > g > a', 'g > b')}`,
    'condition-missing g-a',
  ],
  [
    'a link to nowhere',
    `<startEvent id="s"/><intermediateThrowEvent id="l"><linkEventDefinition name="x"/></intermediateThrowEvent>${flows('s > l')}`,
    'link-unmatched l',
  ],
  [
    'compensation without handler',
    `<startEvent id="s"/><task id="a"/><boundaryEvent id="b" attachedToRef="a"><compensateEventDefinition/></boundaryEvent>${flows('s > a')}`,
    'compensation-without-handler b',
  ],
  [
    'no number of instances',
    `<startEvent id="s"/><task id="a"><multiInstanceLoopCharacteristics/></task>${flows('s > a')}`,
    'repetition-without-number a',
  ],
  [
    'a timer that is none',
    '<startEvent id="s"><timerEventDefinition><timeDuration>tomorrow</timeDuration></timerEventDefinition></startEvent>',
    'timer-format s',
  ],
  [
    'a Java method',
    `<startEvent id="s"/><exclusiveGateway id="g" default="g-a"/><task id="a"/>${flows('s > g > a')}<sequenceFlow id="f" sourceRef="g" targetRef="a"><conditionExpression>\${bean.check(x)}</conditionExpression></sequenceFlow>`,
    'expression-language f',
  ],
  [
    'a script in another language',
    `<startEvent id="s"/><scriptTask id="a" scriptFormat="groovy"><script>x = 1</script></scriptTask>${flows('s > a')}`,
    'script-language a',
  ],
  [
    'a Java class',
    `<startEvent id="s"/><serviceTask id="a" camunda:class="org.Pay"/>${flows('s > a')}`,
    'code-implementation a',
  ],
  [
    'a CMMN case',
    `<startEvent id="s"/><callActivity id="a" camunda:caseRef="c"/>${flows('s > a')}`,
    'case-management a',
  ],
  [
    'cancel outside of a transaction',
    `<startEvent id="s"/><endEvent id="e"><cancelEventDefinition/></endEvent>${flows('s > e')}`,
    'event-not-allowed e',
  ],
  [
    'cancel without a way on',
    `<startEvent id="s"/><transaction id="tx"><startEvent id="i"/><endEvent id="e"><cancelEventDefinition/></endEvent>${flows('i > e')}</transaction>${flows('s > tx')}`,
    'cancel-without-boundary tx',
  ],
  [
    'cancel in a sub-process of a transaction',
    `<startEvent id="s"/><transaction id="tx"><startEvent id="i"/><subProcess id="p"><startEvent id="j"/><endEvent id="e"><cancelEventDefinition/></endEvent>${flows('j > e')}</subProcess>${flows('i > p')}</transaction>${flows('s > tx')}`,
    'event-not-allowed e',
  ],
  [
    'compensation of an activity elsewhere',
    `<startEvent id="s"/><subProcess id="p"><startEvent id="i"/><endEvent id="e"><compensateEventDefinition activityRef="a"/></endEvent>${flows('i > e')}</subProcess><task id="a"/>${flows('s > a > p')}`,
    'compensation-out-of-reach e',
  ],
  ['several tokens at once', `<startEvent id="s"/><task id="a" startQuantity="2"/>${flows('s > a')}`, 'quantity a'],
  ['several tokens out', `<startEvent id="s"/><task id="a" completionQuantity="2"/>${flows('s > a')}`, 'quantity a'],
  ['what nothing leads to', `<startEvent id="s"/><task id="a"/><task id="b"/>${flows('s > a')}`, 'not-reached b'],
  [
    'a condition after a parallel gateway',
    `<startEvent id="s"/><parallelGateway id="g"/><task id="a"/>${flows('s > g')}<sequenceFlow id="f" sourceRef="g" targetRef="a"><conditionExpression>x</conditionExpression></sequenceFlow>`,
    'condition-not-allowed f',
  ],
  [
    'a parallel event-based gateway in the middle',
    `<startEvent id="s"/><eventBasedGateway id="g" eventGatewayType="Parallel"/><receiveTask id="a"/><receiveTask id="b"/>${flows('s > g > a', 'g > b')}`,
    'event-gateway g',
  ],
  [
    'an event-based gateway to a repeated task',
    `<startEvent id="s"/><eventBasedGateway id="g"/><receiveTask id="a"><multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics></receiveTask>${flows('s > g > a')}`,
    'event-gateway g-a',
  ],
  [
    'an event-based gateway to a task with a boundary event',
    `<startEvent id="s"/><eventBasedGateway id="g"/><receiveTask id="a"/><boundaryEvent id="b" attachedToRef="a"><errorEventDefinition/></boundaryEvent>${flows('s > g > a')}`,
    'event-gateway g-a',
  ],
  [
    'an event-based gateway to what is also reached otherwise',
    `<startEvent id="s"/><parallelGateway id="f"/><eventBasedGateway id="g"/><receiveTask id="a"/>${flows('s > f > g > a', 'f > a')}`,
    'event-gateway g-a',
  ],
  [
    'events of a repetition',
    `<startEvent id="s"/><task id="a"><multiInstanceLoopCharacteristics behavior="None"><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics></task>${flows('s > a')}`,
    'multi-instance-behavior a',
  ],
  [
    'an error among events that are all needed',
    `<startEvent id="s"/><task id="a"/><boundaryEvent id="b" attachedToRef="a" parallelMultiple="true"><errorEventDefinition/><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></boundaryEvent>${flows('s > a')}`,
    'event-not-allowed b',
  ],
  ['a message without name', '<startEvent id="s"><messageEventDefinition/></startEvent>', 'missing-attribute s'],
  ['two elements of one id', '<startEvent id="s"/><task id="s"/>', 'duplicate-id s'],
])('%s is refused with element and reason', async (_, content, problem) => {
  expect(await problemsOf(content)).toContain(problem)
})

test('FEEL that does not compile is refused when it is checked', async () => {
  const xml = fileOf(
    `<process id="p" isExecutable="true"><startEvent id="s"/><scriptTask id="a"><script>1 +</script></scriptTask>${flows('s > a')}</process>`,
  )
  expect((await parseProcess(xml)).ok).toBe(true)
  expect(await parseProcess(xml, { check: checkFeel })).toMatchObject({
    ok: false,
    problems: [{ code: 'expression-invalid', element: 'a' }],
  })
})

test('what XML allows is read: spaces around =, spaces in ids, qualified references', async () => {
  const xml = `<definitions xmlns = "http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:x" xmlns:own='urn:x'>
    <message id=" m " name = "a = b"/><!-- id = "no" --><process id="p"><startEvent id="s "><messageEventDefinition messageRef="own:m"/></startEvent></process></definitions>`
  expect(await parseProcess(xml)).toMatchObject({
    ok: true,
    processes: [{ beginnings: [{ node: 's', events: [{ type: 'message', name: { text: 'a = b' } }] }] }],
  })
  expect(await parseProcess(xml.replace('own:m', 'other:m'))).toMatchObject({
    ok: false,
    problems: [{ code: 'dangling-reference', element: 's', params: { property: 'messageRef' } }],
  })
})

test('what Camunda 7 models say besides the standard is understood', async () => {
  const process =
    await processOf(`<startEvent id="s"/><userTask id="a"><potentialOwner><resourceAssignmentExpression><formalExpression>group(head)</formalExpression></resourceAssignmentExpression></potentialOwner>
    <multiInstanceLoopCharacteristics><loopDataInputRef>people</loopDataInputRef><inputDataItem name="person"/></multiInstanceLoopCharacteristics></userTask>
    <boundaryEvent id="b" attachedToRef="a"><errorEventDefinition errorRef="no-money"/></boundaryEvent>${flows('s > a')}`)
  expect(process.nodes.a?.attributes).toEqual({ 'bpmn:PotentialOwner': 'group(head)' })
  expect(process.nodes.a?.repetition).toMatchObject({ collection: 'people', element: 'person' })
  expect(process.nodes.b?.events).toEqual([{ type: 'error', code: 'no-money' }])
})

test('leftovers of other products may be read, and never run', async () => {
  const xml = fileOf(`<process id="p" isExecutable="true"><startEvent id="s"/><task id="a"/></process>`)
  expect(await parseProcess(xml)).toMatchObject({ ok: false, problems: [{ code: 'not-reached', element: 'a' }] })
  expect((await parseProcess(xml, { unreached: 'leave' })).ok).toBe(true)
})

test('the innermost lane gives the role, also to what lies in a sub-process', async () => {
  const process = await processOf(
    `<laneSet id="ls"><lane id="outer" tereze:role="outer"><flowNodeRef>u</flowNodeRef><flowNodeRef>v</flowNodeRef><flowNodeRef>sub</flowNodeRef>
      <childLaneSet id="cls"><lane id="inner" tereze:role="inner"><flowNodeRef>u</flowNodeRef></lane><lane id="plain"><flowNodeRef>sub</flowNodeRef></lane></childLaneSet></lane></laneSet>
    <startEvent id="s"/><userTask id="u"/><userTask id="v" tereze:role="own"/><subProcess id="sub"><userTask id="w"/></subProcess>${flows('s > u > v > sub')}`,
  )
  expect(['u', 'v', 'w'].map(id => process.nodes[id]?.attributes.role)).toEqual(['inner', 'own', 'outer'])
  expect(process.nodes.u?.lane).toBe('inner')
})
