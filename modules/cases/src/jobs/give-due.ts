import { setImmediate as breathe } from 'node:timers/promises'
import type { Input, JsonObject } from '@tereze/bpmn'
import { type Context, type Job, type JobContext, job } from '@tereze/foundation-operations'
import { processOf } from '../definition/service.ts'
import { advance } from '../engine/advance.ts'
import { beginRun, type CaseRun, endRuns } from '../engine/case-run.ts'
import { closeBeside } from '../engine/close-beside.ts'
import { instanceOf } from '../engine/instance-of.ts'
import { isSuspended } from '../engine/suspension.ts'
import { lockFreeCases } from '../store/cases.ts'
import { releaseMessage } from '../store/messages.ts'
import { dueWork, listDue, type WorkRow } from '../store/work.ts'
import { reportFailure } from './report-failure.ts'

/** Work that is looked at together, and that one transaction does: little, so that people are served between. */
const batch = 60
const chunk = 12

interface Heard {
  readonly name: string
  readonly content: JsonObject
}

/** What an instance is given when work is due. */
function inputOf({ id, kind, detail }: WorkRow): Input {
  if (kind === 'timer') return { type: 'timer-fired', id }
  const { name, content } = detail as unknown as Heard
  if (kind === 'signal') return { type: 'signal', name, content, before: detail.before as number }
  const key = detail.key as string | null
  return { type: 'message', id: detail.wait as string, name, content, ...(key === null ? {} : { key }) }
}

async function give(run: CaseRun, work: WorkRow): Promise<void> {
  if (work.instance === null) return
  const instance = await instanceOf(run, work.instance)
  const process = await processOf(run.packages.get(instance.packageKind, instance.package, instance.packageVersion))
  const suspended = isSuspended(run.row)
  const ignored = await advance(run, instance, process, [inputOf(work)])
  await closeBeside(run, suspended)
  const missed = ignored.some(reason => reason !== 'suspended')
  if (work.kind === 'message' && missed) await releaseMessage(run.context.tx, work.detail.message as string)
}

/** Does work of one organisation; that of cases that somebody moves right now stays due. Gives how much there was to do. */
async function giveAll(context: Context, due: readonly WorkRow[]): Promise<number> {
  const free = await lockFreeCases(context.tx, [...new Set(due.map(({ caseId }) => caseId))])
  const runs = new Map(free.map(row => [row.id, beginRun(context, row)]))
  const taken = due.filter(({ caseId, id }) => runs.get(caseId)?.draft.takeWork(id))
  for (const work of taken) {
    const run = runs.get(work.caseId)
    if (run !== undefined) await give(run, work)
  }
  const moved = new Set(taken.map(({ caseId }) => caseId))
  await endRuns(
    context,
    [...runs.values()].filter(({ row }) => moved.has(row.id)),
  )
  return taken.length
}

/** Does a chunk in one transaction; where some of it throws, each in its own, and what throws is tried again later. */
async function giveChunk(parts: JobContext, tenant: string, due: readonly WorkRow[]): Promise<number> {
  try {
    return await parts.write(tenant, context => giveAll(context, due))
  } catch (error) {
    const [only, ...others] = due
    if (only === undefined) return 0
    if (others.length > 0) {
      let given = 0
      for (const work of due) given += await giveChunk(parts, tenant, [work])
      return given
    }
    await reportFailure(parts, only, error)
    return 1
  }
}

/** Gives instances what is due, a few cases at a time and one transaction after the other. */
function giveDue(name: string, kind: 'timer' | 'signal' | 'message'): Job {
  return job({
    name,
    every: 1000,
    due: dueWork(kind),
    async run(parts) {
      const due = await listDue(parts.database, kind, parts.clock.now(), batch)
      let given = 0
      for (const tenant of new Set(due.map(work => work.tenant))) {
        const own = due.filter(work => work.tenant === tenant)
        for (let from = 0; from < own.length; from += chunk) {
          given += await giveChunk(parts, tenant, own.slice(from, from + chunk))
          await breathe()
        }
      }
      return given
    },
  })
}

/** Fires the timers of processes that are due. */
export const fireTimers = giveDue('cases.fire-timers', 'timer')
/** Lets instances hear the signals that they waited for. */
export const deliverSignals = giveDue('cases.deliver-signals', 'signal')
/** Gives instances the messages that were matched with what they wait for. */
export const deliverMessages = giveDue('cases.deliver-messages', 'message')
