import type { Message, Preference } from '../contract/index.ts'
import { isRefusedBy } from './decide-channels.ts'
import type { NotificationLaw, Topic, Way } from './notification-law.ts'

/**
 * The channel that is tried when those of a message failed for good: the first of the law's order that is open, was not tried and is not
 * refused. Null while one is on its way, when one got through, and when nothing failed but what the person does not want.
 */
export function decideNext(of: {
  readonly tried: readonly Pick<Message['deliveries'][number], 'channel' | 'state' | 'problem'>[]
  readonly significant: boolean
  readonly law: NotificationLaw
  readonly topic: Topic | null
  readonly preference: Preference
  readonly open: readonly Way[]
}): Way | null {
  const ways = of.tried.filter(({ channel }) => channel !== 'cabinet')
  if (ways.some(({ state }) => state !== 'failed') || ways.every(({ problem }) => problem === 'refused')) return null
  const order = of.law.next?.[of.significant ? 'significant' : 'usual'] ?? []
  const fits = (way: Way) =>
    of.open.includes(way) && !ways.some(({ channel }) => channel === way) && !isRefusedBy(of.preference, of.topic, way)
  return order.find(fits) ?? null
}
