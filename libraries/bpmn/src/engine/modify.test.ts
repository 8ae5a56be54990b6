import { expect, test } from 'vitest'
import { drive } from '../testing/driver.fixture.ts'
import { flows, processOf } from '../testing/model.fixture.ts'

const forked = `<startEvent id="s"/><parallelGateway id="f"/><userTask id="a"/><userTask id="b"/><userTask id="b2"/><parallelGateway id="j"/><userTask id="x"/>
  ${flows('s > f > a > j', 'f > b > b2 > j > x')}`
const nested = `<startEvent id="s"/><userTask id="a"/><subProcess id="sp"><startEvent id="ss"/><userTask id="first"/><userTask id="in"/>${flows('ss > first > in')}</subProcess>
  <boundaryEvent id="late" attachedToRef="sp"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent><userTask id="z"/>${flows('s > a > sp > z')}`

test('a token that is moved onto a parallel join counts as come by the flow that is missing', async () => {
  const run = drive(await processOf(forked))
  run.give({ type: 'move', id: run.pending('b').id, to: 'j' })
  expect(run.waiting()).toEqual(['task a'])
  run.complete('a')
  expect(run.waiting()).toEqual(['task x'])

  const wrong = drive(await processOf(forked))
  wrong.give({ type: 'move', id: wrong.pending('b').id, to: 'j', via: 'a-j' })
  expect(wrong.waiting()).toEqual(['task a', 'incident j'])
  wrong.give({ type: 'add', to: 'j', via: 'b2-j' })
  expect(wrong.waiting()).toEqual(['task a', 'task x'])

  const chosen = drive(await processOf(forked))
  chosen.give({ type: 'move', id: chosen.pending('b').id, to: 'j', via: 'b2-j' })
  chosen.complete('a')
  expect(chosen.waiting()).toEqual(['task x'])
  chosen.complete('x')
  expect(chosen.instance.state).toMatchObject({ status: 'completed', tokens: {} })
  expect(drive(await processOf(forked)).give({ type: 'move', id: 'i:9', to: 'j', via: 'f-a' })).toMatchObject([
    { type: 'ignored' },
  ])
})

test('a token moves into a sub-process, which begins with its border but without its start, and out again', async () => {
  const run = drive(await processOf(nested))
  run.give({ type: 'move', id: run.pending('a').id, to: 'in' })
  expect(run.waiting()).toEqual(['timer late', 'task in'])
  run.give({ type: 'move', id: run.pending('in').id, to: 'a' })
  expect(run.waiting()).toEqual(['task a'])
  run.complete('a')
  expect(run.waiting()).toEqual(['timer late', 'task first'])
  run.complete('first')
  run.complete('in')
  expect(run.waiting()).toEqual(['task z'])
})

test('a token is added in the scope that runs, or a new one where none does', async () => {
  const run = drive(await processOf(nested))
  run.give({ type: 'add', to: 'in' })
  run.give({ type: 'add', to: 'in' })
  expect(run.waiting()).toEqual(['task a', 'timer late', 'task in', 'task in'])
  for (const node of ['in', 'in']) run.complete(node)
  expect(run.waiting()).toEqual(['task a', 'task z'])
})

test('where several scopes fit, or none can be begun, the place has to be told', async () => {
  const process = await processOf(
    `<startEvent id="s"/><userTask id="a"/><subProcess id="sp"><multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics><startEvent id="ss"/><userTask id="in"/>${flows('ss > in')}</subProcess>${flows('s > a > sp')}`,
  )
  const run = drive(process)
  expect(run.give({ type: 'move', id: run.pending('a').id, to: 'in' })).toMatchObject([{ reason: 'not-possible' }])
  expect(run.give({ type: 'add', to: 'in' })).toMatchObject([{ reason: 'not-possible' }])
  expect(run.give({ type: 'add', to: 'in', in: 'i:77' })).toMatchObject([{ reason: 'unknown-id' }])
  run.complete('a')
  const scope = Object.entries(run.instance.state.tokens).find(([, { doing, at }]) => doing === 'scope' && at === 'sp')
  run.give({ type: 'add', to: 'in', in: `i:${scope?.[0]}` })
  expect(run.waiting()).toEqual(['task in', 'task in', 'task in'])
})
