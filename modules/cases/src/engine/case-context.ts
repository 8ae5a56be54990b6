import { parametersOn, textOf } from '@tereze/catalogue/contract'
import { rulesDateOf } from '@tereze/service-rules'
import type { Moment } from '@tereze/template'
import { hearingRules } from '../definition/jurisdiction.ts'
import type { Term } from '../definition/service.ts'
import { deadlineOf } from '../rules/deadlines.ts'
import { draftDecision } from '../rules/draft-decision.ts'
import { hearingDue } from '../rules/hearing.ts'
import { localDate } from '../rules/local-date.ts'
import type { CaseRow } from '../store/cases.ts'
import type { CaseRun } from './case-run.ts'
import { FeelScope } from './feel-scope.ts'

/** The moment at which expressions of the case are evaluated: now, in the organisation's zone. */
export function momentOf(run: CaseRun): Moment {
  return { now: run.context.now.toISOString(), zone: run.zone }
}

/** What the steps have not written yet: nothing, and not null, so that lists can be counted. */
const nothingYet = {
  facts: {},
  missing: { applicant: [], official: [] },
  decisions: {},
  answers: {},
  repeated: {},
  records: {},
  documents: {},
  payments: {},
}

function appealDeadline({ row, service, jurisdiction, zone }: CaseRun): string | null {
  return row.appealedAt === null
    ? null
    : deadlineOf(jurisdiction, zone, new Date(row.appealedAt), service.regulation.appeal.decided)
}

/** Whether the applicant must be heard before the decision that is intended, and how long for. */
function hearingOf({ jurisdiction, row }: CaseRun): { due: boolean; within: Term | null } {
  const rules = hearingRules(jurisdiction)
  return { due: hearingDue(rules, draftDecision(row.data)), within: rules?.within ?? null }
}

interface Seen {
  readonly data: Readonly<Record<string, unknown>>
  readonly scope: FeelScope
}

function look(run: CaseRun): Seen {
  const { row, service } = run
  const submittedAt = row.submittedAt ?? row.openedAt
  const base: Record<string, unknown> = {
    ...nothingYet,
    ...row.data,
    case: {
      id: row.id,
      number: row.number,
      applicant: row.person,
      trigger: row.data.trigger ?? null,
      submitted: localDate(submittedAt, run.zone),
      submittedAt,
      situation: row.cause,
      opened: localDate(row.openedAt, run.zone),
      decided: row.decidedAt === null ? null : localDate(row.decidedAt, run.zone),
      status: row.status,
      outcome: row.outcome,
      department: row.department,
      channel: row.channel,
      businessKey: row.businessKey,
      deadline: row.deadline,
      appealDeadline: appealDeadline(run),
    },
    service: { id: service.id, version: service.version, title: textOf(service.pack, 'title') },
    grounds: service.regulation.grounds,
    hearing: hearingOf(run),
  }
  const scope = new FeelScope(base, momentOf(run))
  const put = (name: string, value: unknown) => {
    base[name] = value
    scope.set(name, value)
  }
  const { rules } = service.regulation
  const event = rules.event === undefined ? null : scope.valueOf(rules.event)
  const rulesOn = rulesDateOf(rules, {
    event: typeof event === 'string' ? event : null,
    submitted: row.submittedAt === null ? null : localDate(row.submittedAt, run.zone),
    today: run.today,
  })
  put('case', { ...(base.case as object), rulesOn })
  put('parameters', parametersOn(run.jurisdiction, rulesOn))
  for (const { name, known } of service.regulation.questionnaire) {
    if (base[name] === undefined && known !== undefined) put(name, scope.valueOf(known))
  }
  put('variant', service.regulation.variants.find(({ when }) => scope.valueOf(when) === true)?.id ?? null)
  for (const [name, value] of Object.entries(run.local)) put(name, value)
  return { data: Object.freeze(base), scope }
}

/** What was seen last of a row, at a moment, when it and the variables at hand stood so. Data are replaced, never changed, when a case moves. */
interface Kept {
  readonly now: Date
  readonly row: CaseRow
  readonly local: CaseRun['local']
  readonly seen: Seen
}

const kept = new WeakMap<CaseRow, Kept>()

const isSame = (one: CaseRow, other: CaseRow) =>
  (Object.keys(one) as (keyof CaseRow)[]).every(name => one[name] === other[name])

function seenIn(run: CaseRun): Seen {
  const before = kept.get(run.row)
  if (before?.now === run.context.now && before.local === run.local && isSame(run.row, before.row)) return before.seen
  const seen = look(run)
  kept.set(run.row, { now: run.context.now, row: { ...run.row }, local: run.local, seen })
  return seen
}

/**
 * What every FEEL expression of a case sees: its data, `case`, `parameters` in force on the date that its rules follow,
 * `service`, the answers of the questionnaire by name, `variant`, and variables of the task or call at hand.
 */
export function caseContext(run: CaseRun): Record<string, unknown> {
  return seenIn(run).data
}

/** Value of an expression over a case. */
export function valueIn(run: CaseRun, expression: string, also: Record<string, unknown> = {}): unknown {
  return seenIn(run).scope.valueOf(expression.replace(/^= /, ''), also)
}
