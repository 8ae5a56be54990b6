import { type Process, parseProcess } from '@tereze/bpmn'
import type { Calendar, DeadlineRules } from '@tereze/working-time'
import type { SimulationResult } from './result.ts'
import type { Scenario } from './scenario.ts'
import { simulateScenario } from './simulate.ts'

/** The executable processes of a file with these root elements, the first one first. */
export async function processesOf(rootElements: string): Promise<readonly Process[]> {
  const parsed = await parseProcess(
    `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:tereze="urn:tereze:bpmn:1" id="d" targetNamespace="urn:t">${rootElements}</definitions>`,
  )
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.processes
}

/** `a > b > c` as sequence flows. */
export function flows(...chains: readonly string[]): string {
  return chains
    .flatMap(chain => {
      const nodes = chain.split('>').map(node => node.trim())
      return nodes
        .slice(1)
        .map((to, at) => `<sequenceFlow id="${nodes[at]}-${to}" sourceRef="${nodes[at]}" targetRef="${to}"/>`)
    })
    .join('')
}

/** A process with one task for a clerk. */
export const oneTask = `<process id="p"><startEvent id="s"/><userTask id="work" name="Work" tereze:role="clerk"/><endEvent id="e"/>${flows('s > work > e')}</process>`

/** Simulates, or says why not. */
export function run(
  processes: readonly Process[],
  scenario: Omit<Scenario, 'format' | 'seed' | 'begin'> & Partial<Scenario>,
): SimulationResult {
  const outcome = simulateScenario(processes, { format: 1, seed: 1, begin: '2026-03-02T00:00:00Z', ...scenario })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  return outcome.result
}

/** An office that is open from nine to six with a break, Monday to Friday, in UTC. */
export const office: Calendar = {
  format: 1,
  id: 'office',
  version: '1.0.0',
  zone: 'UTC',
  years: [2026],
  weekend: [6, 7],
  days: [
    { date: '2026-03-09', kind: 'holiday', source: 'act:holidays/1' },
    { date: '2026-03-20', kind: 'short', source: 'act:holidays/2' },
  ],
  hours: { from: '09:00', to: '18:00', break: { from: '13:00', to: '14:00' }, shortTo: '17:00' },
}

/** Rules that count working days from the next day. */
export const rules: DeadlineRules = {
  format: 1,
  jurisdiction: 'test',
  start: 'next-day',
  receivedAfterHours: 'same-day',
  endsOnNonWorkingDay: 'next-working-day',
  monthWithoutDay: 'last-day',
  shortDayCounts: true,
  suspension: { resumes: 'remaining-days', dayOfSuspensionCounts: false },
}
