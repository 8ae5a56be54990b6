import { expect, test } from 'vitest'
import { drive } from '../testing/driver.fixture.ts'
import { flows, processOf } from '../testing/model.fixture.ts'

const roots =
  '<message id="m" name="stop"/><error id="e" errorCode="bad"/><error id="other" errorCode="worse"/><escalation id="x" escalationCode="late"/>'

const eventSub = (id: string, definition: string, interrupting: boolean, inside = '') =>
  `<subProcess id="${id}" triggeredByEvent="true"><startEvent id="${id}-start" isInterrupting="${interrupting}">${definition}</startEvent>
  <userTask id="${id}-task"/>${inside}${flows(`${id}-start > ${id}-task`)}</subProcess>`

test('a sub-process is done when all in it is', async () => {
  const process = await processOf(`
    <startEvent id="start"/><subProcess id="sub"><startEvent id="in"/><parallelGateway id="fork"/><userTask id="a"/><userTask id="b"/>
    ${flows('in > fork > a', 'fork > b')}</subProcess><endEvent id="end"/>${flows('start > sub > end')}`)
  const run = drive(process)
  run.complete('a')
  expect(run.instance.state.status).toBe('active')
  run.complete('b')
  expect(run.instance.state.status).toBe('completed')
})

test('a terminate end event ends only its own scope', async () => {
  const process = await processOf(`
    <startEvent id="start"/><subProcess id="sub"><startEvent id="in"/><parallelGateway id="fork"/><userTask id="a"/><userTask id="b"/>
    <endEvent id="kill"><terminateEventDefinition/></endEvent>${flows('in > fork > a > kill', 'fork > b')}</subProcess><userTask id="next"/>${flows('start > sub > next')}`)
  const run = drive(process)
  run.complete('a')
  expect(run.waiting()).toEqual(['task next'])
})

test('an error is caught by the nearest scope, by code before by any', async () => {
  const process = await processOf(
    `<startEvent id="start"/>
    <subProcess id="outer"><startEvent id="o"/><subProcess id="inner"><startEvent id="i"/><endEvent id="throw"><errorEventDefinition errorRef="e"/></endEvent>${flows('i > throw')}</subProcess>
      <boundaryEvent id="not-this" attachedToRef="inner"><errorEventDefinition errorRef="other"/></boundaryEvent>${flows('o > inner')}</subProcess>
    <boundaryEvent id="any" attachedToRef="outer"><errorEventDefinition/></boundaryEvent>
    <boundaryEvent id="this" attachedToRef="outer"><errorEventDefinition errorRef="e"/></boundaryEvent>
    <userTask id="handle"/><userTask id="wrong"/>${flows('start > outer', 'this > handle', 'any > wrong')}`,
    roots,
  )
  expect(drive(process).waiting()).toEqual(['task handle'])
})

test('an error event that nobody catches fails the instance', async () => {
  const process = await processOf(
    `<startEvent id="start"/><endEvent id="throw"><errorEventDefinition errorRef="e"/></endEvent>${flows('start > throw')}`,
    roots,
  )
  const run = drive(process)
  expect(run.instance.state).toMatchObject({ status: 'failed', tokens: {}, waits: {} })
  expect(run.instance.effects.at(-1)).toEqual({ type: 'ended', outcome: 'failed', error: 'bad' })
})

test('an interrupting event sub-process ends what its scope was doing; another one does not', async () => {
  const model = (interrupting: boolean) =>
    processOf(
      `<startEvent id="start"/><subProcess id="sub"><startEvent id="in"/><userTask id="work"/>${flows('in > work')}
      ${eventSub('handler', '<messageEventDefinition messageRef="m"/>', interrupting)}</subProcess><endEvent id="end"/>${flows('start > sub > end')}`,
      roots,
    )
  const interrupted = drive(await model(true))
  interrupted.give({ type: 'message', name: 'stop' })
  expect(interrupted.waiting()).toEqual(['task handler-task'])
  interrupted.complete('handler-task')
  expect(interrupted.instance.state.status).toBe('completed')

  const beside = drive(await model(false))
  beside.give({ type: 'message', name: 'stop' })
  beside.give({ type: 'message', name: 'stop' })
  expect(beside.waiting().filter(one => one.startsWith('task'))).toEqual([
    'task work',
    'task handler-task',
    'task handler-task',
  ])
  for (const node of ['handler-task', 'work', 'handler-task']) beside.complete(node)
  expect(beside.instance.state.status).toBe('completed')
})

test('an event sub-process does not catch what it throws itself', async () => {
  const process = await processOf(
    `<startEvent id="start"/><subProcess id="sub"><startEvent id="in"/><endEvent id="throw"><escalationEventDefinition escalationRef="x"/></endEvent>${flows('in > throw')}
      <subProcess id="handler" triggeredByEvent="true"><startEvent id="late" isInterrupting="false"><escalationEventDefinition escalationRef="x"/></startEvent>
      <endEvent id="again"><escalationEventDefinition escalationRef="x"/></endEvent>${flows('late > again')}</subProcess></subProcess>
    <boundaryEvent id="outside" attachedToRef="sub" cancelActivity="false"><escalationEventDefinition/></boundaryEvent><userTask id="look"/>${flows('start > sub', 'outside > look')}`,
    roots,
  )
  const run = drive(process)
  expect(run.waiting()).toEqual(['task look'])
  expect(run.path().filter(node => node === 'handler')).toHaveLength(1)
})

test('an escalation that nobody catches goes on and is told to the caller', async () => {
  const process = await processOf(
    `<startEvent id="start"/><intermediateThrowEvent id="throw"><escalationEventDefinition escalationRef="x"/></intermediateThrowEvent><userTask id="next"/>${flows('start > throw > next')}`,
    roots,
  )
  const run = drive(process)
  expect(run.waiting()).toEqual(['task next'])
  expect(run.instance.effects).toContainEqual({ type: 'escalation-thrown', node: 'throw', code: 'late' })
})

test('a link goes on at its partner', async () => {
  const process = await processOf(`
    <startEvent id="start"/><intermediateThrowEvent id="out"><linkEventDefinition name="A"/></intermediateThrowEvent>
    <intermediateCatchEvent id="back"><linkEventDefinition name="A"/></intermediateCatchEvent><userTask id="next"/>${flows('start > out', 'back > next')}`)
  expect(drive(process).path()).toEqual(['start', 'out', 'back', 'next'])
})

test('an ad-hoc sub-process runs what is chosen until its condition holds', async () => {
  const process = await processOf(`
    <startEvent id="start"/><adHocSubProcess id="any" ordering="Parallel"><userTask id="a" ><extensionElements><tereze:output target="done" source="=true"/></extensionElements></userTask><userTask id="b"/>
    <completionCondition>done</completionCondition></adHocSubProcess><endEvent id="end"/>${flows('start > any > end')}`)
  const run = drive(process)
  const { id, activities } = run.pending('any')
  expect(activities).toEqual(['a', 'b'])
  run.give({ type: 'activate', id, node: 'b' })
  run.complete('b')
  run.give({ type: 'activate', id, node: 'b' })
  run.give({ type: 'activate', id, node: 'a' })
  run.complete('a')
  expect(run.instance.state.status).toBe('completed')
  const withdrawn = run.instance.effects.filter(({ type }) => type === 'activities-withdrawn')
  expect(withdrawn).toEqual([{ type: 'activities-withdrawn', id, node: 'any' }])
})

test('what an ad-hoc sub-process offers is withdrawn once: when it is ended by hand while something of it runs, or from outside', async () => {
  const process = await processOf(
    `
    <startEvent id="start"/><adHocSubProcess id="any"><userTask id="a"/></adHocSubProcess><boundaryEvent id="stop" attachedToRef="any"><messageEventDefinition messageRef="m"/></boundaryEvent>
    <endEvent id="end"/><endEvent id="stopped"/>${flows('start > any > end', 'stop > stopped')}`,
    roots,
  )
  const begun = () => {
    const run = drive(process)
    const { id } = run.pending('any')
    run.give({ type: 'activate', id, node: 'a' })
    return {
      run,
      id,
      withdrawn: () => run.instance.effects.filter(({ type }) => type === 'activities-withdrawn').length,
    }
  }
  const byHand = begun()
  byHand.run.give({ type: 'scope-completed', id: byHand.id })
  expect([byHand.withdrawn(), byHand.run.waiting()]).toEqual([1, ['message stop', 'task a']])
  byHand.run.complete('a')
  expect([byHand.withdrawn(), byHand.run.instance.state.status]).toEqual([1, 'completed'])
  const fromOutside = begun()
  fromOutside.run.give({ type: 'message', name: 'stop' })
  expect([fromOutside.withdrawn(), fromOutside.run.waiting()]).toEqual([1, []])
})

test('a process without start event begins at every node without incoming flow', async () => {
  const process = await processOf(`<userTask id="a"/><userTask id="b"/><userTask id="c"/>${flows('a > c')}`)
  expect(drive(process).waiting()).toEqual(['task a', 'task b'])
})

test('a process may begin by one of several events', async () => {
  const process = await processOf(
    `<startEvent id="by-hand"/><startEvent id="by-message"><messageEventDefinition messageRef="m"/></startEvent><userTask id="a"/><userTask id="b"/>${flows('by-hand > a', 'by-message > b')}`,
    roots,
  )
  expect(process.beginnings).toMatchObject([
    { node: 'by-hand', events: [] },
    { node: 'by-message', events: [{ type: 'message', name: { text: 'stop' } }] },
  ])
  expect(drive(process).waiting()).toEqual(['task a'])
  expect(drive(process, {}, [], 'by-message').waiting()).toEqual(['task b'])
})

test('a gateway that begins an instance takes the first event, or waits for all', async () => {
  const model = (type: string) =>
    processOf(
      `<eventBasedGateway id="which" instantiate="true" eventGatewayType="${type}"/>
      <intermediateCatchEvent id="paper"><messageEventDefinition messageRef="m"/></intermediateCatchEvent><receiveTask id="call" messageRef="c"/>
      ${flows('which > paper', 'which > call')}`,
      `${roots}<message id="c" name="call"/>`,
    )
  expect(drive(await model('Exclusive'), {}, [], 'call').instance.state.status).toBe('completed')
  const both = drive(await model('Parallel'), {}, [], 'call')
  expect(both.waiting()).toEqual(['message paper'])
  both.give({ type: 'message', name: 'stop' })
  expect(both.instance.state.status).toBe('completed')
})
