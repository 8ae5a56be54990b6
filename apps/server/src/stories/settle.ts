import { setTimeout as sleep } from 'node:timers/promises'
import { getOrganisation } from '@tereze/catalogue/contract'
import { dueEvents } from '@tereze/foundation-events'
import { whenDue } from '@tereze/foundation-jobs'
import { endOfDay } from '@tereze/working-time'
import type { StoryPlatform } from './compose-story.ts'
import { millisecondsOf, type StoryClock } from './story-clock.ts'

const second = 1000
const hour = 3600 * second

/** Pause while an event cannot be numbered, because a transaction of a story beside this one is older. Milliseconds. */
const pause = 3

/** What events say that wait for their number. */
const unnumbered = 0
const events = { name: 'events', due: dueEvents }

/** What is there to do, and from when: told by what can say so, in milliseconds since 1970. */
type Dues = ReadonlyMap<string, number | null>

/**
 * Does what is there to do once; returns how much that was, and what was said of the rest before. A job that says when it has something
 * to do is not run before: that spares most of the time of stories in which days pass.
 */
async function round(platform: StoryPlatform, now: number): Promise<{ done: number; dues: Dues }> {
  let done = await platform.dispatcher.drain()
  const jobs = platform.modules.flatMap(module => module.jobs)
  const dues = await whenDue(platform.database, [events, ...jobs])
  for (const job of jobs) {
    const due = job.due === undefined ? now : (dues.get(job.name) ?? null)
    const isDue = due !== null && due <= now
    if (!isDue && !platform.isWatchful) continue
    const did = await job.run(platform.runner.jobContext(job.name))
    if (!isDue && did > 0) throw new Error(`${job.name} had something to do and had said nothing of it`)
    done += did
  }
  return { done, dues }
}

async function settleNow(platform: StoryPlatform): Promise<{ total: number; dues: Dues }> {
  const now = platform.runner.jobContext('stories').clock.now().getTime()
  for (let total = 0; ; ) {
    const { done, dues } = await round(platform, now)
    if (done === 0 && dues.get(events.name) === unnumbered) await sleep(pause)
    else if (done === 0) return { total, dues }
    total += done
  }
}

/** Lets everything happen that can happen now; returns how much did. */
export async function settle(platform: StoryPlatform): Promise<number> {
  return (await settleNow(platform)).total
}

function nextMidnight(now: Date, zone: string): number {
  const date = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(now)
  return Date.parse(endOfDay(date, zone))
}

/**
 * Lets time pass, from one moment at which something is due to the next, and to each midnight, for terms of law end with a day. Where
 * something is due that cannot be done yet the clock goes in small steps, which grow while nothing happens, from second to hour.
 */
export async function letPass(platform: StoryPlatform, clock: StoryClock, period: string): Promise<void> {
  const { zone } = getOrganisation(platform.packages, 'platform')
  const end = clock.now().getTime() + millisecondsOf(period)
  let [{ dues }, pace] = [await settleNow(platform), second]
  for (let now = clock.now().getTime(); now < end; now = clock.now().getTime()) {
    const moments = [...dues.values()].filter(at => at !== null)
    const isHeldUp = moments.some(at => at <= now)
    const stops = [end, nextMidnight(clock.now(), zone), ...moments.filter(at => at > now)]
    if (isHeldUp && pace <= hour) stops.push(now + pace)
    clock.set(Math.min(...stops))
    const settled = await settleNow(platform)
    dues = settled.dues
    pace = settled.total > 0 ? second : pace * 2
  }
}
