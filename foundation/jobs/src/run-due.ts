import type { Job, JobContext } from '@tereze/foundation-operations'
import { whenDue } from './store/when-due.ts'

/**
 * Runs jobs once, one after the other: those that have something to do, and those that cannot say; returns how much they did. What
 * there is to do is asked once, before the first.
 */
export async function runDue(jobs: readonly Job[], contextOf: (job: string) => JobContext): Promise<number> {
  const [first] = jobs
  if (first === undefined) return 0
  const { database, clock } = contextOf(first.name)
  const dues = await whenDue(database, jobs)
  const now = clock.now().getTime()
  let done = 0
  for (const job of jobs) {
    const due = job.due === undefined ? now : (dues.get(job.name) ?? null)
    if (due !== null && due <= now) done += await job.run(contextOf(job.name))
  }
  return done
}
