import { expect, test } from 'vitest'
import { flows, processOf } from '../testing/model.fixture.ts'
import { supportOf } from './support.ts'

const features = async (content: string) => {
  const needed = supportOf(
    await processOf(
      content,
      '<message id="M" name="M"/><signal id="S" name="S"/><escalation id="E" escalationCode="E"/>',
    ),
  )
  return Object.fromEntries(needed.map(({ feature, elements }) => [feature, elements]))
}

test('a process says what it may ask of its host, and which elements do', async () => {
  expect(
    await features(`<startEvent id="by-message"><messageEventDefinition messageRef="M"/></startEvent>
      <userTask id="u"><multiInstanceLoopCharacteristics tereze:collection="xs"/></userTask><serviceTask id="c"/><serviceTask id="computed" camunda:expression="\${a}"/>
      <sendTask id="send" messageRef="M"/><callActivity id="call" calledElement="x"/>
      <boundaryEvent id="late" attachedToRef="c" tereze:term='{"workingDays":2}'><timerEventDefinition/></boundaryEvent>
      <intermediateCatchEvent id="wait"><signalEventDefinition signalRef="S"/></intermediateCatchEvent><intermediateCatchEvent id="if"><conditionalEventDefinition><condition>x</condition></conditionalEventDefinition></intermediateCatchEvent>
      <intermediateThrowEvent id="throw"><escalationEventDefinition escalationRef="E"/></intermediateThrowEvent><adHocSubProcess id="any"><task id="t"/></adHocSubProcess>
      ${flows('by-message > u > c > computed > send > call > wait > if > throw > any')}`),
  ).toEqual({
    'event-starts': ['by-message'],
    tasks: ['u'],
    fragments: ['u'],
    calls: ['c', 'send'],
    'messages-out': ['send'],
    children: ['call'],
    terms: ['late'],
    'signals-in': ['wait'],
    conditions: ['if'],
    'escalations-out': ['throw'],
    'ad-hoc': ['any'],
  })
})

test('a plain process asks for little', async () => {
  expect(await features(`<startEvent id="s"/><userTask id="u"/><endEvent id="e"/>${flows('s > u > e')}`)).toEqual({
    tasks: ['u'],
  })
})
