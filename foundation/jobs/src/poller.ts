import type { Job, JobContext } from '@tereze/foundation-operations'
import { enterNodes, type Presence } from './presence.ts'

/** Told of a job that failed. */
export type OnJobFailure = (job: string, error: unknown) => void

/** Runs jobs until stopped. */
export interface Poller {
  start(): void
  /** Looks at once, e.g. after a commit that left something to do. Without a name: all jobs but patient ones. */
  wake(job?: string): void
  /** Runs every job until none finds anything, for tests. */
  settle(): Promise<void>
  /** Lets running work end, then stops. */
  stop(): Promise<void>
}

const longestPause = 60_000
/** Rest of a patient job that found something, in milliseconds. */
const rest = 500

/**
 * Runs jobs, each in a loop of its own: what is due, again at once while there is more, then waits `every` milliseconds or until woken.
 * A job that throws is retried with growing pauses up to a minute. Several nodes may run the same job: rows are claimed with SKIP LOCKED.
 * What nodes that died had claimed is let go at the start, and within seconds after one died.
 */
export function createPoller(
  jobs: readonly Job[],
  contextOf: (job: string) => JobContext,
  onFailure: OnJobFailure,
): Poller {
  const wakers = new Map<string, () => void>()
  const woken = new Set<string>()
  let stopping = false
  let running: Promise<unknown> | null = null
  let presence: Presence | null = null

  function pause(name: string, milliseconds: number): Promise<void> {
    return new Promise(resolve => {
      if (stopping || woken.delete(name)) {
        resolve()
        return
      }
      const timer = setTimeout(end, milliseconds)
      function end() {
        clearTimeout(timer)
        wakers.delete(name)
        woken.delete(name)
        resolve()
      }
      wakers.set(name, end)
    })
  }

  async function loop(job: Job): Promise<void> {
    const context = contextOf(job.name)
    let failures = 0
    while (!stopping) {
      let done = 0
      try {
        done = await job.run(context)
        failures = 0
      } catch (error) {
        failures += 1
        onFailure(job.name, error)
      }
      if (failures > 0) await pause(job.name, Math.min(job.every * 2 ** failures, longestPause))
      else if (done === 0) await pause(job.name, job.every)
      else if (job.patient) await pause(job.name, Math.min(job.every, rest))
    }
  }

  async function letGo(): Promise<void> {
    for (const job of jobs) {
      try {
        await job.release?.(contextOf(job.name))
      } catch (error) {
        onFailure(job.name, error)
      }
    }
  }

  async function begin(): Promise<void> {
    const first = jobs.find(job => job.release !== undefined)
    if (first !== undefined) {
      try {
        const { database, node } = contextOf(first.name)
        presence = await enterNodes({ database, node, letGo, onFailure: error => onFailure('presence', error) })
      } catch (error) {
        onFailure(first.name, error)
      }
    }
    await Promise.all(jobs.map(loop))
  }

  return {
    start() {
      running ??= begin()
    },
    wake(name) {
      for (const job of jobs) {
        if (name === undefined ? job.patient : job.name !== name) continue
        const end = wakers.get(job.name)
        if (end) end()
        else woken.add(job.name)
      }
    },
    async settle() {
      for (let done = 1; done > 0; ) {
        done = 0
        for (const job of jobs) done += await job.run(contextOf(job.name))
      }
    },
    async stop() {
      stopping = true
      for (const end of [...wakers.values()]) end()
      await running
      await presence?.leave()
    },
  }
}
