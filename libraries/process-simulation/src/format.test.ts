import { readFileSync } from 'node:fs'
import { parseProcess } from '@tereze/bpmn'
import { expect, test } from 'vitest'
import { readScenario, scenarioSchema, simulateScenario } from './index.ts'

const content = (path: string) => readFileSync(new URL(`../../../content/${path}`, import.meta.url), 'utf8')
const parsed = await parseProcess(content('processes/standard-service/process.bpmn'))
const processes = parsed.ok ? parsed.processes : []
const usual = JSON.parse(content('processes/standard-service/scenarios/usual.scenario.json'))
const scenario = {
  ...usual,
  calendars: { office: JSON.parse(content('jurisdictions/demo/calendar.json')) },
  terms: { calendar: 'office', rules: JSON.parse(content('jurisdictions/demo/deadline-rules.json')) },
}

test('the format in the content is the one that is read here', () => {
  expect(JSON.parse(content('format/scenario.schema.json'))).toEqual(scenarioSchema)
})

test('the usual load of the standard service: shares, people and terms come out as the scenario says', () => {
  expect(readScenario(usual, processes)).toEqual({
    ok: false,
    problems: [
      { code: 'calendar-invalid', at: 'office' },
      { code: 'calendar-invalid', at: 'terms' },
    ],
  })
  const outcome = simulateScenario(processes, scenario)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  const { result } = outcome
  expect(result.assumed).toEqual([])
  expect(result.incidents).toEqual([])
  expect(result.started).toBe(result.finished + result.unfinished)
  const share = (node: string) => (result.nodes.find(one => one.node === node)?.entered ?? 0) / result.started
  expect(share('not-accepted')).toBeCloseTo(0.03, 1)
  expect(share('supply')).toBeCloseTo(0.97 * 0.15, 1)
  expect(share('review')).toBeCloseTo(0.97 * 0.35, 1)
  // Nobody waits longer than ten working days for what the applicant supplies.
  expect(result.nodes.find(({ node }) => node === 'supply')?.total?.most).toBeLessThan(21 * 86_400)
  const [pool] = result.pools
  expect(pool?.utilisation).toBeGreaterThan(0.5)
  expect(pool?.utilisation).toBeLessThan(1)
})
