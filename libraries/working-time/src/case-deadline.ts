import type { CivilDate } from './civil.ts'
import { type DeadlineInput, type DeadlineResult, deadline } from './deadline.ts'
import { calendarAsOf, calendarOfRegion } from './edition.ts'
import type { DeadlineRefusal } from './refusal.ts'
import type { DeadlineRules } from './rules.ts'
import type { Suspension } from './suspension.ts'
import type { Term } from './term.ts'
import type { Trace, TraceLine } from './trace.ts'
import type { Instant } from './zone.ts'

/** An act that prolongs a term. */
export interface Extension {
  /** By how much; without it, as the ground of the jurisdiction's rules says. */
  readonly by?: Term
  /** Id of one of the rules' `groundsOfExtension`. */
  readonly ground?: string
  /** The act, as its number or id. */
  readonly act?: string
  /** When it was made; an act that comes after the term has ended prolongs nothing. */
  readonly on?: Instant
}

/** What the deadline of a case is counted from: a term, and the acts that stopped or prolonged it. */
export interface CaseDeadlineInput extends Omit<DeadlineInput, 'extensions'> {
  readonly extensions?: readonly Extension[]
  /** Region whose days count besides those of the country. */
  readonly region?: string
  /** The date whose knowledge counts; without it the newest version of the calendar. */
  readonly asOf?: CivilDate
}

type Refusal = { readonly ok: false; readonly refusal: DeadlineRefusal }

interface Settled {
  readonly suspension: Suspension
  readonly ended: 'condition' | 'limit'
}

/** The calendar that counts for a case: of its region, as known on a date. */
function calendarFor({ calendar, region, asOf }: CaseDeadlineInput) {
  const known = asOf === undefined ? calendar : calendarAsOf(calendar, asOf)
  return region === undefined ? known : calendarOfRegion(known, region)
}

/** A suspension with the end that it had, or will have at the latest. */
function settle(input: DeadlineInput, suspension: Suspension): Settled | Refusal {
  const { from, to, limit } = suspension
  if (limit === undefined) return { suspension, ended: 'condition' }
  const longest = deadline({ ...input, from, term: limit, suspensions: [], extensions: [] })
  if (!longest.ok) return longest
  if (to !== undefined && Date.parse(to) <= Date.parse(longest.at)) return { suspension, ended: 'condition' }
  return { suspension: { ...suspension, to: longest.at }, ended: 'limit' }
}

function settleAll(input: DeadlineInput): readonly Settled[] | Refusal {
  const settled: Settled[] = []
  for (const suspension of input.suspensions ?? []) {
    const one = settle(input, suspension)
    if ('ok' in one) return one
    settled.push(one)
  }
  return settled
}

function termOf({ by, ground }: Extension, rules: DeadlineRules): Term | Refusal {
  const allowed = rules.groundsOfExtension?.find(({ id }) => id === ground)
  if (ground !== undefined && allowed === undefined)
    return { ok: false, refusal: { code: 'extension-ground-unknown', params: { ground } } }
  return by ?? allowed?.by ?? { ok: false, refusal: { code: 'term-invalid', params: {} } }
}

/** The deadline with one extension after the other, each checked against the end that it prolongs. */
function prolong(input: DeadlineInput, extensions: readonly Extension[]): DeadlineResult {
  let result = deadline(input)
  const terms: Term[] = []
  for (const extension of extensions) {
    if (!result.ok) return result
    if (extension.on !== undefined && Date.parse(extension.on) >= Date.parse(result.at))
      return { ok: false, refusal: { code: 'extension-late', params: { on: extension.on, ended: result.date } } }
    const term = termOf(extension, input.rules)
    if ('ok' in term) return term
    terms.push(term)
    result = deadline({ ...input, extensions: terms })
  }
  return result
}

/** The trace with the acts behind its suspensions and extensions. */
function withActs(trace: Trace, settled: readonly Settled[], input: CaseDeadlineInput): Trace {
  let extension = 0
  const lines = trace.lines.map((line): TraceLine => {
    if (line.rule !== 'extension') return line
    const { ground, act } = input.extensions?.[extension++] ?? {}
    const clause = input.rules.groundsOfExtension?.find(({ id }) => id === ground)?.ground
    return { ...line, ...(clause === undefined ? {} : { clause }), ...(act === undefined ? {} : { act }) }
  })
  const clause = input.rules.clauses?.suspension
  for (const { suspension, ended } of settled)
    if (suspension.to !== undefined)
      lines.push({
        rule: 'suspendedBy',
        from: suspension.from,
        to: suspension.to,
        ended,
        ...(clause === undefined ? {} : { clause }),
        ...(suspension.ground === undefined ? {} : { ground: suspension.ground }),
        ...(suspension.act === undefined ? {} : { act: suspension.act }),
      })
  return { ...trace, ...(input.asOf === undefined ? {} : { asOf: input.asOf }), lines }
}

/**
 * When a case must be decided: its term by the calendar of its region as known on a date, without the time in which it was
 * suspended, prolonged by acts. A suspension ends when its condition is met or at its limit, whichever is earlier; one that is
 * open and has no limit is the refusal `suspended`.
 */
export function caseDeadline(input: CaseDeadlineInput): DeadlineResult {
  const { region: _region, asOf: _asOf, extensions = [], ...rest } = input
  const plain: DeadlineInput = { ...rest, calendar: calendarFor(input) }
  const settled = settleAll(plain)
  if ('ok' in settled) return settled
  const result = prolong({ ...plain, suspensions: settled.map(({ suspension }) => suspension) }, extensions)
  return result.ok ? { ...result, trace: withActs(result.trace, settled, input) } : result
}
