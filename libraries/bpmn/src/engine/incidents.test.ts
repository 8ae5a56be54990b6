import { expect, test } from 'vitest'
import { drive } from '../testing/driver.fixture.ts'
import { flows, processOf } from '../testing/model.fixture.ts'

test('a timer of an event-based gateway that had a wrong value waits after the retry', async () => {
  const process = await processOf(
    `<startEvent id="s"/><eventBasedGateway id="g"/>
    <intermediateCatchEvent id="t"><timerEventDefinition><timeDuration>=d</timeDuration></timerEventDefinition></intermediateCatchEvent>
    <intermediateCatchEvent id="m"><messageEventDefinition messageRef="M"/></intermediateCatchEvent><endEvent id="e1"/><endEvent id="e2"/>
    ${flows('s > g > t > e1', 'g > m > e2')}`,
    '<message id="M" name="M"/>',
  )
  const run = drive(process, { d: 'bad' })
  expect(run.waiting()).toEqual(['incident g'])
  run.instance.data = { d: 'PT1H' }
  run.give({ type: 'retry', id: run.pending('g').id })
  expect(run.waiting()).toEqual(['timer t', 'message m'])
  run.complete('t')
  expect(run.instance.state).toMatchObject({ status: 'completed', tokens: {}, waits: {} })
})

test('a null correlation key addresses nothing: it is an incident until the data has one', async () => {
  const model = (element: string) =>
    processOf(`<startEvent id="s"/>${element}<endEvent id="e"/>${flows('s > x > e')}`, '<message id="M" name="M"/>')
  const caught = drive(await model('<receiveTask id="x" messageRef="M" tereze:key="k"/>'))
  expect(caught.waiting()).toEqual(['incident x'])
  caught.instance.data = { k: 7 }
  caught.give({ type: 'retry', id: caught.pending('x').id })
  expect(caught.pending('x').key).toBe('7')

  const sent = drive(await model('<sendTask id="x" messageRef="M" tereze:key="k"/>'))
  expect(sent.waiting()).toEqual(['incident x'])
  sent.instance.data = { k: 'a' }
  expect(sent.give({ type: 'retry', id: sent.pending('x').id })).toContainEqual(
    expect.objectContaining({ type: 'call', message: 'M', key: 'a' }),
  )

  const thrown = drive(
    await model(
      '<intermediateThrowEvent id="x" tereze:key="k"><messageEventDefinition messageRef="M"/></intermediateThrowEvent>',
    ),
  )
  expect(thrown.instance.effects.map(effect => effect.type)).not.toContain('message-sent')
  thrown.instance.data = { k: 'a' }
  expect(thrown.give({ type: 'retry', id: thrown.pending('x').id })).toContainEqual(
    expect.objectContaining({ type: 'message-sent', name: 'M', key: 'a' }),
  )
  expect(thrown.instance.state.status).toBe('completed')
})
