import { expect, test } from 'vitest'
import { drive } from '../testing/driver.fixture.ts'
import { flows, processOf } from '../testing/model.fixture.ts'

const condition = (id: string, from: string, to: string, feel: string) =>
  `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}"><conditionExpression xsi:type="tFormalExpression">${feel}</conditionExpression></sequenceFlow>`

test('an exclusive gateway takes the first flow whose condition holds, else the default', async () => {
  const process = await processOf(`
    <startEvent id="start"/><exclusiveGateway id="which" default="which-small"/><userTask id="big"/><userTask id="small"/>
    ${flows('start > which', 'which > small')} ${condition('yes', 'which', 'big', 'amount &gt; 100')} ${condition('also', 'which', 'small', 'amount &gt; 10')}`)
  expect(drive(process, { amount: 200 }).path()).toEqual(['start', 'which', 'big'])
  expect(drive(process, { amount: 50 }).path()).toEqual(['start', 'which', 'small'])
  expect(drive(process, { amount: 5 }).path()).toEqual(['start', 'which', 'small'])
  expect(drive(process, {}).path()).toEqual(['start', 'which', 'small'])
})

test('a gateway without a way on is an incident that can be tried again with other data', async () => {
  const process = await processOf(`
    <startEvent id="start"/><exclusiveGateway id="which"/><endEvent id="a"/><endEvent id="b"/>
    ${flows('start > which')} ${condition('fa', 'which', 'a', 'x = 1')} ${condition('fb', 'which', 'b', 'x = 2')}`)
  const run = drive(process)
  expect(run.waiting()).toEqual(['incident which'])
  run.instance.data = { x: 2 }
  run.give({ type: 'retry', id: run.pending('which').id })
  expect(run.path().at(-1)).toBe('b')
  expect(run.instance.state.status).toBe('completed')
})

test('a parallel join waits for one token of each incoming flow', async () => {
  const process = await processOf(`
    <startEvent id="start"/><parallelGateway id="fork"/><userTask id="a"/><userTask id="b"/><parallelGateway id="join"/><userTask id="last"/><endEvent id="end"/>
    ${flows('start > fork > a > join', 'fork > b > join', 'join > last > end')}`)
  const run = drive(process)
  run.complete('b')
  expect(run.waiting()).toEqual(['task a'])
  run.complete('a')
  expect(run.waiting()).toEqual(['task last'])
  run.complete('last')
  expect(run.instance.state).toMatchObject({ status: 'completed', tokens: {}, waits: {} })
})

test('an inclusive join waits only for tokens that can still come', async () => {
  const process = await processOf(`
    <startEvent id="start"/><inclusiveGateway id="fork"/><userTask id="a"/><userTask id="b"/><userTask id="c"/><inclusiveGateway id="join"/><userTask id="last"/>
    ${flows('start > fork', 'a > join', 'b > join', 'c > join', 'join > last')}
    ${condition('fa', 'fork', 'a', 'a')} ${condition('fb', 'fork', 'b', 'b')} ${condition('fc', 'fork', 'c', 'c')}`)
  const run = drive(process, { a: true, b: true, c: false })
  run.complete('a')
  expect(run.waiting()).toEqual(['task b'])
  run.complete('b')
  expect(run.waiting()).toEqual(['task last'])
})

test('a complex gateway fires by its condition and swallows what comes later', async () => {
  const process = await processOf(`
    <startEvent id="start"/><parallelGateway id="fork"/><userTask id="a"/><userTask id="b"/><userTask id="c"/>
    <complexGateway id="two"><activationCondition>activationCount &gt;= 2</activationCondition></complexGateway><userTask id="next"/>
    ${flows('start > fork', 'fork > a > two', 'fork > b > two', 'fork > c > two', 'two > next')}`)
  const run = drive(process)
  run.complete('a')
  expect(run.waiting()).toEqual(['task b', 'task c'])
  run.complete('b')
  expect(run.waiting()).toEqual(['task c', 'task next'])
  run.complete('c')
  expect(run.waiting()).toEqual(['task next'])
  run.complete('next')
  expect(run.instance.state.status).toBe('completed')
})

test('the first event decides the way after an event-based gateway', async () => {
  const process = await processOf(
    `<startEvent id="start"/><eventBasedGateway id="which"/>
    <intermediateCatchEvent id="answer"><messageEventDefinition messageRef="m"/></intermediateCatchEvent>
    <intermediateCatchEvent id="late"><timerEventDefinition><timeDuration>P10D</timeDuration></timerEventDefinition></intermediateCatchEvent>
    <userTask id="read"/><userTask id="remind"/>
    ${flows('start > which > answer > read', 'which > late > remind')}`,
    '<message id="m" name="answer"/>',
  )
  const run = drive(process)
  expect(run.waiting()).toEqual(['message answer', 'timer late'])
  expect(run.pending('late').due).toEqual({ at: '2026-03-12T12:00:00.000Z' })
  const effects = run.complete('answer')
  expect(effects.map(effect => effect.type)).toContain('timer-cancelled')
  expect(run.waiting()).toEqual(['task read'])
})

test('a join that nothing can complete is told as a deadlock', async () => {
  const process = await processOf(`
    <startEvent id="start"/><exclusiveGateway id="which" default="which-a"/><task id="a"/><task id="b"/><parallelGateway id="join"/><endEvent id="end"/>
    ${flows('start > which', 'which > a > join', 'b > join', 'join > end')} ${condition('fb', 'which', 'b', 'false')}`)
  const run = drive(process)
  expect(run.instance.effects.at(-1)).toMatchObject({ type: 'incident', code: 'deadlock', node: 'join' })
})

test('the default flow of an inclusive gateway is taken only when nothing else is; that of an activity beside plain flows', async () => {
  const ways = (from: string) => `<userTask id="plain"/><userTask id="maybe"/><userTask id="otherwise"/>
    ${flows(`${from} > plain`, `${from} > otherwise`)} ${condition('f', from, 'maybe', 'yes')}`
  const gateway = await processOf(
    `<startEvent id="start"/><inclusiveGateway id="g" default="g-otherwise"/>${flows('start > g')}${ways('g')}`,
  )
  expect(drive(gateway, { yes: false }).waiting()).toEqual(['task plain'])
  const activity = await processOf(
    `<startEvent id="start"/><task id="t" default="t-otherwise"/>${flows('start > t')}${ways('t')}`,
  )
  expect(drive(activity, { yes: false }).waiting()).toEqual(['task plain', 'task otherwise'])
  expect(drive(activity, { yes: true }).waiting()).toEqual(['task plain', 'task maybe'])
})

const complex = (activation: string, ways: string, data: Record<string, unknown> = {}) =>
  processOf(`<startEvent id="s"/><parallelGateway id="f"/><userTask id="a"/><userTask id="b"/><complexGateway id="c">${activation === '' ? '' : `<activationCondition>${activation}</activationCondition>`}</complexGateway><userTask id="x"/><userTask id="y"/>
    ${flows('s > f > a > c', 'f > b > c')}${ways}`).then(process => drive(process, data as never))

test('a complex gateway that may take no flow is an incident, and fires when it is tried again', async () => {
  const run = await complex(
    'activationCount &gt;= 1',
    condition('cx', 'c', 'x', 'waitingForStart and go') + condition('cy', 'c', 'y', 'false'),
  )
  run.complete('a')
  expect(run.waiting()).toEqual(['task b', 'incident c'])
  run.instance.data = { go: true }
  run.give({ type: 'retry', id: run.pending('c').id })
  expect(run.waiting()).toEqual(['task b', 'task x'])
  run.complete('b')
  run.complete('x')
  expect(run.instance.state).toMatchObject({ status: 'completed', tokens: {} })
})

test('a complex gateway is reset also when all tokens had come before, and then takes other flows', async () => {
  const ways = condition('cx', 'c', 'x', 'waitingForStart') + condition('cy', 'c', 'y', 'not(waitingForStart)')
  const all = await complex('activationCount &gt;= 2', ways)
  for (const node of ['a', 'b']) all.complete(node)
  expect(all.waiting()).toEqual(['task x', 'task y'])
  const first = await complex('activationCount &gt;= 1', ways)
  first.complete('a')
  expect(first.waiting()).toEqual(['task b', 'task x'])
  first.complete('b')
  expect(first.waiting()).toEqual(['task x', 'task y'])
})

test('the activation condition counts tokens, by flow too, and is looked at again when data change', async () => {
  const run = await complex('activationCount &gt;= n', flows('c > x') + condition('cy', 'c', 'y', 'false'), { n: 2 })
  run.complete('a')
  run.instance.data = { n: 1 }
  run.give({ type: 'data-changed' })
  expect(run.waiting()).toEqual(['task b', 'task x'])
  const byFlow = await complex(
    'get value(activationCounts, "b-c") = 1',
    flows('c > x') + condition('cy', 'c', 'y', 'false'),
  )
  byFlow.complete('a')
  expect(byFlow.waiting()).toEqual(['task b'])
  byFlow.complete('b')
  expect(byFlow.waiting()).toEqual(['task x'])
})

test('a complex gateway with one incoming flow chooses by its conditions, else the default', async () => {
  const one = (ways: string) =>
    processOf(
      `<startEvent id="s"/><complexGateway id="c" default="c-y"/><userTask id="x"/><userTask id="y"/>${flows('s > c', 'c > y')}${ways}`,
    )
  expect(drive(await one(condition('cx', 'c', 'x', 'waitingForStart'))).waiting()).toEqual(['task x', 'task y'])
  expect(drive(await one(condition('cx', 'c', 'x', 'true'))).waiting()).toEqual(['task x', 'task x'])
})

test('a join that one flow can never reach is told while other work goes on, and can be repaired', async () => {
  const process = await processOf(`
    <startEvent id="s"/><parallelGateway id="f"/><exclusiveGateway id="w" default="w-a"/><task id="a"/><task id="b"/><userTask id="other"/><parallelGateway id="j"/><userTask id="x"/>
    ${flows('s > f > w > a > j', 'b > j > x', 'f > other')}${condition('wb', 'w', 'b', 'false')}`)
  const run = drive(process)
  expect(run.waiting()).toEqual(['task other', 'incident j'])
  const { id } = run.pending('j')
  expect(run.give({ type: 'retry', id }).map(effect => effect.type)).toEqual(['incident-resolved', 'incident'])
  run.give({ type: 'add', to: 'b' })
  expect(run.waiting()).toEqual(['task other', 'task x'])
})
