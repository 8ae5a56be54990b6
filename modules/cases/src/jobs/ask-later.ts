import { type JobContext, job } from '@tereze/foundation-operations'
import type { Source } from '../definition/service.ts'
import { attachAnswers } from '../engine/attach-answer.ts'
import { beginRun, type CaseRun, endRun } from '../engine/case-run.ts'
import { applyFacts, type FactValue, type Fetched } from '../engine/facts.ts'
import { fetchRemote } from '../engine/fetch-remote.ts'
import { readingRun } from '../engine/reading-run.ts'
import { noteFault } from '../engine/tell-faults.ts'
import { readAt, writeAt } from '../rules/pointer.ts'
import { findCase, lockCase } from '../store/cases.ts'
import { claimDue, dueWork, listDue, postponeWork, type WorkRow } from '../store/work.ts'
import { reportFailure } from './report-failure.ts'

const batch = 12
const leaseSeconds = 60
/** How often a source is asked again without which a case went on, milliseconds. */
const pause = 6 * 3_600_000

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/**
 * Keeps an answer that came later. What the case has meanwhile, or was decided without, stays as it is: an answer that differs is marked
 * as disagreeing, for an official to look. Whether it is.
 */
function keepAnswer(run: CaseRun, source: Source, fetched: Fetched): boolean {
  const { row } = run
  const before = (source.into === undefined ? null : readAt(row.data, source.into)) ?? null
  const isSettled = row.decidedAt !== null || before !== null
  applyFacts(run, [fetched])
  if (!isSettled) return false
  if (source.into !== undefined) row.data = writeAt(row.data, source.into, before)
  const facts = row.data.facts as Readonly<Record<string, FactValue>>
  const fact = facts[source.id]
  if (fact === undefined || same(before, fact.value ?? null)) return false
  row.data = { ...row.data, facts: { ...facts, [source.id]: { ...fact, state: 'conflict', conflict: true } } }
  return true
}

/** Asks once more for a source without which a case went on; what it says is kept, and told where it differs from what the case has. */
async function askAgain(parts: JobContext, work: WorkRow): Promise<void> {
  const row = await findCase(parts.database, work.tenant, work.caseId)
  if (row === null) throw new Error(`work ${work.id} belongs to no case`)
  const run = readingRun(parts, row, 'cases.ask-later')
  const source = run.service.sources.find(({ id }) => id === work.detail.source)
  const now = parts.clock.now()
  // Each time anew; but within one pause it is the same question, whose answer may wait for its files.
  const turn = Math.floor(now.getTime() / pause)
  const attempt = source === undefined ? null : await fetchRemote(run, source, `${work.id}/${turn}`, parts.report)
  const isOver = now.getTime() >= Date.parse(String(work.detail.until))
  await parts.write(work.tenant, async context => {
    const locked = await lockCase(context.tx, work.caseId)
    if (locked === null) return
    const written = beginRun(context, locked)
    const answered = attempt !== null && 'fetched' in attempt
    if (!answered && !isOver && source !== undefined) {
      await postponeWork(context.tx, work.id, new Date(now.getTime() + pause))
      return
    }
    if (!written.draft.takeWork(work.id)) return
    if (source !== undefined && answered) {
      const isOtherwise = keepAnswer(written, source, attempt.fetched)
      await attachAnswers(written, [attempt.fetched])
      await noteFault(written, isOtherwise ? 'came-otherwise' : 'came-later', source)
    } else if (source !== undefined) await noteFault(written, 'never-came', source)
    await endRun(written)
  })
}

/** Asks again for the sources without which cases went on, for as long as their services declare. */
export const askLater = job({
  name: 'cases.ask-later',
  every: 60_000,
  patient: true,
  due: dueWork('later'),
  async run(parts) {
    const now = parts.clock.now()
    const due = await listDue(parts.database, 'later', now, batch)
    const claim = { now, until: new Date(now.getTime() + leaseSeconds * 1000), node: parts.node }
    let done = 0
    for (const tenant of new Set(due.map(work => work.tenant)))
      for (const work of await parts.write(tenant, ({ tx }) => claimDue(tx, 'later', claim, batch))) {
        await askAgain(parts, work).catch((error: unknown) => reportFailure(parts, work, error))
        done += 1
      }
    return done
  },
})
