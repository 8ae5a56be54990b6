import { parametersOn, textOf } from '@tereze/catalogue/contract'
import { localDate } from '@tereze/foundation-operations'
import { rulesDateOf } from '@tereze/service-rules'
import type { Moment } from '@tereze/template'
import { hearingRules } from '../definition/jurisdiction.ts'
import type { Service, Term } from '../definition/service.ts'
import { deadlineOf } from '../rules/deadlines.ts'
import { draftDecision } from '../rules/draft-decision.ts'
import { hearingDue } from '../rules/hearing.ts'
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
  missing: { applicant: [], official: [], later: [] },
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

const identities = new WeakMap<Service, Readonly<Record<string, unknown>>>()

/** What expressions know of the service itself. */
function identityOf(service: Service): Readonly<Record<string, unknown>> {
  let known = identities.get(service)
  if (known === undefined) {
    known = { id: service.id, version: service.version, title: textOf(service.pack, 'title') }
    identities.set(service, known)
  }
  return known
}

function look(run: CaseRun, before: FeelScope | null): FeelScope {
  const { row, service } = run
  const submittedAt = row.submittedAt ?? row.openedAt
  const scope = new FeelScope(momentOf(run), before)
  const about = {
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
  }
  for (const [name, value] of Object.entries({ ...nothingYet, ...row.data })) scope.set(name, value)
  scope.set('case', about)
  scope.share('service', identityOf(service))
  scope.share('grounds', service.regulation.grounds)
  scope.set('hearing', hearingOf(run))
  const { rules } = service.regulation
  const event = rules.event === undefined ? null : scope.recall(rules.event)
  const rulesOn = rulesDateOf(rules, {
    event: typeof event === 'string' ? event : null,
    submitted: row.submittedAt === null ? null : localDate(row.submittedAt, run.zone),
    today: run.today,
  })
  scope.set('case', { ...about, rulesOn })
  scope.share('parameters', parametersOn(run.jurisdiction, rulesOn))
  for (const { name, known } of service.regulation.questionnaire) {
    if (scope.data[name] === undefined && known !== undefined) scope.set(name, scope.recall(known))
  }
  scope.set('variant', service.regulation.variants.find(({ when }) => scope.recall(when) === true)?.id ?? null)
  for (const [name, value] of Object.entries(run.local)) scope.set(name, value)
  scope.complete()
  Object.freeze(scope.data)
  return scope
}

/** What expressions see of a row and what may change while it is moved. */
const watched = [
  'data',
  'submittedAt',
  'decidedAt',
  'appealedAt',
  'status',
  'outcome',
  'department',
  'deadline',
] as const

/** What was seen last of a row, at a moment, when it and the variables at hand stood so. Data are replaced, never changed, when a case moves. */
interface Kept {
  readonly now: Date
  readonly row: Pick<CaseRow, (typeof watched)[number]>
  readonly local: CaseRun['local']
  readonly scope: FeelScope
}

const kept = new WeakMap<CaseRow, Kept>()

const isSame = (one: Kept['row'], other: Kept['row']) => watched.every(name => one[name] === other[name])

function scopeOf(run: CaseRun): FeelScope {
  const { row, local, context } = run
  const before = kept.get(row)
  const together = before?.now === context.now ? before : undefined
  if (together?.local === local && isSame(row, together.row)) return together.scope
  const scope = look(run, together?.scope ?? null)
  kept.set(row, { now: context.now, row: { ...row }, local, scope })
  return scope
}

/**
 * What every FEEL expression of a case sees: its data, `case`, `parameters` in force on the date that its rules follow,
 * `service`, the answers of the questionnaire by name, `variant`, and variables of the task or call at hand.
 */
export function caseContext(run: CaseRun): Record<string, unknown> {
  return scopeOf(run).data
}

/** Value of an expression over a case. */
export function valueIn(run: CaseRun, expression: string, also: Record<string, unknown> = {}): unknown {
  return scopeOf(run).valueOf(expression.replace(/^= /, ''), also)
}
