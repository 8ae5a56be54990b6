import { addDays, instantOf, localTimeOf } from '@tereze/working-time'
import type { Preference } from '../contract/index.ts'
import type { NotificationLaw, Topic, Way } from './notification-law.ts'

/** When a delivery goes out, and whether as part of the one letter of the day. */
export interface Moment {
  readonly at: Date
  readonly daily: boolean
}

/** Minutes since midnight of `HH:MM`. */
function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return hours * 60 + minutes
}

/** The next instant at which the clock of a zone shows a time, after `now`. */
export function nextTime(clock: string, zone: string, now: Date): Date {
  const minutes = minutesOf(clock)
  const local = localTimeOf(now.toISOString(), zone)
  const date = local.minutes < minutes ? local.date : addDays(local.date, 1)
  return new Date(instantOf(date, minutes, zone))
}

/** Whether a time of the clock lies between two others, the second over midnight where it is the earlier; the end is not in. */
function isBetween(minutes: number, from: number, to: number): boolean {
  return from < to ? minutes >= from && minutes < to : minutes >= from || minutes < to
}

/**
 * When a delivery may go out. What is urgent goes at once, and so does what has no topic. An e-mail about a topic whose letters the person
 * wants once a day waits for that letter. By a channel that rings, what comes in quiet hours waits until they end on the clock of the zone:
 * the person's own hours go before those of the law.
 */
export function decideMoment(of: {
  readonly channel: Way
  readonly topic: Topic | null
  readonly law: NotificationLaw
  readonly preference: Preference
  readonly zone: string
  readonly now: Date
}): Moment {
  const { channel, topic, law, preference, zone, now } = of
  const atOnce = { at: now, daily: false }
  if (topic === null || topic.urgent) return atOnce
  if (channel === 'email' && law.digest !== undefined && preference.daily.includes(topic.id))
    return { at: nextTime(law.digest.at, zone, now), daily: true }
  const quiet =
    preference.quiet.kind === 'own' ? preference.quiet : preference.quiet.kind === 'law' ? law.quiet : undefined
  const rings = law.quiet?.channels ?? ringing
  if (quiet === undefined || !rings.includes(channel)) return atOnce
  const { minutes } = localTimeOf(now.toISOString(), zone)
  if (!isBetween(minutes, minutesOf(quiet.from), minutesOf(quiet.to))) return atOnce
  return { at: nextTime(quiet.to, zone, now), daily: false }
}

/** Channels that ring where the law names none. */
const ringing: readonly Way[] = ['sms', 'push', 'messenger']
