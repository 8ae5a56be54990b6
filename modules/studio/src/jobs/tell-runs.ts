import { packageDesk } from '@tereze/catalogue/contract'
import { type JobContext, job } from '@tereze/foundation-operations'
import { type BenchOutcome, type StoryTold, storyBench } from '../contract/index.ts'
import { sourceToTry } from '../rules/source-to-try.ts'
import type { DraftStory } from '../rules/stories-of.ts'
import {
  claimRun,
  dueRuns,
  isStopped,
  listTenantsLeft,
  listTenantsWaiting,
  releaseRuns,
  updateEnded,
  updateTrial,
  upsertMeasure,
  upsertResult,
} from '../store/bench.ts'
import { findDraft } from '../store/drafts.ts'
import { filesOfDraft } from '../views/draft-files.ts'

/** Milliseconds between looks whether somebody asked for a run to stop. */
const watchEvery = 1_000
/** Milliseconds that a run may wait for trials of others before it is as urgent as they are. */
const longestWait = 300_000

interface Claimed {
  readonly id: string
  readonly draft: string
  readonly kind: 'stories' | 'trial'
  readonly stories: readonly DraftStory[]
}

/** What the bench is to do for a run; null where the draft is no more. */
async function orderOf({ database, ports }: JobContext, organisation: string, run: Claimed) {
  const row = await findDraft(database, organisation, run.draft)
  if (row === null) return null
  const desk = ports.get(packageDesk)
  const around = await desk.all(database)
  const published = around.find(({ kind, id }) => kind === row.kind && id === row.package)
  const files = await filesOfDraft(database, organisation, run.draft)
  const source = sourceToTry(row, files, published?.version ?? null, desk.hashOf)
  return { around, source, stories: run.stories, isTrial: run.kind === 'trial' }
}

async function tell(context: JobContext, organisation: string, run: Claimed): Promise<void> {
  const { clock, ports, database } = context
  const order = await orderOf(context, organisation, run)
  const stop = new AbortController()
  const watch = setInterval(() => {
    isStopped(database, organisation, run.id).then(
      stopped => (stopped ? stop.abort() : undefined),
      error => context.report(error),
    )
  }, watchEvery)
  const basis = new Map(run.stories.map(story => [story.path, story.basis]))
  const onTold = (told: StoryTold) =>
    context.write(organisation, ({ tx, now }) =>
      run.kind === 'trial'
        ? updateTrial(tx, run.id, told)
        : upsertResult(tx, { run: run.id, draft: run.draft, basis: basis.get(told.path) ?? '', now }, told),
    )
  let outcome: BenchOutcome
  try {
    outcome =
      order === null
        ? { ok: false, problem: 'package-faulty' }
        : await ports.get(storyBench).tell(order, onTold, stop.signal)
  } finally {
    clearInterval(watch)
  }
  const stopped = await isStopped(database, organisation, run.id)
  const state = stopped ? 'stopped' : outcome.ok ? 'done' : 'failed'
  await context.write(organisation, async ({ tx }) => {
    if (outcome.ok && run.kind === 'stories') await upsertMeasure(tx, run.draft, outcome.items)
    await updateEnded(tx, run.id, { state, problem: outcome.ok ? null : outcome.problem, now: clock.now() })
  })
}

/** Tells the runs that wait on this node's test bench, one after the other; trials, at which somebody looks, and what has waited long, first. */
export const tellRunsJob = job({
  name: 'studio.tell-runs',
  every: 2_000,
  due: dueRuns,
  async run(context) {
    const since = new Date(context.clock.now().getTime() - longestWait)
    for (const tenant of await listTenantsWaiting(context.database, since)) {
      const run = await context.write(tenant, ({ tx }) => claimRun(tx, context.node, since))
      if (run === null) continue
      try {
        await tell(context, tenant, run)
      } catch (error) {
        context.report(error)
        const end = { state: 'failed', problem: 'broke-down', now: context.clock.now() } as const
        await context.write(tenant, ({ tx }) => updateEnded(tx, run.id, end))
      }
      return 1
    }
    return 0
  },
  async release(context) {
    for (const tenant of await listTenantsLeft(context.database))
      await context.write(tenant, ({ tx }) => releaseRuns(tx))
  },
})
