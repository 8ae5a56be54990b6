import { expect, test } from 'vitest'
import { drive } from '../testing/driver.fixture.ts'
import { flows, processOf } from '../testing/model.fixture.ts'
import { newState } from './state.ts'
import { step } from './step.ts'

const simple = `<startEvent id="start"/><userTask id="work" name="Work" tereze:role="clerk" tereze:stage="review"/><endEvent id="end"/>${flows('start > work > end')}`
const context = { now: '2026-03-02T12:00:00.000Z', data: {} }

test('a step tells what to do, in order, with ids from the instance and a sequence', async () => {
  const process = await processOf(simple)
  const { state, effects } = step(process, newState('process', 'case_1'), { type: 'start' }, context)
  expect(effects).toEqual([
    { type: 'history', what: 'entered', element: 'start', id: 'case_1:1' },
    { type: 'history', what: 'left', element: 'start', id: 'case_1:1' },
    { type: 'history', what: 'flow', element: 'start-work', id: 'case_1:0' },
    { type: 'history', what: 'entered', element: 'work', id: 'case_1:2', stage: 'review' },
    {
      type: 'task-opened',
      id: 'case_1:2',
      node: 'work',
      name: 'Work',
      attributes: { role: 'clerk', stage: 'review' },
      local: {},
    },
  ])
  expect(JSON.parse(JSON.stringify(state))).toEqual(state)
  const done = step(process, state, { type: 'task-completed', id: 'case_1:2' }, context)
  expect(done.effects.at(-1)).toEqual({ type: 'ended', outcome: 'completed' })
  expect(done.state).toEqual({
    format: 2,
    process: 'process',
    instance: 'case_1',
    status: 'completed',
    sequence: 4,
    tokens: {},
    waits: {},
  })
})

test('what comes late, twice or to the wrong instance is ignored, never thrown', async () => {
  const process = await processOf(simple)
  const fresh = newState('process', 'i')
  const inputs = [
    { type: 'task-completed', id: 'i:2' },
    { type: 'start' },
    { type: 'start' },
    { type: 'task-completed', id: 'other:2' },
    { type: 'task-completed', id: 'i: 2' },
    { type: 'call-completed', id: 'i:2' },
    { type: 'resume' },
    { type: 'task-completed', id: 'i:2' },
    { type: 'task-completed', id: 'i:2' },
  ] as const
  const { effects } = step(process, fresh, inputs, context)
  expect(effects.filter(effect => effect.type === 'ignored')).toEqual([
    { type: 'ignored', input: 0, reason: 'not-started' },
    { type: 'ignored', input: 2, reason: 'already-started' },
    { type: 'ignored', input: 3, reason: 'unknown-id' },
    { type: 'ignored', input: 4, reason: 'unknown-id' },
    { type: 'ignored', input: 5, reason: 'unknown-id' },
    { type: 'ignored', input: 6, reason: 'not-possible' },
    { type: 'ignored', input: 8, reason: 'ended' },
  ])
  expect(fresh).toEqual(newState('process', 'i'))
})

test('a suspended instance takes nothing up until it is resumed', async () => {
  const run = drive(await processOf(simple))
  const { id } = run.pending('work')
  run.give({ type: 'suspend' })
  expect(run.give({ type: 'task-completed', id })).toEqual([{ type: 'ignored', input: 0, reason: 'suspended' }])
  run.give({ type: 'resume' })
  run.give({ type: 'task-completed', id })
  expect(run.instance.state.status).toBe('completed')
})

test('a cancelled instance ends everything it waited for', async () => {
  const run = drive(await processOf(simple))
  expect(run.give({ type: 'cancel' }).map(effect => effect.type)).toEqual(['task-cancelled', 'history', 'ended'])
  expect(run.instance.state).toMatchObject({ status: 'cancelled', tokens: {}, waits: {} })
})

test('a token can be moved to another node of its scope, or taken away', async () => {
  const process = await processOf(
    `<startEvent id="start"/><userTask id="a"/><userTask id="b"/><subProcess id="sub"><userTask id="c"/></subProcess>${flows('start > a > b > sub')}`,
  )
  const run = drive(process)
  const { id } = run.pending('a')
  expect(run.give({ type: 'move', id, to: 'nowhere' })).toMatchObject([{ reason: 'not-possible' }])
  run.give({ type: 'move', id, to: 'b' })
  expect(run.waiting()).toEqual(['task b'])
  run.give({ type: 'move', id: run.pending('b').id })
  expect(run.instance.state.status).toBe('completed')
})

test('scripts and mappings change the data, or the local variable that hides it', async () => {
  const process = await processOf(`
    <startEvent id="start"/><scriptTask id="sum" tereze:result="totals.sum"><script>a + b</script></scriptTask>
    <subProcess id="sub"><extensionElements><tereze:input target="a" source="=totals.sum * 2"/></extensionElements>
      <scriptTask id="hide" tereze:result="a"><script>a + 1</script></scriptTask><scriptTask id="show" tereze:result="seen"><script>a</script></scriptTask>${flows('hide > show')}</subProcess>
    <serviceTask id="ask"><extensionElements><tereze:output target="answers.ask" source="=result.value"/></extensionElements></serviceTask>
    <scriptTask id="several"><script>{ x: 1, y: a }</script></scriptTask>
    ${flows('start > sum > sub > ask > several')}`)
  const run = drive(process, { a: 1, b: 2, totals: { other: 5 } })
  run.complete('ask', { value: 'ok' })
  expect(run.instance.data).toEqual({
    a: 1,
    b: 2,
    totals: { other: 5, sum: 3 },
    seen: 7,
    answers: { ask: 'ok' },
    x: 1,
    y: 1,
  })
  expect(
    run.instance.effects.filter(effect => effect.type === 'set-data').map(effect => effect.path.join('.')),
  ).toEqual(['totals.sum', 'seen', 'answers.ask', 'x', 'y'])
})

test('a process that goes round in circles stops with an incident and loses no token', async () => {
  const run = drive(
    await processOf(`<startEvent id="start"/><task id="a"/><task id="b"/>${flows('start > a > b > a')}`),
  )
  expect(run.waiting()).toEqual([expect.stringMatching(/^incident [ab]$/)])
  expect(run.instance.effects.at(-1)).toMatchObject({ type: 'incident', code: 'endless' })
})

test('FEEL can be evaluated by another engine', async () => {
  const process = await processOf(
    `<startEvent id="start"/><scriptTask id="a" tereze:result="x"><script>whatever</script></scriptTask>${flows('start > a')}`,
  )
  const { effects } = step(
    process,
    newState('process', 'i'),
    { type: 'start' },
    { ...context, evaluate: text => ({ value: `${text}!`, warnings: [] }) },
  )
  expect(effects).toContainEqual({ type: 'set-data', path: ['x'], value: 'whatever!' })
})

test('data associations that compute something move data', async () => {
  const process = await processOf(`
    <dataObject id="d"/><dataObjectReference id="total" dataObjectRef="d" name="total"/><startEvent id="start"/>
    <userTask id="work"><ioSpecification><dataInput id="in" name="half"/><dataOutput id="out"/><inputSet/><outputSet/></ioSpecification>
      <dataInputAssociation><targetRef>in</targetRef><transformation>amount / 2</transformation></dataInputAssociation>
      <dataOutputAssociation><targetRef>total</targetRef><assignment><from>result.a + half</from><to>sums.all</to></assignment></dataOutputAssociation></userTask>
    ${flows('start > work')}`)
  const run = drive(process, { amount: 10 })
  expect(run.pending('work').local).toEqual({ half: 5 })
  run.complete('work', { a: 1 })
  expect(run.instance.data).toEqual({ amount: 10, sums: { all: 6 } })
})

test('a process that multiplies its tokens stops with incidents, in bounds', async () => {
  const run = drive(
    await processOf(
      `<startEvent id="start"/><task id="a"/><task id="b"/>${flows('start > a > b > a')}<sequenceFlow id="too" sourceRef="b" targetRef="a"/>`,
    ),
  )
  expect(run.instance.effects).toContainEqual(expect.objectContaining({ type: 'incident', code: 'too-many-tokens' }))
  expect(Object.keys(run.instance.state.tokens).length).toBeLessThan(1_100)
})
