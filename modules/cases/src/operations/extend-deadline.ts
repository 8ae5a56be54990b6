import { handle } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import {
  alreadyExtended,
  alreadySuspended,
  deadlineExtended,
  deadlineOver,
  extendDeadline,
  groundUnknown,
} from '../contract/acts-of-officials.ts'
import { statusUnfit } from '../contract/case.ts'
import { recount } from '../engine/case-deadline.ts'
import { beginRun, endRun, note } from '../engine/case-run.ts'
import { caseToActIn } from '../engine/case-to-act-in.ts'
import { isSuspended } from '../engine/suspension.ts'
import { writeAct } from '../engine/write-act.ts'
import { extensionGrounds } from '../rules/extension-grounds.ts'
import { findDeadline } from '../store/deadlines.ts'

/** Prolongs the term of a case by an act of an official. */
export const extendDeadlineHandler = handle(extendDeadline, {
  tenant: input => input.organisation,
  async run(input, context) {
    const row = await caseToActIn(context, input.case, 'extension')
    if (isRefused(row)) return row
    const kept = await findDeadline(context.tx, row.tenant, row.id)
    if (kept === null) return refuse(statusUnfit, { params: { status: row.status } })
    if (isSuspended(row)) return refuse(alreadySuspended)
    if (kept.extensions.length > 0) return refuse(alreadyExtended)
    const run = beginRun(context, row)
    const ground = extensionGrounds(run.jurisdiction, run.service).find(({ id }) => id === input.ground)
    if (ground === undefined) return refuse(groundUnknown, { pointer: '/ground' })
    if (context.now.getTime() >= Date.parse(kept.at)) return refuse(deadlineOver, { params: { date: kept.date } })
    const act = await writeAct(run, 'extension', { ground: ground.ground, text: input.reason })
    const extension = { ground: ground.id, act, on: context.now.toISOString() }
    recount(run, kept, { extensions: [extension] })
    const deadline = row.deadline ?? kept.date
    await note(run, 'timeline.extended', 'official', { date: deadline })
    await context.emit(deadlineExtended, {
      subject: row.id,
      data: { case: row.id, service: row.service, ground: ground.id, deadline },
    })
    await endRun(run)
    return { case: row.id, act, deadline }
  },
})
