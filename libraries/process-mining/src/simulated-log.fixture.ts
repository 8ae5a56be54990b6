import type { Process } from '@tereze/bpmn'
import { type SimulationResult, simulateScenario } from '@tereze/process-simulation'
import type { LoggedStep, Trace } from './trace.ts'

const iso = (at: number) => new Date(at).toISOString()

/** A simulation, and what a log of it would have said. */
export function simulateWithLog(
  processes: readonly Process[],
  scenario: object,
): { result: SimulationResult; traces: readonly Trace[] } {
  const cases = new Map<number, { began: string; steps: LoggedStep[]; last: number }>()
  const outcome = simulateScenario(processes, scenario, ({ instance, arrived, at, what, element }) => {
    const known = cases.get(instance) ?? { began: iso(arrived), steps: [], last: at }
    known.steps.push({ what, element, at: iso(at) })
    known.last = at
    cases.set(instance, known)
  })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  // A case has ended when everything that was entered was left.
  const traces = [...cases].map(([number, { began, steps, last }]) => {
    const open = steps.reduce((sum, { what }) => sum + (what === 'entered' ? 1 : what === 'flow' ? 0 : -1), 0)
    return { id: String(number), began, ended: open === 0 ? iso(last) : null, steps }
  })
  return { result: outcome.result, traces }
}
