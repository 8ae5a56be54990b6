import { expect, test } from 'vitest'
import { drive } from '../testing/driver.fixture.ts'
import { flows, processOf } from '../testing/model.fixture.ts'

const roots = '<message id="M" name="M"/><message id="N" name="N"/><signal id="S" name="S"/>'
const says = (target: string, source: string) =>
  `<extensionElements><tereze:input target="${target}" source="=${source}"/></extensionElements>`

test('what is thrown or sent says what its input mappings say, with its key', async () => {
  const run = drive(
    await processOf(
      `<startEvent id="s"/><intermediateThrowEvent id="m" tereze:key="k">${says('order.sum', 'a + 1')}<messageEventDefinition messageRef="M"/></intermediateThrowEvent>
      <intermediateThrowEvent id="g">${says('x', 'a')}<signalEventDefinition signalRef="S"/></intermediateThrowEvent>
      <sendTask id="t" messageRef="N" tereze:key="k">${says('y', 'a * 2')}</sendTask>${flows('s > m > g > t')}`,
      roots,
    ),
    { a: 1, k: 'key' },
  )
  expect(run.instance.effects).toContainEqual(
    expect.objectContaining({ type: 'message-sent', name: 'M', key: 'key', content: { order: { sum: 2 } } }),
  )
  expect(run.instance.effects).toContainEqual(
    expect.objectContaining({ type: 'signal-thrown', name: 'S', content: { x: 1 } }),
  )
  expect(run.instance.effects).toContainEqual(
    expect.objectContaining({ type: 'call', kind: 'send', message: 'N', key: 'key', content: { y: 2 } }),
  )
})

test('what a signal says reaches those who wait for it', async () => {
  const run = drive(
    await processOf(
      `<startEvent id="s"/><parallelGateway id="f"/><userTask id="u"/><endEvent id="t">${says('x', '5')}<signalEventDefinition signalRef="S"/></endEvent>
      <intermediateCatchEvent id="c"><extensionElements><tereze:output target="got" source="=result.x"/></extensionElements><signalEventDefinition signalRef="S"/></intermediateCatchEvent>
      ${flows('s > f > u > t', 'f > c')}`,
      roots,
    ),
  )
  run.complete('u')
  expect(run.instance).toMatchObject({ data: { got: 5 }, state: { status: 'completed' } })
})

test('a dotted input target makes nested local variables', async () => {
  const run = drive(
    await processOf(
      `<startEvent id="s"/><userTask id="u"><extensionElements><tereze:input target="a.b" source="=1"/><tereze:input target="a.c" source="=a.b + 1"/></extensionElements></userTask>${flows('s > u')}`,
    ),
  )
  expect(run.pending('u').local).toEqual({ a: { b: 1, c: 2 } })
})

test('a parallel multiple start needs all of its events', async () => {
  const process = await processOf(
    `<startEvent id="s" parallelMultiple="true"><messageEventDefinition messageRef="M"/><messageEventDefinition messageRef="N"/></startEvent><userTask id="u"/>${flows('s > u')}`,
    roots,
  )
  const first = drive(process, {}, [], 's')
  expect(first.waiting()).toEqual(['message s'])
  first.give({ type: 'message', name: 'N' })
  expect(first.waiting()).toEqual(['task u'])
})

test('a parallel multiple boundary event needs all of its events, each time anew', async () => {
  const run = drive(
    await processOf(
      `<startEvent id="s"/><userTask id="u"/><boundaryEvent id="b" attachedToRef="u" cancelActivity="false" parallelMultiple="true"><messageEventDefinition messageRef="M"/><messageEventDefinition messageRef="N"/></boundaryEvent><userTask id="v"/>${flows('s > u', 'b > v')}`,
      roots,
    ),
  )
  for (const name of ['M', 'M', 'N', 'N']) run.give({ type: 'message', name })
  expect(run.waiting().filter(one => one === 'task v')).toHaveLength(1)
  run.give({ type: 'message', name: 'M' })
  expect(run.waiting().filter(one => one === 'task v')).toHaveLength(2)
})
