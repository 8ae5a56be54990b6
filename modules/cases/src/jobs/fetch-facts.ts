import { type JobContext, job } from '@tereze/foundation-operations'
import { processOf, type Source } from '../definition/service.ts'
import { heedAgency } from '../engine/acts/heed-agency.ts'
import { advance } from '../engine/advance.ts'
import { attachAnswers } from '../engine/attach-answer.ts'
import { beginCase } from '../engine/begin-case.ts'
import { beginRun, type CaseRun, endRun, note, withLocal } from '../engine/case-run.ts'
import { closeBeside } from '../engine/close-beside.ts'
import { applyFacts, type Fetched, fetchLocal, waves } from '../engine/facts.ts'
import { fetchRemote } from '../engine/fetch-remote.ts'
import { variablesOf } from '../engine/instance-data.ts'
import { instanceOf } from '../engine/instance-of.ts'
import { makeDecision } from '../engine/make-decision.ts'
import { readingRun } from '../engine/reading-run.ts'
import { renewFacts, tellRenewed } from '../engine/renew-facts.ts'
import { isSuspended } from '../engine/suspension.ts'
import { noteFault, tellFaults } from '../engine/tell-faults.ts'
import { backoff, patientSeconds } from '../rules/backoff.ts'
import { decideFault } from '../rules/decide-fault.ts'
import { asRenewed } from '../rules/decide-renewal.ts'
import { findCase, lockCase } from '../store/cases.ts'
import {
  claimDue,
  dueWork,
  listDue,
  listTenantsAbandoned,
  postponeWork,
  releaseWork,
  type WorkRow,
} from '../store/work.ts'
import { reportFailure } from './report-failure.ts'

/** Pieces of work that are claimed together in each organisation; each of them asks outside and then writes. */
const batch = 12
const leaseSeconds = 60

/** That a source has to be asked again; `waiting`: beyond its usual time. */
interface Again {
  readonly again: true
  readonly source: Source
  readonly waiting: boolean
}

/** Asks for one source within its time; what is done without an answer is as its service declares. */
async function fetchOne(parts: JobContext, run: CaseRun, source: Source, work: WorkRow): Promise<Fetched | Again> {
  if (source.contract === undefined) return parts.write(work.tenant, context => fetchLocal({ ...run, context }, source))
  const attempt = await fetchRemote(run, source, work.id, parts.report)
  if ('fetched' in attempt) return attempt.fetched
  const decided = decideFault(source, attempt, parts.clock.now().getTime() - Date.parse(work.since))
  if (decided.again) return { again: true, source, waiting: decided.waiting }
  return { source, state: 'missing', fault: decided.fault, code: attempt.code, instead: decided.instead }
}

/** Whether sources are asked again before a decision, which then is made. */
const isRenewal = ({ detail }: WorkRow) => detail.decision !== undefined

/** All sources of a piece of work, wave by wave; or those of a wave that must be asked again. */
async function fetchAll(
  parts: JobContext,
  run: CaseRun,
  sources: readonly Source[],
  work: WorkRow,
): Promise<{ fetched: Fetched[] } | { again: Again[] }> {
  const all: Fetched[] = []
  for (const wave of waves(sources)) {
    const answers = await Promise.all(wave.map(source => fetchOne(parts, run, source, work)))
    const again = answers.filter(answer => 'again' in answer)
    if (again.length > 0) return { again }
    const fetched = answers.filter(answer => 'state' in answer)
    if (isRenewal(work)) renewFacts(run, fetched)
    else applyFacts(run, fetched)
    all.push(...fetched)
  }
  return { fetched: all }
}

/** Writes what was fetched and lets the case go on. */
async function goOn(
  parts: JobContext,
  work: WorkRow,
  fetched: readonly Fetched[],
  waves: readonly (readonly Source[])[],
): Promise<void> {
  await parts.write(work.tenant, async context => {
    const row = await lockCase(context.tx, work.caseId)
    if (row === null) return
    const run = beginRun(context, row)
    if (!run.draft.takeWork(work.id)) return
    for (const wave of waves) {
      const came = fetched.filter(one => wave.includes(one.source))
      if (isRenewal(work)) await tellRenewed(run, renewFacts(run, came))
      else applyFacts(run, came)
    }
    await attachAnswers(run, fetched)
    await tellFaults(run, fetched)
    const conflicts = fetched.filter(one => one.state === 'found' && one.source.conflict !== undefined)
    if (!isRenewal(work) && fetched.some(one => one.state === 'found'))
      await note(run, 'timeline.answered', 'agency', { count: fetched.filter(one => one.state === 'found').length })
    if (conflicts.length > 0) context.concerns([row.person])
    const suspended = isSuspended(row)
    if (fetched.some(one => one.state === 'found')) await heedAgency(run)
    if (work.instance === null) await beginCase(run)
    else {
      const instance = await instanceOf(run, work.instance)
      if (isRenewal(work)) {
        const local = { ...variablesOf(run, instance), ...(work.detail.local as CaseRun['local']) }
        await makeDecision(withLocal(run, local), instance, String(work.detail.decision))
      }
      const process = await processOf(run.packages.get(instance.packageKind, instance.package, instance.packageVersion))
      await advance(run, instance, process, [{ type: 'call-completed', id: work.id }])
      await closeBeside(run, suspended)
    }
    await endRun(run)
  })
}

/** Tells the person and the officials, once for each source, that the case waits for it beyond its usual time, and until when. */
async function tellWaiting(parts: JobContext, work: WorkRow, again: readonly Again[]): Promise<void> {
  const waiting = again.filter(one => one.waiting).map(({ source }) => source)
  if (waiting.length === 0) return
  await parts.write(work.tenant, async context => {
    const row = await lockCase(context.tx, work.caseId)
    if (row === null) return
    const run = beginRun(context, row)
    const told = (row.data.told ?? []) as readonly string[]
    const fresh = waiting.filter(({ id }) => !told.includes(`${work.id}/${id}`))
    if (fresh.length === 0) return
    row.data = { ...row.data, told: [...told, ...fresh.map(({ id }) => `${work.id}/${id}`)] }
    for (const source of fresh) await noteFault(run, 'waits', source)
    await endRun(run)
  })
}

async function perform(parts: JobContext, work: WorkRow): Promise<void> {
  const row = await findCase(parts.database, work.tenant, work.caseId)
  if (row === null) throw new Error(`work ${work.id} belongs to no case`)
  const run = readingRun(parts, row, 'cases.fetch-facts')
  const wanted = work.detail.sources as readonly string[]
  const sources = run.service.sources
    .filter(source => wanted.includes(source.id))
    .map(source => (isRenewal(work) ? asRenewed(source) : source))
  const came = await fetchAll(parts, run, sources, work)
  if ('fetched' in came) return goOn(parts, work, came.fetched, waves(sources))
  await tellWaiting(parts, work, came.again)
  const longest = came.again.some(({ waiting }) => waiting) ? patientSeconds : undefined
  const pause = backoff(work.id, work.attempts, longest)
  await parts.write(work.tenant, ({ tx }) => postponeWork(tx, work.id, new Date(parts.clock.now().getTime() + pause)))
}

/** Fetches the facts that cases wait for, from other organisations by the exchange. */
export const fetchFacts = job({
  name: 'cases.fetch-facts',
  every: 500,
  due: dueWork('facts'),
  async run(parts) {
    const now = parts.clock.now()
    const due = await listDue(parts.database, 'facts', now, batch)
    const claim = { now, until: new Date(now.getTime() + leaseSeconds * 1000), node: parts.node }
    const tenants = [...new Set(due.map(work => work.tenant))]
    const claimed = await Promise.all(
      tenants.map(tenant => parts.write(tenant, ({ tx }) => claimDue(tx, 'facts', claim, batch))),
    )
    const mine = claimed.flat()
    await Promise.all(
      mine.map(work => perform(parts, work).catch((error: unknown) => reportFailure(parts, work, error))),
    )
    return mine.length
  },
  async release(parts) {
    for (const tenant of await listTenantsAbandoned(parts.database))
      await parts.write(tenant, ({ tx }) => releaseWork(tx, parts.clock.now()))
  },
})
