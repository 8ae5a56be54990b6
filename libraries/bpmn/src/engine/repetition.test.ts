import { expect, test } from 'vitest'
import { drive } from '../testing/driver.fixture.ts'
import { flows, processOf } from '../testing/model.fixture.ts'

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

test('too many parallel instances are an incident, not a state of megabytes', async () => {
  const process = await repeated(
    '<multiInstanceLoopCharacteristics><loopCardinality>101</loopCardinality></multiInstanceLoopCharacteristics>',
  )
  expect(drive(process).instance.effects).toContainEqual(
    expect.objectContaining({ type: 'incident', code: 'too-many-instances' }),
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
