import { expect, test } from 'vitest'
import { newState } from '../engine/state.ts'
import { step } from '../engine/step.ts'
import type { Process } from '../model/process.ts'
import { flows, processOf } from '../testing/model.fixture.ts'
import { checkMigration } from './check.ts'
import { migrate } from './migrate.ts'

const context = { now: '2026-03-02T12:00:00.000Z', data: {} }
const started = (process: Process) => step(process, newState(process.id, 'i'), { type: 'start' }, context).state

const timer = (id: string, at: string, duration: string) =>
  `<boundaryEvent id="${id}" attachedToRef="${at}" cancelActivity="false"><timerEventDefinition><timeDuration>${duration}</timeDuration></timerEventDefinition></boundaryEvent>`

test('an instance goes over to a version with more steps and goes on there', async () => {
  const one = await processOf(
    `<startEvent id="start"/><userTask id="work" tereze:role="clerk"/><endEvent id="end"/>${flows('start > work > end')}`,
  )
  const two = await processOf(
    `<startEvent id="start"/><userTask id="check" tereze:role="head"/><userTask id="approve"/><endEvent id="end"/>${flows('start > check > approve > end')}`,
  )
  const before = started(one)
  const result = migrate(one, two, before, context, { work: 'check' })
  expect(result).toMatchObject({
    ok: true,
    effects: [{ type: 'task-opened', id: 'i:2', node: 'check', attributes: { role: 'head' } }],
  })
  if (!result.ok) return
  expect(step(two, result.state, { type: 'task-completed', id: 'i:2' }, context).effects).toContainEqual(
    expect.objectContaining({ type: 'task-opened', node: 'approve' }),
  )
  expect(before).toEqual(started(one))
})

test('timers that are the same run on; changed, new and removed ones are set and cancelled', async () => {
  const model = (boundaries: string) =>
    processOf(`<startEvent id="start"/><userTask id="work"/>${boundaries}${flows('start > work')}`)
  const one = await model(
    timer('same', 'work', 'P1D') +
      timer('changed', 'work', 'P2D') +
      timer('removed', 'work', 'P3D') +
      timer('fired', 'work', 'PT1H'),
  )
  const two = await model(
    timer('same', 'work', 'P1D') +
      timer('changed', 'work', 'P5D') +
      timer('new', 'work', 'P4D') +
      timer('fired', 'work', 'PT1H'),
  )
  const state = started(one)
  const fired = Object.entries(state.waits).find(([, wait]) => wait.node === 'fired')?.[0]
  const later = step(one, state, { type: 'timer-fired', id: `i:${fired}` }, context).state
  const result = migrate(one, two, later, context)
  expect(result.ok && result.effects.map(effect => `${effect.type} ${'node' in effect ? effect.node : ''}`)).toEqual([
    'timer-cancelled changed',
    'timer-cancelled removed',
    'timer-set changed',
    'timer-set new',
  ])
})

test('what stands against a migration is told token by token, and nothing is done', async () => {
  const one = await processOf(
    `<startEvent id="start"/><parallelGateway id="fork"/><userTask id="a"/><userTask id="b"/><subProcess id="sub"><userTask id="c"/></subProcess><task id="d"/><parallelGateway id="join"/><endEvent id="end"/>
    ${flows('start > fork > a > join', 'fork > b > join', 'fork > sub > join', 'fork > d > join > end')}`,
  )
  const two = await processOf(
    `<startEvent id="start"/><parallelGateway id="fork"/><serviceTask id="a"/><userTask id="c"/><parallelGateway id="join"/><endEvent id="end"/>
    ${flows('start > fork > a > join', 'fork > c > join > end')}`,
  )
  const state = started(one)
  expect(checkMigration(one, two, state).map(problem => `${problem.code} ${problem.node}`)).toEqual([
    'node-of-another-type a',
    'node-missing b',
    'node-missing sub',
    'scope-differs c',
    'flow-missing join',
  ])
  expect(migrate(one, two, state, context)).toMatchObject({ ok: false })
  expect(checkMigration(one, one, { ...state, status: 'completed', tokens: {} })).toMatchObject([{ code: 'ended' }])
})

test('to the same version nothing changes', async () => {
  const process = await processOf(
    `<startEvent id="start"/><subProcess id="sub"><multiInstanceLoopCharacteristics><loopCardinality>3</loopCardinality></multiInstanceLoopCharacteristics>
    <startEvent id="in"/><userTask id="work"/>${flows('in > work')}</subProcess>${timer('late', 'sub', 'P1D')}${flows('start > sub')}`,
  )
  const state = started(process)
  expect(migrate(process, process, state, context)).toEqual({ ok: true, state, effects: [] })
})

test('what is completed and can be undone must be there in the other version, too', async () => {
  const model = (activity: string, undo: string, first: string) =>
    processOf(`<startEvent id="s"/>${
      activity === ''
        ? ''
        : `<task id="${activity}"/><boundaryEvent id="b" attachedToRef="${activity}"><compensateEventDefinition/></boundaryEvent>
      <userTask id="${undo}" isForCompensation="true"/><association id="as" sourceRef="b" targetRef="${undo}"/>`
    }
      <userTask id="u"/><intermediateThrowEvent id="t"><compensateEventDefinition/></intermediateThrowEvent><endEvent id="e"/>${flows(`s > ${first}u > t > e`)}`)
  const one = await model('a', 'undo', 'a > ')
  const state = started(one)
  const without = await model('', '', '')
  expect(checkMigration(one, without, state)).toMatchObject([
    { code: 'undo-missing', params: { activity: 'a', missing: 'a' } },
    { code: 'undo-missing', params: { activity: 'a', missing: 'undo' } },
  ])
  const other = await model('b2', 'undo2', 'b2 > ')
  const result = migrate(one, other, state, context, { a: 'b2', undo: 'undo2' })
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  const task = Object.keys(result.state.tokens).find(number => result.state.tokens[number]?.doing === 'task')
  expect(step(other, result.state, { type: 'task-completed', id: `i:${task}` }, context).effects).toContainEqual(
    expect.objectContaining({ type: 'task-opened', node: 'undo2' }),
  )
})
