import type { Job, JobContext } from '@tereze/foundation-operations'
import { enterNodes, type Presence } from './presence.ts'
import { whenDue } from './store/when-due.ts'

/** Told of a job that failed. */
export type OnJobFailure = (job: string, error: unknown) => void

/** Runs jobs until stopped. */
export interface Poller {
  start(): void
  /**
   * Looks at once, e.g. after a commit that left something to do. Without a name: all jobs but patient ones; those that say when, only if
   * it is time.
   */
  wake(job?: string): void
  /** Lets running work end, then stops. */
  stop(): Promise<void>
}

const longestPause = 60_000
/** Rest of a patient job that found something, in milliseconds. */
const rest = 500
/** Least time between two looks at what is due, in milliseconds: commits that follow each other closely are looked at together. */
const breath = 5
/** The look at what is due, among the names of those that wait. */
const watchman = ' '

/**
 * Runs jobs, each in a loop of its own: what is due, again at once while there is more, then waits `every` milliseconds or until woken.
 * Jobs that say when they have something to do (and are not patient) do not look by themselves: one statement asks for all of them, at
 * the shortest `every`, when the next is due, and when woken. A job that throws is retried with growing pauses up to a minute. Several
 * nodes may run the same job: rows are claimed with SKIP LOCKED. What nodes that died had claimed is let go at the start, and within
 * seconds after one died.
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
  const watched = jobs.filter(job => job.due !== undefined && !job.patient)
  const watchedNames = new Set(watched.map(({ name }) => name))
  /** Watched jobs that failed and rest: the look leaves them alone. */
  const failing = new Set<string>()

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

  function ring(name: string): void {
    const end = wakers.get(name)
    if (end) end()
    else woken.add(name)
  }

  /** Looks at what is due and rings for it; gives the milliseconds until the next look. */
  async function look(first: Job, longest: number): Promise<number> {
    const { database, clock } = contextOf(first.name)
    const dues = await whenDue(database.single, watched)
    const now = clock.now().getTime()
    let next = longest
    for (const { name } of watched) {
      const at = dues.get(name) ?? null
      if (at === null || failing.has(name)) continue
      if (at <= now) ring(name)
      else next = Math.min(next, at - now)
    }
    return next
  }

  async function watch(): Promise<void> {
    const [first] = watched
    if (first === undefined) return
    const longest = Math.min(...watched.map(({ every }) => every))
    let failures = 0
    while (!stopping) {
      let next = longest
      try {
        next = await look(first, longest)
        failures = 0
      } catch (error) {
        failures += 1
        next = Math.min(longest * 2 ** failures, longestPause)
        onFailure('poller', error)
      }
      if (!stopping) await new Promise(resolve => setTimeout(resolve, breath))
      await pause(watchman, next)
    }
  }

  async function loop(job: Job): Promise<void> {
    const context = contextOf(job.name)
    const isWatched = watchedNames.has(job.name)
    let failures = 0
    if (isWatched) await pause(job.name, longestPause)
    while (!stopping) {
      let done = 0
      try {
        done = await job.run(context)
        failures = 0
      } catch (error) {
        failures += 1
        onFailure(job.name, error)
      }
      if (failures > 0) {
        failing.add(job.name)
        await pause(job.name, Math.min(job.every * 2 ** failures, longestPause))
        failing.delete(job.name)
      } else if (done === 0) await pause(job.name, isWatched ? longestPause : job.every)
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
    await Promise.all([watch(), ...jobs.map(loop)])
  }

  return {
    start() {
      running ??= begin()
    },
    wake(name) {
      if (name === undefined && watched.length > 0) ring(watchman)
      for (const job of jobs) {
        if (name === undefined ? !job.patient && !watchedNames.has(job.name) : job.name === name) ring(job.name)
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
