import type { Packages } from '@tereze/catalogue/contract'
import type { Incident, IncidentLine } from '../contract/index.ts'
import { publishedRules } from '../definition/published-rules.ts'
import type { SealedLine } from '../ports/sealed-lines.ts'
import type { IncidentRow } from '../store/incidents.ts'

/** What a rule is called, and why it matters; its id where it is no more. */
export function ruleWords(
  packages: Packages,
  rule: string,
): ReturnType<NonNullable<ReturnType<typeof publishedRules>>['wordsOf']> {
  const nothing = { en: rule, ru: rule, kk: rule }
  return publishedRules(packages)?.wordsOf(rule) ?? { title: nothing, why: nothing }
}

/** An incident as it is told. */
export function viewIncident(row: IncidentRow, packages: Packages): Incident {
  const { caseId, caseNumber, outcome, reason, judgedBy, judgedAt } = row
  const isJudged = outcome !== null && reason !== null && judgedBy !== null && judgedAt !== null
  return {
    incident: row.id,
    rule: row.rule,
    title: ruleWords(packages, row.rule).title,
    severity: row.severity,
    actor: row.actor,
    actorKind: row.actorKind,
    count: row.count,
    since: row.since,
    until: row.until,
    raised: row.raisedAt,
    case: caseId === null || caseNumber === null ? null : { case: caseId, number: caseNumber },
    judgement: isJudged ? { outcome, reason, by: judgedBy, at: judgedAt } : null,
  }
}

/** A line of the audit log as an incident shows it: of its subjects only how many there are. */
export function viewLine({ index, line }: SealedLine): IncidentLine {
  const { id, time, operation, outcome, ground, fields, subjects } = line
  return { line: id, index, time, operation, outcome, ground, fields: [...fields], subjects: subjects.length }
}
