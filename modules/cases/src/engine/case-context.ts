import { parametersOn, textOf } from '@tereze/catalogue/contract'
import { rulesDateOf } from '@tereze/service-rules'
import { evaluateJson, type Moment } from '@tereze/template'
import { hearingRules } from '../definition/jurisdiction.ts'
import type { Term } from '../definition/service.ts'
import { deadlineOf } from '../rules/deadlines.ts'
import { draftDecision } from '../rules/draft-decision.ts'
import { hearingDue } from '../rules/hearing.ts'
import { localDate } from '../rules/local-date.ts'
import type { CaseRun } from './case-run.ts'

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

/**
 * What every FEEL expression of a case sees: its data, `case`, `parameters` in force on the date that its rules follow,
 * `service`, `hearing`, the answers of the questionnaire by name, and `variant`.
 */
export function caseContext(run: CaseRun): Record<string, unknown> {
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
      deadline: row.deadline,
      appealDeadline: appealDeadline(run),
    },
    service: { id: service.id, version: service.version, title: textOf(service.pack, 'title') },
    grounds: service.regulation.grounds,
    hearing: hearingOf(run),
  }
  const moment = momentOf(run)
  const { rules } = service.regulation
  const event = rules.event === undefined ? null : evaluateJson(rules.event, base, moment)
  const rulesOn = rulesDateOf(rules, {
    event: typeof event === 'string' ? event : null,
    submitted: row.submittedAt === null ? null : localDate(row.submittedAt, run.zone),
    today: run.today,
  })
  base.case = { ...(base.case as object), rulesOn }
  base.parameters = parametersOn(run.jurisdiction, rulesOn)
  for (const { name, known } of service.regulation.questionnaire) {
    if (base[name] === undefined && known !== undefined) base[name] = evaluateJson(known, base, moment)
  }
  base.variant = service.regulation.variants.find(({ when }) => evaluateJson(when, base, moment) === true)?.id ?? null
  return base
}

/** Value of an expression over a case. */
export function valueIn(run: CaseRun, expression: string, also: Record<string, unknown> = {}): unknown {
  return evaluateJson(expression.replace(/^= /, ''), { ...caseContext(run), ...also }, momentOf(run))
}
