import { setTimeout as sleep } from 'node:timers/promises'
import { getOrganisation } from '@tereze/catalogue/contract'
import { countUnnumbered } from '@tereze/foundation-events'
import { endOfDay } from '@tereze/working-time'
import type { StoryPlatform } from './compose-story.ts'
import { millisecondsOf, type StoryClock } from './story-clock.ts'

const second = 1000
const hour = 3600 * second

/** Pause while an event cannot be numbered, because a transaction of a story beside this one is older. Milliseconds. */
const pause = 3

/** Lets everything happen that can happen now; returns how much did. */
export async function settle(platform: StoryPlatform): Promise<number> {
  for (let total = 0; ; ) {
    let done = await platform.dispatcher.drain()
    for (const { jobs } of platform.modules)
      for (const job of jobs) done += await job.run(platform.runner.jobContext(job.name))
    if (done === 0 && (await countUnnumbered(platform.database)) > 0) {
      await sleep(pause)
      continue
    }
    if (done === 0) return total
    total += done
  }
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
 * Lets time pass. Where something happens the clock goes in small steps, which grow while nothing does, from second to hour;
 * then it goes from midnight to midnight, for terms of law end with a day.
 */
export async function letPass(platform: StoryPlatform, clock: StoryClock, period: string): Promise<void> {
  const { zone } = getOrganisation(platform.packages, 'platform')
  const end = clock.now().getTime() + millisecondsOf(period)
  for (let pace = second; clock.now().getTime() < end; ) {
    const now = clock.now()
    const midnight = nextMidnight(now, zone)
    clock.set(Math.min(end, midnight, pace <= hour ? now.getTime() + pace : midnight))
    pace = (await settle(platform)) > 0 ? second : pace * 2
  }
}
