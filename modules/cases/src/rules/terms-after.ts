import type { CaseRun } from '../engine/case-run.ts'
import { dueOf } from './deadlines.ts'

/** The end of a term that counts from a decision: its last local date, and the instant at which that is over. */
export interface TermEnd {
  readonly date: string
  readonly at: string
}

/** When the decision of a case cannot be appealed any more; null while there is none: what was not examined is no decision. */
export function appealEnd({ row, service, jurisdiction, zone }: CaseRun): TermEnd | null {
  if (row.decidedAt === null) return null
  return dueOf(jurisdiction, zone, new Date(row.decidedAt), service.regulation.appeal.within, null)
}

/** When errors in the result cannot be reported any more; null while there is none, or where the regulation sets no term for it. */
export function correctionEnd({ row, service, jurisdiction, zone }: CaseRun): TermEnd | null {
  const term = service.regulation.correction?.within
  if (row.decidedAt === null || term === undefined) return null
  return dueOf(jurisdiction, zone, new Date(row.decidedAt), term, null)
}

/** The instant from which nothing can follow the decision of a case: the later end of the terms of appeal and correction. */
export function closingTime(run: CaseRun): Date | null {
  const ends = [appealEnd(run), correctionEnd(run)].filter(end => end !== null).map(({ at }) => new Date(at).getTime())
  return ends.length === 0 ? null : new Date(Math.max(...ends))
}
