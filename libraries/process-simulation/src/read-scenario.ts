import { checkFeel, type Process } from '@tereze/bpmn'
import { checkCalendar } from '@tereze/working-time'
import { Compile } from 'typebox/schema'
import { msOf } from './distribution.ts'
import type { ScenarioProblem, ScenarioProblemCode } from './problem.ts'
import type { Distribution, Making, Scenario } from './scenario.ts'
import { scenarioSchema } from './scenario-schema.ts'

const validator = Compile(scenarioSchema)

/** A scenario that fits its process, or everything that is wrong with it. Calendars and rules stand in it, not as paths. */
export type ScenarioReading =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly problems: readonly ScenarioProblem[] }

type Add = (code: ScenarioProblemCode, at: string) => void

function checkDates(add: Add, { begin, until }: Scenario): void {
  if (Number.isNaN(Date.parse(begin))) add('date-invalid', 'begin')
  if (until !== undefined && !(Date.parse(until) > Date.parse(begin))) add('date-invalid', 'until')
}

function checkCalendars(add: Add, { calendars = {}, arrivals, pools = {}, terms }: Scenario): void {
  for (const [name, calendar] of Object.entries(calendars)) {
    try {
      if (checkCalendar(calendar).some(({ code }) => code === 'hours-invalid')) add('calendar-invalid', name)
    } catch {
      add('calendar-invalid', name)
    }
  }
  if (typeof terms?.rules === 'string') add('calendar-invalid', 'terms')
  const named = [
    ['arrivals', arrivals.calendar],
    ['terms', terms?.calendar],
    ...Object.entries(pools).map(([pool, { calendar }]) => [`pools.${pool}`, calendar] as const),
  ] as const
  for (const [at, name] of named) if (name !== undefined && !Object.hasOwn(calendars, name)) add('calendar-unknown', at)
}

function checkDistribution(add: Add, distribution: Distribution, at: string): void {
  if (!('triangular' in distribution)) return
  const { least, likely, most } = distribution.triangular
  if (!(msOf(least) <= msOf(likely) && msOf(likely) <= msOf(most))) add('corners-out-of-order', at)
}

function checkMakings(add: Add, makings: readonly Making[], at: string): void {
  for (const making of makings)
    if ('feel' in making && checkFeel(making.feel) !== undefined) add('expression-invalid', `${at}.${making.into}`)
}

function checkWork(add: Add, scenario: Scenario, processes: readonly Process[]): void {
  const [main] = processes
  for (const [key, { takes, pool, then = [] }] of Object.entries(scenario.work ?? {})) {
    const at = `work.${key}`
    const [other, node] = key.split('/')
    const process = node === undefined ? main : processes.find(({ id }) => id === other)
    if (!process || !Object.hasOwn(process.nodes, node ?? key)) add('node-unknown', at)
    if (pool !== undefined && !Object.hasOwn(scenario.pools ?? {}, pool)) add('pool-unknown', at)
    checkDistribution(add, takes, at)
    checkMakings(add, then, at)
  }
  for (const [name, takes] of Object.entries(scenario.messages ?? {})) checkDistribution(add, takes, `messages.${name}`)
}

function hasTerms({ nodes }: Process): boolean {
  return Object.values(nodes).some(node =>
    (node.events ?? []).some(event => event.type === 'timer' && event.timer.kind === 'term'),
  )
}

/** Checks a scenario for a process (the first one) and those that it calls. */
export function readScenario(value: unknown, processes: readonly Process[]): ScenarioReading {
  if (!validator.Check(value)) {
    const [, errors] = validator.Errors(value)
    const places = [...new Set(errors.map(({ instancePath }) => instancePath.slice(1).replaceAll('/', '.')))]
    return { ok: false, problems: places.map(at => ({ code: 'format-wrong', at })) }
  }
  const scenario = value as unknown as Scenario
  const problems: ScenarioProblem[] = []
  const add: Add = (code, at) => problems.push({ code, at })
  checkDates(add, scenario)
  checkCalendars(add, scenario)
  checkMakings(add, scenario.data ?? [], 'data')
  checkWork(add, scenario, processes)
  const { by, start } = scenario.arrivals
  if ('every' in by && msOf(by.every) === 0) add('arrivals-too-dense', 'arrivals')
  const [main] = processes
  if (start !== undefined && !main?.beginnings.some(({ node }) => node === start)) add('start-unknown', 'arrivals')
  if (scenario.terms === undefined && processes.some(hasTerms)) add('terms-missing', 'terms')
  return problems.length === 0 ? { ok: true, scenario } : { ok: false, problems }
}
