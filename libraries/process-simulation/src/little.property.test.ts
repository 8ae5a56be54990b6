import { assert, asyncProperty, constantFrom, integer, record } from 'fast-check'
import { expect, test } from 'vitest'
import type { Scenario } from './scenario.ts'
import { flows, office, processesOf, run } from './testing.fixture.ts'

const processes = await processesOf(
  `<process id="p"><startEvent id="s"/><exclusiveGateway id="merge"/><parallelGateway id="fork"/><userTask id="a" tereze:role="clerk"/><userTask id="b" tereze:role="head"/><serviceTask id="c"/><parallelGateway id="join"/>
  <exclusiveGateway id="again" default="again-e"/><endEvent id="e"/>${flows('s > merge > fork > a > join > again > e', 'fork > b > c > join')}
  <sequenceFlow id="back" sourceRef="again" targetRef="merge"><conditionExpression>repeat</conditionExpression></sequenceFlow></process>`,
)

const scenarios = record({
  seed: integer({ min: 0, max: 1_000_000 }),
  instances: integer({ min: 1, max: 60 }),
  perHour: integer({ min: 1, max: 40 }),
  staff: integer({ min: 1, max: 4 }),
  calendar: constantFrom(undefined, 'office'),
  minutes: integer({ min: 0, max: 90 }),
  repeats: integer({ min: 1, max: 9 }),
})

test('what is in a system on average is its rate times the time in it (Little), and the rest adds up', async () => {
  const look = asyncProperty(scenarios, async ({ seed, instances, perHour, staff, calendar, minutes, repeats }) => {
    const hours = calendar === undefined ? {} : { calendar }
    const scenario: Omit<Scenario, 'format' | 'begin'> = {
      seed,
      instances,
      arrivals: { by: { exponential: { perHour } }, ...hours },
      work: {
        a: { takes: { exponential: `PT${minutes}M` }, costPerHour: 10 },
        b: { takes: { triangular: { least: 'PT1M', likely: 'PT5M', most: 'PT30M' } } },
        c: {
          takes: { empirical: ['PT1S', 'PT20S'] },
          // biome-ignore lint/suspicious/noThenProperty: a member of a scenario, never awaited
          then: [
            {
              into: 'repeat',
              oneOf: [
                { share: repeats, is: false },
                { share: 1, is: true },
              ],
            },
          ],
        },
      },
      pools: { clerk: { staff, ...hours }, head: { staff: 1, costPerHour: 20 } },
      calendars: { office },
    }
    const result = run(processes, scenario)
    expect(run(processes, scenario)).toEqual(result)
    expect(result.finished).toBe(instances)
    expect(result.unfinished).toBe(0)
    const span = (Date.parse(result.end) - Date.parse(result.begin)) / 1000
    expect(result.inSystem.mean * span).toBeCloseTo((result.time?.mean ?? 0) * instances, -1)
    for (const pool of result.pools) {
      expect(pool.queue.mean * span).toBeCloseTo((pool.waiting?.mean ?? 0) * (pool.waiting?.count ?? 0), -1)
      expect(pool.utilisation).toBeLessThanOrEqual(1)
    }
    for (const { entered, done, cancelled, total } of result.nodes)
      if (total !== null) expect(done + cancelled).toBe(entered)
    expect(result.nodes.reduce((sum, { cost }) => sum + cost, 0)).toBeCloseTo(result.cost.total, 1)
    expect(result.paths.reduce((sum, { count }) => sum + count, 0)).toBe(instances)
  })
  await assert(look, { numRuns: 60, seed: 4 })
})
