import type { JsonObject, Process } from '@tereze/bpmn'
import type { Scenario } from '@tereze/process-simulation'
import type { Calendar, DeadlineRules } from '@tereze/working-time'

/** What a designer supposes of the work at a process. */
export interface Supposed {
  /** Cases that come on a working day. */
  readonly perDay: number
  /** Minutes of work by node, on average. */
  readonly minutes: Readonly<Record<string, number>>
  /** People by role. */
  readonly staff: Readonly<Record<string, number>>
}

/** How many cases are tried. */
const CASES = 200
const HOURS = 8
/** Minutes of a task, where nothing else is supposed. */
export const USUAL_MINUTES = 30

function office(year: number): Calendar {
  return {
    format: 1,
    id: 'office',
    version: '1.0.0',
    zone: 'UTC',
    years: [year, year + 1, year + 2],
    weekend: [6, 7],
    days: [],
    hours: { from: '09:00', to: '18:00', break: { from: '13:00', to: '14:00' }, shortTo: '17:00' },
  }
}

const rules: DeadlineRules = {
  format: 1,
  jurisdiction: 'supposed',
  start: 'next-day',
  receivedAfterHours: 'next-working-day',
  endsOnNonWorkingDay: 'next-working-day',
  monthWithoutDay: 'last-day',
  shortDayCounts: true,
  suspension: { resumes: 'remaining-days', dayOfSuspensionCounts: true },
}

/** The tasks of a process that people do, with the role that does each; what applicants do is theirs and needs nobody of the office. */
export function workOf(process: Process): { readonly node: string; readonly role: string }[] {
  return Object.values(process.nodes).flatMap(({ id, type, attributes }) =>
    type === 'user-task' ? [{ node: id, role: attributes.role ?? '' }] : [],
  )
}

/** Roles of the office among those who work at a process. */
export function rolesOf(process: Process): string[] {
  return [...new Set(workOf(process).map(({ role }) => role))].filter(role => role !== '' && role !== 'applicant')
}

/** A scenario of what is supposed: office hours without holidays, every case with the same data. */
export function usualScenario(process: Process, supposed: Supposed, data: JsonObject, year: number): Scenario {
  return {
    format: 1,
    seed: 1,
    begin: `${year}-01-01T00:00:00Z`,
    instances: CASES,
    arrivals: { by: { exponential: { perHour: supposed.perDay / HOURS } }, calendar: 'office' },
    data: Object.entries(data).map(([into, is]) => ({ into, is })),
    work: Object.fromEntries(
      workOf(process).map(({ node }) => [
        node,
        { takes: { exponential: `PT${Math.max(1, Math.round(supposed.minutes[node] ?? USUAL_MINUTES))}M` } },
      ]),
    ),
    pools: Object.fromEntries(
      rolesOf(process).map(role => [role, { staff: supposed.staff[role] ?? 1, calendar: 'office' }]),
    ),
    calendars: { office: office(year) },
    terms: { calendar: 'office', rules },
  }
}
