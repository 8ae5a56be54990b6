import { expect, test } from 'vitest'
import { drive } from '../testing/driver.fixture.ts'
import { flows, processOf } from '../testing/model.fixture.ts'
import type { Input } from './input.ts'
import { newState, type State } from './state.ts'
import { step } from './step.ts'

const repeated = (characteristics: string) =>
  processOf(
    `<startEvent id="start"/><userTask id="work">${characteristics}</userTask><userTask id="next"/>${flows('start > work > next')}`,
  )

test('parallel instances run at once, each with its element', async () => {
  const run = drive(
    await repeated(
      '<multiInstanceLoopCharacteristics tereze:collection="people" tereze:element="person" tereze:into="answers" tereze:result="result.answer"/>',
    ),
    { people: ['Aisha', 'Bolat'] },
  )
  expect([...run.world.pending.values()].map(one => one.local)).toMatchObject([
    { loopCounter: 1, person: 'Aisha', numberOfInstances: 2 },
    { loopCounter: 2, person: 'Bolat' },
  ])
  const [first, second] = [...run.world.pending.values()]
  run.give({ type: 'task-completed', id: second?.id ?? '', result: { answer: 'no' } })
  run.give({ type: 'task-completed', id: first?.id ?? '', result: { answer: 'yes' } })
  expect(run.instance.data.answers).toEqual(['yes', 'no'])
  expect(run.waiting()).toEqual(['task next'])
})

test('sequential instances run one after the other', async () => {
  const run = drive(
    await repeated(
      '<multiInstanceLoopCharacteristics isSequential="true"><loopCardinality>=n</loopCardinality></multiInstanceLoopCharacteristics>',
    ),
    { n: 3 },
  )
  for (const counter of [1, 2, 3]) {
    expect(run.pending('work').local.loopCounter).toBe(counter)
    run.complete('work')
  }
  expect(run.waiting()).toEqual(['task next'])
})

test('the completion condition ends the rest', async () => {
  const run = drive(
    await repeated(
      '<multiInstanceLoopCharacteristics><loopCardinality>5</loopCardinality><completionCondition>numberOfCompletedInstances &gt;= 2</completionCondition></multiInstanceLoopCharacteristics>',
    ),
  )
  run.complete('work')
  run.complete('work')
  expect(run.waiting()).toEqual(['task next'])
  expect(run.instance.effects.filter(effect => effect.type === 'task-cancelled')).toHaveLength(3)
})

test('nothing to repeat goes on at once; what is not a list is an incident', async () => {
  const process = await repeated('<multiInstanceLoopCharacteristics tereze:collection="people"/>')
  expect(drive(process, { people: [] }).waiting()).toEqual(['task next'])
  const run = drive(process, {})
  expect(run.waiting()).toEqual(['incident work'])
  run.instance.data = { people: [1] }
  run.give({ type: 'retry', id: run.pending('work').id })
  expect(run.waiting()).toEqual(['task work'])
})

const sizeOf = (value: unknown) => JSON.stringify(value).length
const big = Array.from({ length: 300 }, (_, index) => ({ index, text: 'x'.repeat(300) }))

test('instances one after the other take their element when they begin: the state keeps no copy of the collection', async () => {
  const run = drive(
    await repeated(
      '<multiInstanceLoopCharacteristics isSequential="true" tereze:collection="people" tereze:element="person"/>',
    ),
    { people: big },
  )
  expect(sizeOf(run.instance.state)).toBeLessThan(1_500)
  run.complete('work')
  expect(run.pending('work').local).toMatchObject({ loopCounter: 2, person: { index: 1 } })
})

test('parallel instances beyond the limit are children, each known by its counter, and may fail and be tried again', async () => {
  const process = await repeated(
    `<multiInstanceLoopCharacteristics tereze:collection="people" tereze:element="person" tereze:into="answers" tereze:result="person.index * 2">
      <completionCondition>numberOfCompletedInstances &gt;= 250</completionCondition></multiInstanceLoopCharacteristics>`,
  )
  const context = { now: '2026-03-02T12:00:00.000Z', data: { people: big } }
  const begun = step(process, newState('process', 'i'), { type: 'start' }, context)
  const asked = begun.effects.filter(effect => effect.type === 'child-instance')
  expect(asked).toHaveLength(300)
  expect(asked[1]).toMatchObject({
    id: 'i:2/2',
    fragment: 'work',
    version: { kind: 'own' },
    local: { person: { index: 1 } },
  })
  expect(sizeOf(begun.state)).toBeLessThan(3_500)
  const broken = step(process, begun.state, { type: 'call-broken', id: 'i:2/7', reason: 'no answer' }, context)
  expect(broken.effects).toMatchObject([{ type: 'incident', id: 'i:2/7', code: 'call-broken' }])
  const again = step(process, broken.state, { type: 'retry', id: 'i:2/7' }, context)
  expect(again.effects).toMatchObject([
    { type: 'incident-resolved', id: 'i:2/7' },
    { type: 'child-instance', id: 'i:2/7', local: { person: { index: 6 } } },
  ])
  const answers: Input[] = Array.from({ length: 250 }, (_, index) => ({
    type: 'child-completed',
    id: `i:2/${index + 1}`,
    result: index,
  }))
  const twice = step(process, again.state, [...answers.slice(0, 1), ...answers], context)
  expect(twice.effects).toContainEqual({ type: 'ignored', input: 1, reason: 'unknown-id' })
  expect(twice.effects.filter(effect => effect.type === 'child-cancelled')).toHaveLength(50)
  expect(twice.effects).toContainEqual(expect.objectContaining({ type: 'task-opened', node: 'next' }))
})

test('in memory the children run on the data of the case and give what they contribute', async () => {
  const run = drive(
    await repeated(
      '<extensionElements><tereze:output target="last" source="=result"/></extensionElements><multiInstanceLoopCharacteristics tereze:collection="people" tereze:element="person" tereze:into="answers" tereze:result="result + person"/>',
    ),
    { people: Array.from({ length: 101 }, (_, index) => index) },
  )
  expect(run.waiting()).toHaveLength(101)
  for (let index = 0; index < 101; index++) run.complete('work', 1_000)
  expect(run.waiting()).toEqual(['task next'])
  expect(run.instance.data).toMatchObject({ last: 1_000 })
  expect((run.instance.data.answers as number[])[100]).toBe(1_100)
})

test('children end with their activity; an error of one is caught at its border', async () => {
  const process = await processOf(
    `<startEvent id="start"/><callActivity id="work" calledElement="other"><extensionElements><camunda:in sourceExpression="=person" target="p"/></extensionElements>
      <multiInstanceLoopCharacteristics tereze:collection="people" tereze:element="person"/></callActivity>
    <boundaryEvent id="failed" attachedToRef="work"><errorEventDefinition errorRef="E"/></boundaryEvent><userTask id="handle"/>${flows('start > work', 'failed > handle')}`,
    '<error id="E" errorCode="bad"/>',
  )
  const run = drive(process, { people: Array.from({ length: 150 }, (_, index) => index) })
  expect(run.instance.effects).toContainEqual(
    expect.objectContaining({ type: 'child-instance', id: 'i:2/150', process: 'other', inputs: { p: 149 } }),
  )
  const effects = run.give({ type: 'call-failed', id: 'i:2/3', error: 'bad' })
  expect(effects.filter(effect => effect.type === 'child-cancelled')).toHaveLength(150)
  expect(run.waiting()).toEqual(['task handle'])
})

test('what could be undone for each instance, or is beyond all bounds, is an incident', async () => {
  const many = await repeated(
    '<multiInstanceLoopCharacteristics><loopCardinality>10001</loopCardinality></multiInstanceLoopCharacteristics>',
  )
  expect(drive(many).waiting()).toEqual(['incident work'])
})

test('a state of the format before is read and goes on', async () => {
  const process = await repeated(
    '<multiInstanceLoopCharacteristics isSequential="true" tereze:collection="people" tereze:element="person"/>',
  )
  const before = {
    format: 1,
    process: 'process',
    instance: 'i',
    status: 'active',
    sequence: 4,
    tokens: {
      0: { at: 'process', in: -1, doing: 'scope' },
      2: {
        at: 'work',
        in: 0,
        doing: 'repeat',
        via: 'start-work',
        progress: { total: 2, started: 1, completed: 0, elements: ['a', 'b'] },
      },
      3: { at: 'work', in: 2, doing: 'task', local: { loopCounter: 1, person: 'a' } },
    },
    waits: {},
  } as const
  const state = JSON.parse(JSON.stringify(before)) as State
  const { state: after, effects } = step(
    process,
    state,
    { type: 'task-completed', id: 'i:3' },
    { now: '2026-03-02T12:00:00.000Z', data: {} },
  )
  expect(after.format).toBe(2)
  expect(effects).toContainEqual(
    expect.objectContaining({ type: 'task-opened', local: expect.objectContaining({ person: 'b' }) }),
  )
})

test('a loop goes on while its condition holds, tested before or after', async () => {
  const loop = (before: boolean) =>
    repeated(
      `<standardLoopCharacteristics testBefore="${before}" loopMaximum="3"><loopCondition>more</loopCondition></standardLoopCharacteristics>`,
    )
  expect(drive(await loop(true), { more: false }).waiting()).toEqual(['task next'])
  const once = drive(await loop(false), { more: false })
  once.complete('work')
  expect(once.waiting()).toEqual(['task next'])
  const thrice = drive(await loop(true), { more: true })
  for (let count = 0; count < 3; count++) thrice.complete('work')
  expect(thrice.waiting()).toEqual(['task next'])
})

test('an error in one instance of a sub-process ends them all', async () => {
  const process = await processOf(
    `<startEvent id="start"/><subProcess id="each"><multiInstanceLoopCharacteristics><loopCardinality>3</loopCardinality></multiInstanceLoopCharacteristics>
    <startEvent id="in"/><userTask id="work"/><endEvent id="bad"><errorEventDefinition errorRef="e"/></endEvent>${flows('in > work > bad')}</subProcess>
    <boundaryEvent id="caught" attachedToRef="each"><errorEventDefinition/></boundaryEvent><userTask id="handle"/>${flows('start > each', 'caught > handle')}`,
    '<error id="e" errorCode="x"/>',
  )
  const run = drive(process)
  expect(run.waiting()).toEqual(['task work', 'task work', 'task work'])
  run.complete('work')
  expect(run.waiting()).toEqual(['task handle'])
})
