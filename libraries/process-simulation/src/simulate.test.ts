import { describe, expect, test } from 'vitest'
import { simulateScenario } from './simulate.ts'
import { flows, office, oneTask, processesOf, rules, run } from './testing.fixture.ts'

const atOnce = { by: { at: ['PT0S'] } }
const takes = (text: string) => ({ takes: { fixed: text } })
const nodeOf = (result: ReturnType<typeof run>, id: string) => result.nodes.find(({ node }) => node === id)

test('nobody works at night: what comes in the evening is begun in the morning, what is begun goes on after the break', async () => {
  const result = run(await processesOf(oneTask), {
    arrivals: { by: { at: ['PT17H45M', 'PT20H', 'PT36H30M'] } },
    work: { work: takes('PT30M') },
    pools: { clerk: { staff: 1, calendar: 'office', costPerHour: 8 } },
    calendars: { office },
    until: '2026-03-05T00:00:00Z',
  })
  // 17:45 → next day 9:15; 20:00 → 9:15 to 9:45; 12:30 → 13:00.
  expect(nodeOf(result, 'work')).toMatchObject({
    total: { count: 3, most: 15.5 * 3600, p50: 13.75 * 3600 },
    waiting: { most: 13.25 * 3600 },
    processing: { mean: 1800, most: 1800 },
    cost: 12,
  })
  expect(result.pools[0]).toMatchObject({ workedHours: 1.5, openHours: 24, utilisation: 0.0625 })
})

test('branches that run at once: the longer one decides, both are work', async () => {
  const processes = await processesOf(
    `<process id="p"><startEvent id="s"/><parallelGateway id="fork"/><userTask id="a" tereze:role="clerk"/><userTask id="b" tereze:role="clerk"/><parallelGateway id="join"/><endEvent id="e"/>${flows('s > fork > a > join > e', 'fork > b > join')}</process>`,
  )
  const scenario = { instances: 1, arrivals: atOnce, work: { a: takes('PT10M'), b: takes('PT30M') } }
  const two = run(processes, { ...scenario, pools: { clerk: { staff: 2 } } })
  expect(two).toMatchObject({ time: { mean: 1800 }, processing: { mean: 2400 }, waiting: { mean: 0 } })
  expect(two.paths).toEqual([{ path: 's → fork → a → b → join → e', count: 1, share: 1 }])
  const one = run(processes, { ...scenario, pools: { clerk: { staff: 1 } } })
  expect(one).toMatchObject({ time: { mean: 2400 }, waiting: { mean: 600 } })
})

test('a boundary timer really runs: it takes the work away, and the person is free', async () => {
  const processes = await processesOf(
    `<process id="p"><startEvent id="s"/><userTask id="work" tereze:role="clerk"/><endEvent id="e"/><boundaryEvent id="late" attachedToRef="work"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></boundaryEvent><endEvent id="given-up"/>${flows('s > work > e', 'late > given-up')}</process>`,
  )
  const result = run(processes, {
    arrivals: { by: { at: ['PT0S', 'PT0S'] } },
    instances: 2,
    work: { work: takes('PT50M') },
    pools: { clerk: { staff: 1, costPerHour: 60 } },
  })
  expect(nodeOf(result, 'work')).toMatchObject({ entered: 2, done: 1, cancelled: 1, cost: 60 })
  expect(result.pools[0]).toMatchObject({ workedHours: 1, utilisation: 1 })
  expect(nodeOf(result, 'late')).toMatchObject({ done: 1, cancelled: 1 })
  expect(result.paths.map(({ path }) => path)).toEqual(['s → work → e', 's → work → late → given-up'])
})

test('a working term is counted by the calendar', async () => {
  const processes = await processesOf(
    `<process id="p"><startEvent id="s"/><intermediateCatchEvent id="wait" tereze:term='{"workingDays":3}'><timerEventDefinition/></intermediateCatchEvent><endEvent id="e"/>${flows('s > wait > e')}</process>`,
  )
  const scenario = { arrivals: { by: { at: ['PT106H'] } }, instances: 1, calendars: { office } }
  // Friday 10:00; Monday is a holiday, so Tuesday, Wednesday, Thursday count.
  expect(run(processes, { ...scenario, terms: { calendar: 'office', rules } }).end).toBe('2026-03-13T00:00:00.000Z')
  expect(simulateScenario(processes, { format: 1, seed: 1, begin: '2026-03-02T00:00:00Z', ...scenario })).toEqual({
    ok: false,
    problems: [{ code: 'terms-missing', at: 'terms' }],
  })
})

test('the higher priority goes first, then who came first', async () => {
  const processes = await processesOf(
    `<process id="p"><startEvent id="s"/><exclusiveGateway id="g" default="g-slow"/><userTask id="fast" tereze:role="clerk"/><userTask id="slow" tereze:role="clerk"/><endEvent id="e"/>${flows('s > g > slow > e', 'fast > e')}<sequenceFlow id="f" sourceRef="g" targetRef="fast"><conditionExpression>urgent</conditionExpression></sequenceFlow></process>`,
  )
  const result = run(processes, {
    arrivals: { by: { every: 'PT1M' } },
    instances: 4,
    data: [{ into: 'urgent', feel: 'number = 4' }],
    work: { fast: { ...takes('PT10M'), priority: 1 }, slow: takes('PT10M') },
    pools: { clerk: { staff: 1 } },
  })
  expect(nodeOf(result, 'fast')?.waiting?.mean).toBe(7 * 60)
  expect(nodeOf(result, 'slow')?.waiting).toMatchObject({ p50: 19 * 60, most: 28 * 60 })
})

describe('chance', () => {
  const branching = `<process id="p"><startEvent id="s"/><exclusiveGateway id="g" default="g-no"/><endEvent id="yes"/><endEvent id="no"/>${flows('s > g > no')}<sequenceFlow id="g-yes" sourceRef="g" targetRef="yes"><conditionExpression>answer.good</conditionExpression></sequenceFlow></process>`
  const of = async (data: object[], seed = 1) =>
    run(await processesOf(branching), {
      seed,
      instances: 2_000,
      arrivals: { by: { exponential: { perHour: 10 } } },
      data: data as never,
    })

  test('shares are taken as often as they say, by a list or by FEEL', async () => {
    const byList = await of([
      {
        into: 'answer.good',
        oneOf: [
          { share: 3, is: true },
          { share: 1, is: false },
        ],
      },
    ])
    expect(byList.flows['g-yes']).toBeGreaterThan(1_440)
    expect(byList.flows['g-yes']).toBeLessThan(1_560)
    const byFeel = await of([{ into: 'answer.good', feel: 'chance < 0.75' }])
    expect(byFeel.flows['g-yes']).toBeGreaterThan(1_440)
    expect(byFeel.flows['g-yes']).toBeLessThan(1_560)
  })

  test('a seed gives the same bytes, another seed others', async () => {
    const data = [{ into: 'answer.good', feel: 'chance < 0.5' }]
    const [one, same, other] = [await of(data, 7), await of(data, 7), await of(data, 8)]
    expect(JSON.stringify(one)).toBe(JSON.stringify(same))
    expect(JSON.stringify(one)).not.toBe(JSON.stringify(other))
    expect((await of([{ into: 'answer.good', is: true }], 7)).end).toBe(one.end)
  })
})

test('calls, called processes, messages, signals, ad-hoc work: all of it runs', async () => {
  const processes = await processesOf(
    `<message id="m" name="paid"/><signal id="go" name="go"/>
    <process id="p"><startEvent id="s"/><callActivity id="call" calledElement="child"/><receiveTask id="pay" messageRef="m"/><adHocSubProcess id="any"><userTask id="x"/><userTask id="y"/></adHocSubProcess><endEvent id="e"/>${flows('s > call > pay > any > e')}</process>
    <process id="child"><startEvent id="cs"/><serviceTask id="ask"/><endEvent id="ce"/>${flows('cs > ask > ce')}</process>`,
  )
  const result = run(processes, {
    arrivals: atOnce,
    instances: 1,
    work: { 'child/ask': takes('PT5S'), x: takes('PT10S'), y: takes('PT20S') },
    messages: { paid: { fixed: 'PT1H' } },
  })
  expect(result).toMatchObject({ finished: 1, time: { mean: 3625 }, waiting: { mean: 3600 }, processing: { mean: 35 } })
  expect(result.nodes.map(({ node }) => node)).toContain('child/ask')
  expect(run(processes, { arrivals: atOnce, instances: 1 })).toMatchObject({
    unfinished: 1,
    assumed: ['child/ask'],
  })
})

test('a signal reaches the other instances', async () => {
  const processes = await processesOf(
    `<signal id="go" name="go"/><process id="p"><startEvent id="s"/><exclusiveGateway id="g" default="g-wait"/><intermediateCatchEvent id="wait"><signalEventDefinition signalRef="go"/></intermediateCatchEvent><endEvent id="e"/><endEvent id="throw"><signalEventDefinition signalRef="go"/></endEvent>${flows('s > g > wait > e')}<sequenceFlow id="f" sourceRef="g" targetRef="throw"><conditionExpression>last</conditionExpression></sequenceFlow></process>`,
  )
  const result = run(processes, {
    arrivals: { by: { every: 'PT1H' } },
    instances: 3,
    data: [{ into: 'last', feel: 'number = 3' }],
  })
  expect(result).toMatchObject({ finished: 3, time: { most: 7200 } })
})

test('what cannot go on is an incident, and unfinished', async () => {
  const processes = await processesOf(
    `<process id="p"><startEvent id="s"/><exclusiveGateway id="g"/><endEvent id="a"/><endEvent id="b"/>${flows('s > g')}<sequenceFlow id="f1" sourceRef="g" targetRef="a"><conditionExpression>x = 1</conditionExpression></sequenceFlow><sequenceFlow id="f2" sourceRef="g" targetRef="b"><conditionExpression>x = 2</conditionExpression></sequenceFlow></process>`,
  )
  const result = run(processes, { arrivals: { by: { every: 'PT1H' } }, instances: 2 })
  expect(result).toMatchObject({ unfinished: 2, incidents: [{ node: 'g', code: 'no-flow-taken', count: 2 }] })
})

test('the length of the queue over time is told at regular instants', async () => {
  const result = run(await processesOf(oneTask), {
    arrivals: { by: { every: 'PT30M' } },
    until: '2026-03-02T05:00:00Z',
    work: { work: takes('PT1H') },
    pools: { clerk: { staff: 1 } },
  })
  expect(result.series.everySeconds).toBe(3600)
  expect(result.series.points.map(({ queues }) => queues.clerk)).toEqual([0, 1, 2, 3, 4])
  expect(result).toMatchObject({ started: 10, finished: 4, unfinished: 6 })
})

test.each([
  [{ work: { nowhere: takes('PT1M') } }, 'node-unknown', 'work.nowhere'],
  [{ work: { work: { ...takes('PT1M'), pool: 'none' } } }, 'pool-unknown', 'work.work'],
  [{ pools: { clerk: { staff: 1, calendar: 'none' } } }, 'calendar-unknown', 'pools.clerk'],
  [{ calendars: { office: {} } }, 'calendar-invalid', 'office'],
  [{ data: [{ into: 'x', feel: '1 +' }] }, 'expression-invalid', 'data.x'],
  [{ arrivals: { by: { every: 'PT0S' } } }, 'arrivals-too-dense', 'arrivals'],
  [{ arrivals: { ...atOnce, start: 'x' } }, 'start-unknown', 'arrivals'],
  [{ until: '2026-01-01T00:00:00Z' }, 'date-invalid', 'until'],
  [
    { work: { work: { takes: { triangular: { least: 'PT2M', likely: 'PT1M', most: 'PT3M' } } } } },
    'corners-out-of-order',
    'work.work',
  ],
  [{ work: { work: takes('1 hour') } }, 'format-wrong', 'work.work.takes.fixed'],
  [{ instances: 0 }, 'format-wrong', 'instances'],
])('%j is refused: %s at %s', async (part, code, at) => {
  const scenario = { format: 1, seed: 1, begin: '2026-03-02T00:00:00Z', instances: 1, arrivals: atOnce, ...part }
  const outcome = simulateScenario(await processesOf(oneTask), scenario)
  expect(outcome.ok ? [] : outcome.problems).toContainEqual({ code, at })
})

test('a calendar that ends too early ends the simulation with its name', async () => {
  const outcome = simulateScenario(await processesOf(oneTask), {
    format: 1,
    seed: 1,
    begin: '2026-12-31T00:00:00Z',
    instances: 2,
    arrivals: { by: { every: 'PT20H' } },
    work: { work: takes('PT1H') },
    pools: { clerk: { staff: 1, calendar: 'office' } },
    calendars: { office },
  })
  expect(outcome).toEqual({ ok: false, problems: [{ code: 'calendar-ends', at: 'office' }] })
})
