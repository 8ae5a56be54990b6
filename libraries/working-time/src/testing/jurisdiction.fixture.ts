import { readFileSync } from 'node:fs'
import type { Calendar } from '../calendar-data.ts'
import { type CaseDeadlineInput, caseDeadline } from '../case-deadline.ts'
import type { DeadlineRules } from '../rules.ts'
import { instantOf } from '../zone.ts'

/** One row of a table: the event on the wall clock, the term, what else counts, and the last day or the refusal. */
export type Row = readonly [from: string, term: CaseDeadlineInput['term'], more: More, last: string]

/** What a row may add; instants as wall-clock time. */
export interface More {
  readonly region?: string
  readonly asOf?: string
  readonly suspended?: readonly [from: string, to: string | undefined, limit?: CaseDeadlineInput['term']]
  readonly extended?: string
}

/** A file of a jurisdiction of the repository. */
export function fileOf(jurisdiction: string, file: string): unknown {
  return JSON.parse(
    readFileSync(new URL(`../../../../content/jurisdictions/${jurisdiction}/${file}`, import.meta.url), 'utf8'),
  )
}

/** Calendar and rules of a jurisdiction, and how its rows are counted. */
export function jurisdictionOf(jurisdiction: string) {
  const calendar = fileOf(jurisdiction, 'calendar.json') as Calendar
  const rules = fileOf(jurisdiction, 'deadline-rules.json') as DeadlineRules
  const at = (text: string) => {
    const [date = '', time = ''] = text.split(' ')
    return instantOf(date, Number(time.slice(0, 2)) * 60 + Number(time.slice(3)), calendar.zone)
  }
  const count = ([from, term, { region, asOf, suspended, extended }]: Row): string => {
    const [since, until, limit] = suspended ?? []
    const result = caseDeadline({
      from: at(from),
      term,
      calendar,
      rules,
      ...(region === undefined ? {} : { region }),
      ...(asOf === undefined ? {} : { asOf }),
      suspensions:
        since === undefined
          ? []
          : [
              {
                from: at(since),
                ...(until === undefined ? {} : { to: at(until) }),
                ...(limit === undefined ? {} : { limit }),
              },
            ],
      extensions: extended === undefined ? [] : [{ ground: extended }],
    })
    return result.ok ? result.date : result.refusal.code
  }
  return { calendar, rules, at, count }
}
