import type { Escalation } from '../definition/service.ts'
import { calendarOf, mustCount } from '../rules/deadlines.ts'
import { escalationsOf, watchedTimes } from '../rules/escalation.ts'
import type { WatchRow } from '../store/watches.ts'
import { caseRegion } from './case-region.ts'
import type { CaseRun } from './case-run.ts'

function watch(
  run: CaseRun,
  of: Pick<WatchRow, 'kind' | 'subject'>,
  escalations: readonly Escalation[],
  term: { readonly date: string; readonly at: string },
): void {
  const times = watchedTimes(escalations, term, calendarOf(run.jurisdiction), run.zone)
  for (const [index, { at, ...rest }] of times.entries()) {
    const id = `${run.row.id}:${of.kind}:${of.subject}:${index}`
    run.draft.addWatch({ id, caseId: run.row.id, ...of, ...rest, date: term.date, dueAt: at })
  }
}

/** Watches the deadline of a case, where its regulation says who is to hear of it. */
export function watchCase(run: CaseRun, date: string, at: string): void {
  const { escalate = [] } = run.service.regulation.deadline
  watch(run, { kind: 'case', subject: run.row.id }, escalate, { date, at })
}

/** Watches the term of the stage that a case has entered, where its regulation says who is to hear of it. */
export function watchStage(run: CaseRun): void {
  const { row, service, context } = run
  const procedure = service.regulation.procedures.find(({ id }) => id === row.stage)
  if (procedure?.escalate === undefined) return
  const term = mustCount(run.jurisdiction, run.zone, {
    term: procedure.deadline,
    from: context.now.toISOString(),
    region: caseRegion(run),
    asOf: run.today,
    suspensions: [],
    extensions: [],
  })
  watch(run, { kind: 'stage', subject: procedure.id }, procedure.escalate, term)
}

/** Watches the term of a task, where its process says in `tereze:escalate` who is to hear of it. */
export function watchTask(
  run: CaseRun,
  task: string,
  attributes: Readonly<Record<string, string>>,
  term: { readonly date: string; readonly at: string },
): void {
  watch(run, { kind: 'task', subject: task }, escalationsOf(attributes.escalate), term)
}
