import { localDate } from '@tereze/foundation-operations'
import { type Refused, refuse } from '@tereze/operation'
import { endDateUnfit, groundUnknown, suspensionOrdered } from '../../contract/acts-of-officials.ts'
import { findActGround } from '../../definition/grounds.ts'
import { countDeadline } from '../../rules/deadlines.ts'
import { type HeldSuspension, readUntil } from '../../rules/suspension.ts'
import { decideEnd } from '../../rules/suspension-end.ts'
import type { DeadlineRow, KeptSuspension } from '../../store/deadlines.ts'
import { recount } from '../case-deadline.ts'
import { caseRegion } from '../case-region.ts'
import { type CaseRun, note } from '../case-run.ts'
import { moveTaskDeadlines } from '../task-deadlines.ts'
import { writeAct } from '../write-act.ts'

/** What an official orders. */
export interface SuspensionOrder {
  readonly ground: string
  readonly reason: string
  /** Last local day of a suspension until a date. */
  readonly until?: string
  /** Whether it comes with a question to the applicant, whose answer ends it. */
  readonly asked?: boolean
}

type NotOrdered = Refused<'cases.ground-unknown' | 'cases.end-date-unfit'>

/**
 * Suspends the term of a case from this moment on a listed ground: the act, the count of the term, and what the process that waits
 * for its end has to know (`suspension`).
 */
export async function suspend(
  run: CaseRun,
  kept: DeadlineRow,
  order: SuspensionOrder,
): Promise<HeldSuspension | NotOrdered> {
  const { row, context, packages, service, jurisdiction, zone } = run
  const ground = findActGround(packages, service, 'suspend', order.ground)
  const until = readUntil(ground?.until)
  const { asked = false } = order
  if (ground === null || until === null || (asked && until.condition !== 'answer'))
    return refuse(groundUnknown, { pointer: '/ground' })
  const from = context.now.toISOString()
  const longest = countDeadline(jurisdiction, zone, {
    term: until.limit,
    from,
    region: caseRegion(run),
    asOf: run.today,
    suspensions: [],
    extensions: [],
  })
  const end = decideEnd(until.condition, longest.ok ? longest : null, order.until ?? null, run.today, zone)
  if (end === null)
    return refuse(endDateUnfit, { pointer: '/until', params: { latest: longest.ok ? longest.date : '' } })
  const act = await writeAct(run, 'suspension', { grounds: [ground.id], text: order.reason })
  const suspension: KeptSuspension = {
    from,
    ...(until.condition === 'date' ? { to: end.at } : { limit: until.limit }),
    ground: ground.id,
    act,
    until: until.condition,
  }
  const suspensions = [...kept.suspensions, suspension]
  recount(run, kept, { suspensions })
  await moveTaskDeadlines(run, suspensions)
  const held: HeldSuspension = {
    open: true,
    ground: ground.id,
    until: until.condition,
    act,
    text: order.reason,
    limit: until.limit,
    endsAt: end.at,
    lastDay: localDate(new Date(Date.parse(end.at) - 1), zone),
    otherwise: ground.otherwise ?? 'resume',
    asked,
  }
  const { suspensionAnswer: _earlier, ...data } = row.data
  row.data = { ...data, suspension: held }
  await note(run, 'timeline.suspended', 'official', { date: held.lastDay })
  await context.emit(suspensionOrdered, {
    subject: row.id,
    data: { case: row.id, service: row.service, ground: ground.id, waitsFor: until.condition, until: held.lastDay },
  })
  return held
}
