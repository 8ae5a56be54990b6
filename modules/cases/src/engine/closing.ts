import { closingTime } from '../rules/terms-after.ts'
import type { CaseRun } from './case-run.ts'

/** Lets a case be looked at when nothing can follow it any more, or at another moment. */
export function watchClosing(run: CaseRun, dueAt = closingTime(run)): void {
  if (dueAt === null) return
  const { row, draft, context } = run
  draft.addWork({
    id: `${row.id}:closing`,
    caseId: row.id,
    instance: null,
    kind: 'closing',
    detail: {},
    dueAt,
    since: context.now.toISOString(),
  })
}
