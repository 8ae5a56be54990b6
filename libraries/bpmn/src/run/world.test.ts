import { expect, test } from 'vitest'
import type { Process } from '../model/process.ts'
import { parseProcess } from '../read/parse-process.ts'
import { drive } from '../testing/driver.fixture.ts'
import { fileOf, flows } from '../testing/model.fixture.ts'
import { simulateToEnd } from './simulate.ts'
import { newWorld, startInstance } from './world.ts'

async function twoOf(parent: string, child: string): Promise<[Process, Process]> {
  const result = await parseProcess(
    fileOf(`<error id="e" errorCode="bad"/><escalation id="x" escalationCode="late"/><signal id="go" name="go"/>
    <process id="parent" isExecutable="true">${parent}</process><process id="child" isExecutable="true">${child}</process>`),
  )
  const [first, second] = result.ok ? result.processes : []
  if (!first || !second) throw new Error(JSON.stringify(result))
  return [first, second]
}

const call = `<startEvent id="start"/><callActivity id="call" calledElement="child"><extensionElements>
  <camunda:in source="amount" target="x"/><camunda:out source="y" target="outcome"/></extensionElements></callActivity><endEvent id="end"/>
  <boundaryEvent id="failed" attachedToRef="call"><errorEventDefinition errorRef="e"/></boundaryEvent><userTask id="handle"/>
  <boundaryEvent id="escalated" attachedToRef="call" cancelActivity="false"><escalationEventDefinition/></boundaryEvent><userTask id="look"/>
  ${flows('start > call > end', 'failed > handle', 'escalated > look')}`

test('a called process gets what is handed over and gives back what is asked', async () => {
  const [parent, child] = await twoOf(
    call,
    `<startEvent id="s"/><userTask id="work"/><scriptTask id="t" tereze:result="y"><script>x * 2</script></scriptTask>${flows('s > work > t')}`,
  )
  const run = drive(parent, { amount: 21, secret: true }, [child])
  const { instance } = run.pending('work')
  expect(run.world.instances.get(instance)?.data).toEqual({ x: 21 })
  run.complete('work')
  expect(run.instance.data).toEqual({ amount: 21, secret: true, outcome: 42 })
  expect(run.instance.state.status).toBe('completed')
})

test('errors and escalations of a called process reach the call activity', async () => {
  const [parent, child] = await twoOf(
    call,
    `<startEvent id="s"/><intermediateThrowEvent id="esc"><escalationEventDefinition escalationRef="x"/></intermediateThrowEvent><endEvent id="err"><errorEventDefinition errorRef="e"/></endEvent>${flows('s > esc > err')}`,
  )
  expect(drive(parent, {}, [child]).waiting()).toEqual(['task look', 'task handle'])
})

test('a child ends with its call activity', async () => {
  const [parent, child] = await twoOf(call, `<startEvent id="s"/><userTask id="work"/>${flows('s > work')}`)
  const run = drive(parent, {}, [child])
  run.give({ type: 'cancel' })
  expect([...run.world.instances.values()].map(instance => instance.state.status)).toEqual(['cancelled', 'cancelled'])
  expect(run.waiting()).toEqual([])
})

test('a signal that is thrown reaches every instance', async () => {
  const [parent, child] = await twoOf(
    `<startEvent id="start"/><parallelGateway id="fork"/><callActivity id="call" calledElement="child"/><userTask id="wait"/><endEvent id="throw"><signalEventDefinition signalRef="go"/></endEvent>${flows('start > fork > call', 'fork > wait > throw')}`,
    `<startEvent id="s1"/><intermediateCatchEvent id="catch"><signalEventDefinition signalRef="go"/></intermediateCatchEvent>${flows('s1 > catch')}`,
  )
  const run = drive(parent, {}, [child])
  run.complete('wait')
  expect(run.instance.state.status).toBe('completed')
})

test('a run in memory completes tasks and moves the clock to the next timer', async () => {
  const [process] = await twoOf(
    `<startEvent id="start"/><userTask id="ask" tereze:stage="asked"/><intermediateCatchEvent id="wait"><timerEventDefinition><timeDuration>P3D</timeDuration></timerEventDefinition></intermediateCatchEvent>
    <exclusiveGateway id="which" default="which-no"/><endEvent id="yes"/><endEvent id="no"/>${flows('start > ask > wait > which > no')}
    <sequenceFlow id="f" sourceRef="which" targetRef="yes"><conditionExpression>answer = "yes"</conditionExpression></sequenceFlow>`,
    '<startEvent id="s"/>',
  )
  const options = { now: '2026-03-02T12:00:00.000Z' }
  expect(simulateToEnd(process, options)).toMatchObject({
    status: 'completed',
    path: ['start', 'ask', 'wait', 'which', 'no'],
    stages: ['asked'],
    now: '2026-03-05T12:00:00.000Z',
  })
  const decided = simulateToEnd(process, options, pending =>
    pending.node === 'ask' ? { result: null, set: { answer: 'yes' } } : { result: null },
  )
  expect(decided.path.at(-1)).toBe('yes')
  expect(simulateToEnd(process, options, () => undefined)).toMatchObject({
    status: 'active',
    waiting: [{ node: 'ask' }],
  })
})

test('a signal reaches only what waited for it when it was thrown', async () => {
  const throws = '<intermediateThrowEvent id="throw"><signalEventDefinition signalRef="go"/></intermediateThrowEvent>'
  const catches = '<intermediateCatchEvent id="catch"><signalEventDefinition signalRef="go"/></intermediateCatchEvent>'
  const [after, beside] = await twoOf(
    `<startEvent id="s"/>${throws}${catches}<endEvent id="end0"/>${flows('s > throw > catch > end0')}`,
    `<startEvent id="s1"/><parallelGateway id="fork1"/>${catches.replace('"catch"', '"early"')}<userTask id="u1"/>${throws.replace('"throw"', '"throw1"')}${flows('s1 > fork1 > early', 'fork1 > u1 > throw1')}`,
  )
  const run = drive(after)
  expect(run.instance.state.status).toBe('active')
  expect(run.waiting()).toEqual(['signal catch'])
  run.complete('catch')
  expect(run.instance.state.status).toBe('completed')
  const other = drive(beside)
  other.complete('u1')
  expect(other.instance.state.status).toBe('completed')
})

test('all data may be handed over besides what is mapped, and all of it be given back', async () => {
  const [parent, child] = await twoOf(
    `<startEvent id="start"/><callActivity id="call" calledElement="child"><extensionElements><camunda:in variables="all"/><camunda:in sourceExpression="=a + 1" target="b"/><camunda:out variables="all"/></extensionElements></callActivity><endEvent id="end"/>${flows('start > call > end')}`,
    `<startEvent id="s"/><scriptTask id="t" tereze:result="c"><script>a + b</script></scriptTask>${flows('s > t')}`,
  )
  const run = drive(parent, { a: 1 }, [child])
  expect(run.instance.data).toEqual({ a: 1, b: 2, c: 3 })
})

test('the version that is bound is called: the latest, by number, by tag, or the one deployed with the caller', async () => {
  const child = async (task: string, tag: string) => {
    const result = await parseProcess(
      fileOf(
        `<process id="child" isExecutable="true" camunda:versionTag="${tag}"><startEvent id="s"/><userTask id="${task}"/>${flows(`s > ${task}`)}</process>`,
      ),
    )
    return result.ok ? result.processes : []
  }
  const parent = async (binding: string) => {
    const [process] = await twoOf(
      `<startEvent id="start"/><callActivity id="call" calledElement="child" ${binding}/>${flows('start > call')}`,
      '<startEvent id="s"/>',
    )
    return process
  }
  const [one, two] = [await child('first', 'old'), await child('second', 'new')]
  const called = async (binding: string) => {
    const process = await parent(binding)
    const world = newWorld([...one, process, { ...process }, ...two], '2026-03-02T12:00:00.000Z')
    startInstance(world, process, 'i', {})
    return [...world.pending.values()].map(({ node }) => node)
  }
  expect(await called('')).toEqual(['second'])
  expect(await called('camunda:calledElementBinding="version" camunda:calledElementVersion="1"')).toEqual(['first'])
  expect(await called('camunda:calledElementBinding="versionTag" camunda:calledElementVersionTag="old"')).toEqual([
    'first',
  ])
  expect(await called('camunda:calledElementBinding="deployment"')).toEqual(['first'])
})

test('what has ended is waited for no more', async () => {
  const [process] = await twoOf(
    `<startEvent id="start"/><adHocSubProcess id="any"><userTask id="a"><extensionElements><tereze:output target="done" source="=true"/></extensionElements></userTask><completionCondition>done</completionCondition></adHocSubProcess><userTask id="next"/>${flows('start > any > next')}`,
    '<startEvent id="s"/>',
  )
  const run = drive(process)
  run.give({ type: 'activate', id: run.pending('any').id, node: 'a' })
  run.complete('a')
  expect(run.waiting()).toEqual(['task next'])
})
