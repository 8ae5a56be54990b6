import { parseProcess } from '@tereze/bpmn'
import { expect, test } from 'vitest'
import { fitScenario, measured, mineProcess } from './index.ts'
import { simulateWithLog } from './simulated-log.fixture.ts'

const parsed = await parseProcess(
  `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:tereze="urn:tereze:bpmn:1" id="d" targetNamespace="urn:t">
    <process id="p"><startEvent id="s"/><serviceTask id="ask"/><userTask id="look" tereze:role="clerk"/><endEvent id="e"/>
    <sequenceFlow id="a" sourceRef="s" targetRef="ask"/><sequenceFlow id="b" sourceRef="ask" targetRef="look"/>
    <sequenceFlow id="c" sourceRef="look" targetRef="e"/></process></definitions>`,
)
const processes = parsed.ok ? parsed.processes : []
const real = {
  format: 1 as const,
  seed: 7,
  begin: '2026-03-02T00:00:00Z',
  instances: 400,
  arrivals: { by: { exponential: { perHour: 5 } } },
  work: {
    ask: { takes: { exponential: 'PT20M' } },
    look: { takes: { fixed: 'PT6M' }, pool: 'clerk' },
  },
  pools: { clerk: { staff: 1 } },
}
const guess = {
  ...real,
  seed: 8,
  arrivals: { by: { every: 'PT1H' } },
  work: { ...real.work, ask: { takes: { fixed: 'PT2M' } } },
}

test('a guess that is fitted to the log comes out as the log does', () => {
  const { traces } = simulateWithLog(processes, real)
  const mined = mineProcess(traces)
  const { scenario, fitted, kept } = fitScenario(guess, mined)
  expect(fitted).toEqual(['ask'])
  expect(kept).toEqual([{ node: 'look', why: 'has-a-pool' }])
  const again = simulateWithLog(processes, scenario).result
  const before = simulateWithLog(processes, guess).result
  const off = (of: { time: { mean: number } | null }) => Math.abs((of.time?.mean ?? 0) / (mined.time?.mean ?? 1) - 1)
  expect(off(again)).toBeLessThan(0.15)
  expect(off(before)).toBeGreaterThan(0.5)
  expect(measured(mined).time).toEqual(mined.time)
})

test('of too few cases nothing is taken', () => {
  const { traces } = simulateWithLog(processes, { ...real, instances: 3 })
  const { scenario, fitted, kept } = fitScenario(guess, mineProcess(traces))
  expect(scenario).toEqual(guess)
  expect(fitted).toEqual([])
  expect(kept).toContainEqual({ node: 'ask', why: 'too-few' })
})
