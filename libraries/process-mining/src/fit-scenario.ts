import { always, CalendarHours, type Scenario, type Work } from '@tereze/process-simulation'
import type { MinedProcess } from './mined.ts'

const hour = 3_600_000
/** Below so many observed durations a distribution says little. */
const fewest = 5

/** Why a part of a scenario stays as it was. */
export type NotFitted = 'has-a-pool' | 'too-few'

/** A scenario that follows what was logged, and what could not be taken from it. */
export interface FittedScenario {
  readonly scenario: Scenario
  /** Nodes whose durations were taken from the log. */
  readonly fitted: readonly string[]
  readonly kept: readonly { readonly node: string; readonly why: NotFitted }[]
}

const written = (seconds: number) => `PT${Number(seconds.toFixed(3))}S`

/** Cases an hour, in the hours of the calendar in which they arrive; null where too few arrived. */
function perHour({ arrivals, calendars = {} }: Scenario, { cases, from, to }: MinedProcess): number | null {
  if (cases < fewest || from === null || to === null) return null
  const calendar = arrivals.calendar === undefined ? undefined : calendars[arrivals.calendar]
  const [first, last] = [Date.parse(from), Date.parse(to)]
  const hours = calendar === undefined ? always : new CalendarHours(calendar.id, calendar, first)
  const open = hours.workedBetween(first, last)
  return open <= 0 ? null : Number(((cases - 1) / (open / hour)).toFixed(6))
}

/**
 * Makes a scenario follow what was logged: as many cases arrive, and what nobody of a pool does takes as long as it took. What people
 * of a pool do stays as the scenario says: the log has their work and its queue in one, and the queue is what is simulated.
 */
export function fitScenario(scenario: Scenario, mined: MinedProcess): FittedScenario {
  const kept: { node: string; why: NotFitted }[] = []
  const work: Record<string, Work> = { ...scenario.work }
  const fitted: string[] = []
  for (const { node, done, durations } of mined.nodes) {
    const known = scenario.work?.[node]
    if (known === undefined) continue
    if (known.pool !== undefined) kept.push({ node, why: 'has-a-pool' })
    else if (done < fewest) kept.push({ node, why: 'too-few' })
    else {
      work[node] = { ...known, takes: { empirical: durations.map(written) } }
      fitted.push(node)
    }
  }
  const rate = perHour(scenario, mined)
  const arrivals = rate === null ? scenario.arrivals : { ...scenario.arrivals, by: { exponential: { perHour: rate } } }
  return { scenario: { ...scenario, arrivals, work }, fitted, kept }
}
