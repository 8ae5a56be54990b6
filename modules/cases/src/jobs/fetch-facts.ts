import { readingTx } from '@tereze/foundation-database'
import { type Context, type JobContext, job } from '@tereze/foundation-operations'
import { systemActor } from '@tereze/operation'
import { processOf, type Source } from '../definition/service.ts'
import { heedAgency } from '../engine/acts/heed-agency.ts'
import { advance } from '../engine/advance.ts'
import { beginCase } from '../engine/begin-case.ts'
import { beginRun, type CaseRun, endRun, note } from '../engine/case-run.ts'
import { closeBeside } from '../engine/close-beside.ts'
import { applyFacts, type Fetched, fetchLocal, waves } from '../engine/facts.ts'
import { fetchRemote } from '../engine/fetch-remote.ts'
import { instanceOf } from '../engine/instance-of.ts'
import { isSuspended } from '../engine/suspension.ts'
import { backoff } from '../rules/backoff.ts'
import { millisecondsOf } from '../rules/duration.ts'
import { findCase, lockCase } from '../store/cases.ts'
import { claimDue, listDue, listTenantsAbandoned, postponeWork, releaseWork, type WorkRow } from '../store/work.ts'
import { reportFailure } from './report-failure.ts'

/** Pieces of work that are claimed together in each organisation; each of them asks outside and then writes. */
const batch = 12
const leaseSeconds = 60

/** A run that only reads, for building questions outside of transactions. */
function readingRun(parts: JobContext, row: NonNullable<Awaited<ReturnType<typeof findCase>>>): CaseRun {
  const context = {
    tx: readingTx(parts.database, row.tenant),
    actor: systemActor('cases.fetch-facts', row.tenant),
    now: parts.clock.now(),
    ids: parts.ids,
    correlation: row.id,
    causation: null,
    port: wanted => parts.ports.get(wanted),
  } as Pick<Context, 'tx' | 'actor' | 'now' | 'ids' | 'correlation' | 'causation' | 'port'> as Context
  return beginRun(context, row)
}

/** Asks for one source within its time; null: not yet, try again. */
async function fetchOne(parts: JobContext, run: CaseRun, source: Source, work: WorkRow): Promise<Fetched | null> {
  if (source.contract === undefined) return parts.write(work.tenant, context => fetchLocal({ ...run, context }, source))
  const attempt = await fetchRemote(run, source, work.id)
  if ('fetched' in attempt) return attempt.fetched
  const waited = parts.clock.now().getTime() - Date.parse(work.since)
  const mayWait = source.otherwise === 'wait' || waited < millisecondsOf(source.within)
  return mayWait ? null : { source, state: 'missing' }
}

/** All sources of a piece of work, wave by wave; null when some must be asked again. */
async function fetchAll(
  parts: JobContext,
  run: CaseRun,
  sources: readonly Source[],
  work: WorkRow,
): Promise<Fetched[] | null> {
  const all: Fetched[] = []
  for (const wave of waves(sources)) {
    const answers = await Promise.all(wave.map(source => fetchOne(parts, run, source, work)))
    if (answers.includes(null)) return null
    const fetched = answers.filter(answer => answer !== null)
    applyFacts(run, fetched)
    all.push(...fetched)
  }
  return all
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
    for (const wave of waves)
      applyFacts(
        run,
        fetched.filter(one => wave.includes(one.source)),
      )
    const conflicts = fetched.filter(one => one.state === 'found' && one.source.conflict !== undefined)
    if (fetched.some(one => one.state === 'found'))
      await note(run, 'timeline.answered', 'agency', { count: fetched.filter(one => one.state === 'found').length })
    if (conflicts.length > 0) context.concerns([row.person])
    const suspended = isSuspended(row)
    if (fetched.some(one => one.state === 'found')) await heedAgency(run)
    if (work.instance === null) await beginCase(run)
    else {
      const instance = await instanceOf(run, work.instance)
      const process = await processOf(run.packages.get(instance.packageKind, instance.package, instance.packageVersion))
      await advance(run, instance, process, [{ type: 'call-completed', id: work.id }])
      await closeBeside(run, suspended)
    }
    await endRun(run)
  })
}

async function perform(parts: JobContext, work: WorkRow): Promise<void> {
  const row = await findCase(parts.database, work.tenant, work.caseId)
  if (row === null) throw new Error(`work ${work.id} belongs to no case`)
  const run = readingRun(parts, row)
  const wanted = work.detail.sources as readonly string[]
  const sources = run.service.sources.filter(source => wanted.includes(source.id))
  const fetched = await fetchAll(parts, run, sources, work)
  if (fetched === null) {
    await parts.write(work.tenant, ({ tx }) =>
      postponeWork(tx, work.id, new Date(parts.clock.now().getTime() + backoff(work.id, work.attempts))),
    )
    return
  }
  await goOn(parts, work, fetched, waves(sources))
}

/** Fetches the facts that cases wait for, from other organisations by the exchange. */
export const fetchFacts = job({
  name: 'cases.fetch-facts',
  every: 500,
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
