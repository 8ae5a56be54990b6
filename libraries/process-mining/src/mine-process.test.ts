import { readFileSync } from 'node:fs'
import { parseProcess } from '@tereze/bpmn'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type LoggedStep, mineProcess, type Trace } from './index.ts'
import { simulateWithLog } from './simulated-log.fixture.ts'

const content = (path: string) => readFileSync(new URL(`../../../content/${path}`, import.meta.url), 'utf8')
const parsed = await parseProcess(content('processes/standard-service/process.bpmn'))
const processes = parsed.ok ? parsed.processes : []
const office = JSON.parse(content('jurisdictions/demo/calendar.json'))
const usual = {
  ...JSON.parse(content('processes/standard-service/scenarios/usual.scenario.json')),
  until: '2026-03-13T00:00:00+05:00',
  calendars: { office },
  terms: { calendar: 'office', rules: JSON.parse(content('jurisdictions/demo/deadline-rules.json')) },
}
const { result, traces } = simulateWithLog(processes, usual)

test('what is mined out of a log of a simulation is what the simulation counted', () => {
  const mined = mineProcess(traces, office)
  expect([mined.cases, mined.finished, mined.unfinished]).toEqual([result.started, result.finished, result.unfinished])
  expect(mined.time).toEqual(result.time)
  expect(Object.fromEntries(mined.flows.map(({ flow, count }) => [flow, count]))).toEqual(result.flows)
  const simulated = new Map(result.nodes.map(node => [node.node, node]))
  for (const { node, entered, done, time } of mined.nodes) {
    const known = simulated.get(node)
    expect({ node, entered }).toEqual({ node, entered: known?.entered })
    if (known?.total && known.done === done) expect({ node, time }).toEqual({ node, time: known.total })
  }
  expect(mined.nodes.find(({ node }) => node === 'review')?.time?.count).toBeGreaterThan(50)
  // Ways of gateways that are run through at once are the same ways, by every element.
  expect(mined.paths.reduce((sum, { count }) => sum + count, 0)).toBe(result.finished)
  expect(mined.paths[0]?.share).toBeCloseTo(result.paths[0]?.share ?? 0, 6)
})

test('what takes most of the time comes first, and working time leaves nights out', () => {
  const [longest] = mineProcess(traces, office).nodes
  const tookOf = ({ total }: (typeof result.nodes)[number]) => (total?.mean ?? 0) * (total?.count ?? 0)
  const most = result.nodes.reduce((one, other) => (tookOf(other) > tookOf(one) ? other : one))
  expect(longest?.node).toBe(most.node)
  const review = mineProcess(traces, office).nodes.find(({ node }) => node === 'review')
  expect(review?.working?.mean).toBeLessThan(review?.time?.mean ?? 0)
  expect(mineProcess(traces).working).toBeNull()
  const late = traces.map(trace => ({ ...trace, began: trace.began.replace('2026', '2019') }))
  expect(mineProcess(late, office).working).toBeNull()
})

test('rework, several at once, what goes on and what was cancelled are counted as they are', () => {
  const at = (minute: number) => `2026-03-02T09:${String(minute).padStart(2, '0')}:00.000Z`
  const step = (what: LoggedStep['what'], element: string, minute: number) => ({ what, element, at: at(minute) })
  const trace: Trace = {
    id: '1',
    began: at(0),
    ended: null,
    steps: [
      step('entered', 'check', 0),
      step('entered', 'check', 2),
      step('left', 'check', 4),
      step('left', 'check', 10),
      step('entered', 'ask', 10),
      step('cancelled', 'ask', 12),
      step('left', 'nowhere', 12),
      step('entered', 'wait', 12),
    ],
  }
  const nodes = new Map(mineProcess([trace]).nodes.map(node => [node.node, node]))
  expect(nodes.get('check')).toMatchObject({ entered: 2, done: 2, again: 1, open: 0, durations: [240, 480] })
  expect(nodes.get('ask')).toMatchObject({ entered: 1, done: 0, cancelled: 1, time: null })
  expect(nodes.get('wait')).toMatchObject({ entered: 1, open: 1 })
  expect(nodes.has('nowhere')).toBe(false)
  expect(mineProcess([])).toMatchObject({ cases: 0, from: null, time: null, paths: [], ways: 0 })
})

test('the order in which cases come changes nothing', () => {
  const some = traces.slice(0, 40)
  const whole = mineProcess(some, office)
  fc.assert(
    fc.property(fc.shuffledSubarray([...some], { minLength: some.length }), mixed => {
      expect(mineProcess(mixed, office)).toEqual(whole)
    }),
    { numRuns: 10 },
  )
})
