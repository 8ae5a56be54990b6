import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { endOfDay } from '@tereze/working-time'
import { alreadySuspended, groundUnknown } from '../contract/acts-of-officials.ts'
import { ownCase, statusUnfit, taskNotFound, taskTaken } from '../contract/case.ts'
import { dateUnfit } from '../contract/handing.ts'
import { fieldUnknown, informationRequested, requestInformation, requestOpen } from '../contract/information.ts'
import { standardInformation } from '../definition/service.ts'
import { suspend } from '../engine/acts/suspension.ts'
import { applicantFields } from '../engine/applicant-fields.ts'
import { beginRun, type CaseRun, endRun, note } from '../engine/case-run.ts'
import { lastRequest, withRequest } from '../engine/information-asked.ts'
import { mayWorkOn } from '../engine/may-work-on.ts'
import { startBeside } from '../engine/start-beside.ts'
import { orStepRefused } from '../engine/step-refused.ts'
import { isSuspended } from '../engine/suspension.ts'
import { lockTask } from '../engine/task-at-hand.ts'
import { deadlineOf } from '../rules/deadlines.ts'
import { daysAfter, isWithin } from '../rules/decide-date.ts'
import { findDeadline } from '../store/deadlines.ts'
import { listInstances } from '../store/instances.ts'
import { updateTaskDeadline } from '../store/task-terms.ts'
import { listOpenTasks } from '../store/tasks.ts'

/** Days for which an answer may be waited for. */
const longest = 90
/** The term for an answer when the official sets none. */
const usual = { workingDays: 10 }

/** Suspends the term of a case on a ground that an answer ends: the question is why, and its answer is what is waited for. */
async function suspendUntilAnswered(run: CaseRun, ground: string, text: string) {
  const { row, context } = run
  if (isSuspended(row)) return refuse(alreadySuspended)
  const kept = await findDeadline(context.tx, row.tenant, row.id)
  if (kept === null) return refuse(statusUnfit, { params: { status: row.status } })
  const held = await suspend(run, kept, { ground, reason: text, asked: true })
  return isRefused(held) ? refuse(groundUnknown, { pointer: '/suspend' }) : held
}

/** Asks the applicant for information beside the process. */
export const requestInformationHandler = handle(requestInformation, {
  tenant: input => input.organisation,
  async run(input, context) {
    const found = await lockTask(context, input)
    if (isRefused(found)) return found
    const { row, task } = found
    const allowed = mayWorkOn(context.port(packages), context.actor, task, row)
    if (allowed === 'not-found') return refuse(taskNotFound, { pointer: '/task' })
    if (allowed === 'taken') return refuse(taskTaken, { pointer: '/task' })
    if (allowed === 'own') return refuse(ownCase)
    if (row.decidedAt !== null || (row.status !== 'submitted' && row.status !== 'in-progress'))
      return refuse(statusUnfit, { params: { status: row.status } })
    const last = lastRequest(row.data)
    if (last?.state === 'open') return refuse(requestOpen, { params: { until: last.until } })
    const run = beginRun(context, row)
    const { fields = [] } = input
    const askable = new Set((await applicantFields(run)).map(({ field }) => field))
    const unknown = fields.findIndex(field => !askable.has(field))
    if (unknown >= 0) return refuse(fieldUnknown, { pointer: `/fields/${unknown}` })
    if (input.suspend !== undefined && input.until !== undefined) return refuse(dateUnfit, { pointer: '/until' })
    const held = input.suspend === undefined ? null : await suspendUntilAnswered(run, input.suspend, input.text)
    if (isRefused(held)) return held
    const until = held?.lastDay ?? input.until ?? deadlineOf(run.jurisdiction, run.zone, context.now, usual)
    const range = { from: daysAfter(run.today, 1), to: daysAfter(run.today, longest) }
    if (held === null && !isWithin(until, range)) return refuse(dateUnfit, { pointer: '/until', params: { ...range } })
    context.concerns([row.person])
    row.data = withRequest(row.data, {
      text: input.text,
      fields,
      by: context.actor.id,
      at: context.now.toISOString(),
      until,
      endsAt: held?.endsAt ?? endOfDay(until, run.zone),
      state: 'open',
      answeredAt: null,
      answer: null,
    })
    await note(run, 'timeline.information-requested', 'official', { until })
    const refused = await orStepRefused(async () => {
      if (held !== null) await startBeside(run, 'suspension', run.service.suspension)
      await startBeside(run, 'information', standardInformation)
      return null
    })
    if (isRefused(refused)) return refused
    await endRun(run)
    const instances = await listInstances(context.tx, row.tenant, row.id)
    const asked = instances.findLast(({ kind, endedAt }) => kind === 'information' && endedAt === null)
    for (const { id, instance } of await listOpenTasks(context.tx, row.tenant, row.id))
      if (instance !== null && instance === asked?.id) await updateTaskDeadline(context.tx, id, until)
    await context.emit(informationRequested, {
      subject: row.id,
      data: { case: row.id, service: row.service, person: row.person, until },
    })
    return { case: row.id, until }
  },
})
