import { type CaseDeadlineInput, caseDeadline, type Extension } from './case-deadline.ts'
import type { CivilDate } from './civil.ts'
import { type DeadlineResult, wallClock } from './deadline.ts'
import type { DeadlineRefusal } from './refusal.ts'
import { partsOf, type Term } from './term.ts'
import type { Trace } from './trace.ts'
import type { Instant } from './zone.ts'

/** A stage of a case with a term of its own: registration, requests, decision. */
export interface Stage {
  readonly id: string
  readonly term: Term
  /** When it began; a stage that has not is planned after the one before it. */
  readonly startedAt?: Instant
  readonly finishedAt?: Instant
  /** Acts that prolong this stage alone. */
  readonly extensions?: readonly Extension[]
}

/** Until when a stage must be done. */
export interface StageDeadline {
  readonly id: string
  readonly state: 'planned' | 'running' | 'finished'
  readonly date: CivilDate
  readonly at: Instant
  /** The stage's own term would end after that of the case, which therefore counts. */
  readonly capped: boolean
  /** It was finished after its deadline; a stage that is not finished is never late here: compare `at` with now. */
  readonly late: boolean
  readonly trace: Trace
}

/** The deadline of a case and of each of its stages, or why one of them cannot be told. */
export type StageDeadlinesResult =
  | { readonly ok: true; readonly case: DeadlineResult & { ok: true }; readonly stages: readonly StageDeadline[] }
  | { readonly ok: false; readonly refusal: DeadlineRefusal }

function isOfHours(term: Term): boolean {
  const unit = partsOf(term)?.unit
  return unit === 'hours' || unit === 'workingHours'
}

/** When the next stage begins if this one takes its whole term: on its last day, after its hours where hours are counted. */
function planAfter(input: CaseDeadlineInput, stage: Stage, end: StageDeadline, next: Stage): Instant {
  if (stage.finishedAt !== undefined) return stage.finishedAt
  if (isOfHours(stage.term)) return end.at
  const { from, to } = input.calendar.hours
  return wallClock(input.calendar, end.date, isOfHours(next.term) ? to : from, input.zone)
}

function within(whole: DeadlineResult & { ok: true }, own: DeadlineResult & { ok: true }) {
  const capped = Date.parse(own.at) > Date.parse(whole.at)
  if (!capped) return { capped, date: own.date, at: own.at, trace: own.trace }
  const line = { rule: 'withinCase', from: own.date, to: whole.date } as const
  return { capped, date: whole.date, at: whole.at, trace: { ...own.trace, lines: [...own.trace.lines, line] } }
}

/**
 * The deadlines of the stages of a case, in order, none after that of the case. A suspension of the case stops the stage that
 * is running; the term of a stage that has not begun is planned from the end of the one before.
 */
export function stageDeadlines(input: CaseDeadlineInput & { readonly stages: readonly Stage[] }): StageDeadlinesResult {
  const { stages, ...rest } = input
  const whole = caseDeadline(rest)
  if (!whole.ok) return whole
  const deadlines: StageDeadline[] = []
  for (const [index, stage] of stages.entries()) {
    const before = stages[index - 1]
    const end = deadlines[index - 1]
    const planned = before === undefined || end === undefined ? input.from : planAfter(input, before, end, stage)
    const { term, startedAt, finishedAt, extensions = [] } = stage
    const own = caseDeadline({ ...rest, term, from: startedAt ?? planned, extensions })
    if (!own.ok) return own
    const limited = within(whole, own)
    deadlines.push({
      id: stage.id,
      state: finishedAt !== undefined ? 'finished' : startedAt !== undefined ? 'running' : 'planned',
      late: finishedAt !== undefined && Date.parse(finishedAt) >= Date.parse(limited.at),
      ...limited,
    })
  }
  return { ok: true, case: whole, stages: deadlines }
}
