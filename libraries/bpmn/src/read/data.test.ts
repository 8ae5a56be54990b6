import { expect, test } from 'vitest'
import { drive } from '../testing/driver.fixture.ts'
import { flows, problemsOf, processOf } from '../testing/model.fixture.ts'

const objects = '<dataObject id="o" name="order"/><dataObjectReference id="ref" dataObjectRef="o"/>'
const io = (inside: string) =>
  `<ioSpecification><dataInput id="in" name="x"/><dataOutput id="out" name="y"/><inputSet/><outputSet/></ioSpecification>${inside}`
const copyIn = '<dataInputAssociation><sourceRef>ref</sourceRef><targetRef>in</targetRef></dataInputAssociation>'
const copyOut = '<dataOutputAssociation><sourceRef>out</sourceRef><targetRef>ref</targetRef></dataOutputAssociation>'

test('plain data associations copy', async () => {
  const run = drive(
    await processOf(
      `${objects}<startEvent id="s"/><userTask id="u">${io(copyIn + copyOut)}</userTask>${flows('s > u')}`,
    ),
    { order: 1 },
  )
  expect(run.pending('u').local).toEqual({ x: 1 })
  run.complete('u', { y: 2 })
  expect(run.instance.data).toEqual({ order: 2 })
})

test('associations that are only drawn move no data', async () => {
  const process = await processOf(
    `${objects}<startEvent id="s"/><userTask id="u"><property id="p" name="__targetRef_placeholder"/><dataInputAssociation><sourceRef>ref</sourceRef><targetRef>p</targetRef></dataInputAssociation></userTask>${flows('s > u')}`,
  )
  expect(process.nodes.u?.inputs).toBeUndefined()
})

test('a copy of something whose name is no variable is refused', async () => {
  const named = objects.replace('name="order"', 'name="Application form"')
  expect(
    await problemsOf(`${named}<startEvent id="s"/><userTask id="u">${io(copyIn)}</userTask>${flows('s > u')}`),
  ).toEqual(['data-association u'])
  const store = '<dataStoreReference id="ref" name="register"/>'
  expect(
    await problemsOf(`${store}<startEvent id="s"/><userTask id="u">${io(copyIn)}</userTask>${flows('s > u')}`),
  ).toEqual(['data-association u'])
})

test('data objects of a sub-process and properties of an activity are its own', async () => {
  const run = drive(
    await processOf(
      `<startEvent id="s"/><subProcess id="sub"><property id="p" name="note"/><dataObject id="o" name="draft"/><startEvent id="i"/>
        <scriptTask id="t"><script>{ draft: 1, note: 2, kept: 3 }</script></scriptTask><userTask id="u"/>${flows('i > t > u')}</subProcess>${flows('s > sub')}`,
    ),
  )
  expect(run.instance.data).toEqual({ kept: 3 })
  expect(run.pending('u').local).toEqual({ draft: 1, note: 2 })
})

test('a correlation subscription is refused with a reason', async () => {
  expect(
    await problemsOf(
      `<startEvent id="s"/><correlationSubscription id="cs" correlationKeyRef="ck"/>`,
      '<collaboration id="c"><correlationKey id="ck"/></collaboration>',
    ),
  ).toContain('correlation-subscription cs')
})

test('a repeated activity collects what its standard data output says', async () => {
  const run = drive(
    await processOf(
      `<dataObject id="o" name="people"/><dataObjectReference id="people" dataObjectRef="o"/><dataObject id="a" name="answers"/><dataObjectReference id="answers" dataObjectRef="a"/>
      <startEvent id="s"/><userTask id="u"><ioSpecification><dataInput id="in" name="list"/><dataOutput id="out" name="results"/><inputSet/><outputSet/></ioSpecification>
        <dataInputAssociation><sourceRef>people</sourceRef><targetRef>in</targetRef></dataInputAssociation><dataOutputAssociation><sourceRef>out</sourceRef><targetRef>answers</targetRef></dataOutputAssociation>
        <multiInstanceLoopCharacteristics><loopDataInputRef>in</loopDataInputRef><loopDataOutputRef>out</loopDataOutputRef><inputDataItem id="it" name="person"/><outputDataItem id="ot" name="answer"/></multiInstanceLoopCharacteristics></userTask>${flows('s > u')}`,
    ),
    { people: ['a', 'b'] },
  )
  expect(run.pending('u').local).toMatchObject({ person: 'a' })
  run.complete('u', { answer: 5 })
  run.complete('u', { answer: 6 })
  expect(run.instance.data).toEqual({ people: ['a', 'b'], answers: [5, 6] })
})
