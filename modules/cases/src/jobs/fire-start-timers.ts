import { nextOccurrence } from '@tereze/bpmn'
import { getOrganisation, packages } from '@tereze/catalogue/contract'
import { type Context, job } from '@tereze/foundation-operations'
import { isRefused } from '@tereze/operation'
import { findRecords } from '@tereze/registers/contract'
import { findStart } from '../definition/event-starts.ts'
import { getService } from '../definition/get-service.ts'
import { decideApplicant } from '../rules/decide-applicant.ts'
import { recordSeen } from '../rules/record-seen.ts'
import { insertBeginnings } from '../store/beginnings.ts'
import {
  dueStartTimers,
  listDueStartTimers,
  lockDueStartTimer,
  type StartTimerRow,
  upsertStartTimer,
} from '../store/start-timers.ts'

/** Records that one transaction lets begin cases. */
const page = 100

/** The timer after its occurrence that was due: the next one that is not over, or none. */
function afterOccurrence(timer: StartTimerRow, dueAt: string, now: Date, zone: string): StartTimerRow {
  const next = timer.again === null ? undefined : nextOccurrence(dueAt, timer.again, { now: now.toISOString(), zone })
  return { ...timer, dueAt: next?.at ?? null, again: next?.again ?? null, after: null }
}

/** Lets the next records of the register begin cases; the timer goes on when it has come to the last. */
async function fire(context: Context, timer: StartTimerRow, dueAt: string): Promise<void> {
  const { tx, now } = context
  const { id, service, serviceVersion, node, event, register, after } = timer
  const organisation = tx.tenant
  const found = await context.call(findRecords, {
    organisation,
    register: register ?? '',
    where: {},
    limit: page,
    under: 'system',
    ...(after === null ? {} : { after }),
  })
  if (isRefused(found)) throw new Error(`${service}: timer ${node} ${found.code}`)
  const all = context.port(packages)
  const of = getService(all, service, serviceVersion)
  const { zone } = getOrganisation(all, of.owner)
  const start = await findStart(all, of, node, event)
  const moment = { now: now.toISOString(), zone }
  const beginnings = found.items.flatMap(record => {
    const content = { record: recordSeen(record) }
    // Most records of a register may not concern the service: for them there is nothing to keep.
    if (start !== null && 'nobody' in decideApplicant(start.applicant, content, moment)) return []
    const beginning = { id: `${id}@${dueAt}/${record.record}`, service, serviceVersion, node, event, content }
    return [{ ...beginning, kind: 'timer' as const, businessKey: null }]
  })
  await insertBeginnings(tx, beginnings, now)
  const next = found.next === null ? afterOccurrence(timer, dueAt, now, zone) : { ...timer, after: found.next }
  await upsertStartTimer(tx, next)
}

/**
 * Fires the timers that begin cases: a part of the register in each transaction, with the place up to which it has come. An occurrence
 * that was missed while no node ran is made up for once.
 */
export const fireStartTimers = job({
  name: 'cases.fire-start-timers',
  every: 1000,
  due: dueStartTimers,
  async run(parts) {
    const now = parts.clock.now()
    const due = await listDueStartTimers(parts.database, now)
    let done = 0
    for (const { tenant, id } of due) {
      try {
        await parts.write(tenant, async context => {
          const timer = await lockDueStartTimer(context.tx, id, now)
          if (timer?.dueAt != null) await fire(context, timer, timer.dueAt)
        })
        done++
      } catch (error) {
        parts.report(error)
      }
    }
    return done
  },
})
