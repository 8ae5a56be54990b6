import type { ReportState } from '../contract/report.ts'

/** How long the answer to a report stands beside the fact. */
const daysShown = 30
const day = 86_400_000

/** Whether a report stands beside its fact: while it is looked into, and a month after the answer. One that was taken back does not. */
export function isShown(report: { readonly state: ReportState; readonly endedAt: string | null }, now: Date): boolean {
  if (report.state === 'open') return true
  if (report.state === 'withdrawn' || report.endedAt === null) return false
  return now.getTime() - Date.parse(report.endedAt) < daysShown * day
}

/** The state of a report by the outcome of its case; null while there is none. */
export function stateByOutcome(outcome: string | null): ReportState | null {
  if (outcome === null) return null
  if (outcome === 'withdrawn' || outcome === 'discontinued') return 'withdrawn'
  return outcome === 'refused' ? 'stays' : 'corrected'
}
