import type { Channel, Preference } from '../contract/index.ts'
import type { Topic, Way } from './notification-law.ts'

const channelOf: Readonly<Record<string, Way>> = {
  email: 'email',
  sms: 'sms',
  push: 'push',
  messenger: 'messenger',
  letter: 'letter',
}

/** Whether a person does not want a channel for a topic, and the law lets them: what has no topic nobody can refuse. */
export function isRefusedBy(preference: Preference, topic: Topic | null, channel: Channel): boolean {
  if (topic === null || topic.mandatory.some(one => one === channel)) return false
  return preference.refused.some(one => one.topic === topic.id && one.channel === channel)
}

/**
 * How a message travels: always to the cabinet, by the channels that its notice names and the person has not refused. A firm has no
 * address but its cabinet.
 * @param names channels as a notice names them; `portal` is the cabinet.
 */
export function decideChannels(of: {
  readonly names: readonly string[]
  readonly firm: boolean
  readonly topic: Topic | null
  readonly preference: Preference
}): Channel[] {
  if (of.firm) return ['cabinet']
  const ways = of.names.flatMap(name => channelOf[name] ?? [])
  return ['cabinet', ...new Set(ways.filter(way => !isRefusedBy(of.preference, of.topic, way)))]
}
