import { expect, test } from 'vitest'
import { drive } from '../testing/driver.fixture.ts'
import { flows, processOf } from '../testing/model.fixture.ts'

const roots = '<message id="m" name="remark"/><error id="e" errorCode="no-money"/><signal id="s" name="closing"/>'

const withBoundary = (definition: string, cancelActivity = true, extra = '') =>
  processOf(
    `<startEvent id="start"/><userTask id="work"/><endEvent id="end"/><userTask id="instead"/>
    <boundaryEvent id="event" attachedToRef="work" cancelActivity="${cancelActivity}" ${extra}>${definition}</boundaryEvent>
    ${flows('start > work > end', 'event > instead')}`,
    roots,
  )

test('an interrupting timer ends the task; its other waits end with it', async () => {
  const run = drive(
    await withBoundary('<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>'),
  )
  expect(run.pending('event').due).toEqual({ at: '2026-03-02T13:00:00.000Z' })
  const work = run.pending('work').id
  run.complete('event')
  expect(run.waiting()).toEqual(['task instead'])
  expect(run.instance.effects).toContainEqual({ type: 'task-cancelled', id: work, node: 'work' })
  expect(run.give({ type: 'task-completed', id: work })).toEqual([{ type: 'ignored', input: 0, reason: 'unknown-id' }])
})

test('a task that is done takes its timer away', async () => {
  const run = drive(
    await withBoundary('<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>'),
  )
  const timer = run.pending('event').id
  run.complete('work')
  expect(run.instance.state.status).toBe('completed')
  expect(run.instance.effects).toContainEqual({ type: 'timer-cancelled', id: timer, node: 'event' })
  expect(run.give({ type: 'timer-fired', id: timer })).toEqual([])
})

test('a repeating timer that does not interrupt fires as often as it says, counted from when it was due', async () => {
  const run = drive(
    await withBoundary('<timerEventDefinition><timeCycle>R2/PT1H</timeCycle></timerEventDefinition>', false),
  )
  run.world.now = '2026-03-02T13:07:00.000Z'
  run.complete('event')
  expect(run.pending('event').due).toEqual({ at: '2026-03-02T14:00:00.000Z' })
  run.complete('event')
  expect(run.waiting()).toEqual(['task work', 'task instead', 'task instead'])
})

test('a working term is left to the caller', async () => {
  const run = drive(await withBoundary('<timerEventDefinition/>', true, `tereze:term='{"workingDays":2}'`))
  expect(run.pending('event').due).toEqual({ term: { workingDays: 2 } })
})

test('a message that does not interrupt may come again, with its content', async () => {
  const run = drive(await withBoundary('<messageEventDefinition messageRef="m"/>', false))
  run.give({ type: 'message', name: 'remark' })
  run.give({ type: 'message', name: 'remark' })
  expect(run.give({ type: 'message', name: 'other' })).toEqual([{ type: 'ignored', input: 0, reason: 'unknown-id' }])
  expect(run.waiting()).toEqual(['message event', 'task work', 'task instead', 'task instead'])
})

test('an error of outside work is caught by its code; one that nobody catches is an incident to be tried again', async () => {
  const process = await processOf(
    `<startEvent id="start"/><serviceTask id="pay" tereze:step="order-payment"/><endEvent id="end"/><userTask id="instead"/>
    <boundaryEvent id="event" attachedToRef="pay"><errorEventDefinition errorRef="e" camunda:errorCodeVariable="code" camunda:errorMessageVariable="said"/></boundaryEvent>
    ${flows('start > pay > end', 'event > instead')}`,
    roots,
  )
  const caught = drive(process)
  caught.give({ type: 'call-failed', id: caught.pending('pay').id, error: 'no-money', message: 'The account is empty' })
  expect(caught.waiting()).toEqual(['task instead'])
  expect(caught.instance.data).toEqual({ code: 'no-money', said: 'The account is empty' })

  const stuck = drive(process)
  const { id } = stuck.pending('pay')
  stuck.give({ type: 'call-failed', id, error: 'other' })
  expect(stuck.waiting()).toEqual(['incident pay'])
  expect(stuck.give({ type: 'retry', id })).toContainEqual(expect.objectContaining({ type: 'call', id }))
  stuck.complete('pay')
  expect(stuck.instance.state.status).toBe('completed')
})

test('broken outside work waits for repair; a late answer of the first attempt still counts after a retry', async () => {
  const run = drive(
    await processOf(`<startEvent id="start"/><serviceTask id="ask"/><endEvent id="end"/>${flows('start > ask > end')}`),
  )
  const { id } = run.pending('ask')
  run.give({ type: 'call-broken', id, reason: 'timeout' })
  expect(run.waiting()).toEqual(['incident ask'])
  run.give({ type: 'retry', id })
  expect(run.pending('ask')).toMatchObject({ id, kind: 'call' })
  run.give({ type: 'call-completed', id, result: 1 })
  expect(run.instance.state.status).toBe('completed')
})

test('a signal reaches everything that waits for it, and a multiple event needs only one of its own', async () => {
  const process = await processOf(
    `<startEvent id="start"/><userTask id="work"/><userTask id="a"/><userTask id="b"/>
    <boundaryEvent id="one" attachedToRef="work" cancelActivity="false"><signalEventDefinition signalRef="s"/></boundaryEvent>
    <boundaryEvent id="any" attachedToRef="work" cancelActivity="false"><signalEventDefinition signalRef="s"/><messageEventDefinition messageRef="m"/></boundaryEvent>
    ${flows('start > work', 'one > a', 'any > b')}`,
    roots,
  )
  const run = drive(process)
  run.give({ type: 'signal', name: 'closing' })
  expect(run.waiting().filter(one => one.startsWith('task'))).toEqual(['task work', 'task a', 'task b'])
})

test('a parallel multiple event needs all of its own', async () => {
  const process = await processOf(
    `<startEvent id="start"/><intermediateCatchEvent id="both" parallelMultiple="true"><signalEventDefinition signalRef="s"/><messageEventDefinition messageRef="m"/></intermediateCatchEvent><endEvent id="end"/>
    ${flows('start > both > end')}`,
    roots,
  )
  const run = drive(process)
  run.give({ type: 'signal', name: 'closing' })
  run.give({ type: 'signal', name: 'closing' })
  expect(run.instance.state.status).toBe('active')
  run.give({ type: 'message', name: 'remark' })
  expect(run.instance.state.status).toBe('completed')
})

test('a condition happens when it becomes true, and again only after it was false', async () => {
  const run = drive(
    await withBoundary(
      '<conditionalEventDefinition><condition>amount &gt; 100</condition></conditionalEventDefinition>',
      false,
    ),
  )
  const set = (amount: number) => {
    run.instance.data = { amount }
    run.give({ type: 'data-changed' })
    return run.waiting().filter(one => one === 'task instead').length
  }
  expect([set(50), set(150), set(160), set(10), set(200)]).toEqual([0, 1, 1, 1, 2])
})

test('messages are told apart by their correlation key', async () => {
  const process = await processOf(
    `<startEvent id="start"/><parallelGateway id="fork"/><receiveTask id="first" messageRef="m" tereze:key="ids[1]"/><receiveTask id="second" messageRef="m" tereze:key="ids[2]"/>
    ${flows('start > fork > first', 'fork > second')}`,
    roots,
  )
  const run = drive(process, { ids: ['a', 'b'] })
  run.give({ type: 'message', name: 'remark', key: 'b' })
  expect(run.waiting()).toEqual(['message first'])
  expect(run.give({ type: 'message', name: 'remark', key: 'c' })).toMatchObject([{ type: 'ignored' }])
})
