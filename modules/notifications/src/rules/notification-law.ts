import type { Channel } from '../contract/index.ts'
import type { DeliveryRule } from './decide-delivered.ts'

/** A channel besides the cabinet. */
export type Way = Exclude<Channel, 'cabinet'>

/** A topic of messages. Words are keys of the jurisdiction's messages, `message:topic.decisions`. */
export interface Topic {
  readonly id: string
  readonly title: string
  readonly about: string
  readonly urgent: boolean
  /** Channels that nobody can refuse, by the provision `ground`. */
  readonly mandatory: readonly Way[]
  readonly ground?: string
}

/** What the law of a jurisdiction says of messages to people, as `content/format/notifications.schema.json` declares it. */
export interface NotificationLaw {
  readonly topics: readonly Topic[]
  /** Hours of the person's clock in which channels do not ring. */
  readonly quiet?: {
    readonly from: string
    readonly to: string
    readonly channels: readonly Way[]
    readonly ground: string
  }
  /** Channels in the order in which they are tried when those of a message failed for good. */
  readonly next?: { readonly usual: readonly Way[]; readonly significant: readonly Way[] }
  /** When what is legally significant counts as delivered. */
  readonly delivery?: DeliveryRule
  /** When the one letter a day goes out. */
  readonly digest?: { readonly at: string }
}

/** The law of a jurisdiction that says nothing of messages: nothing can be refused, nothing waits. */
export const silentLaw: NotificationLaw = { topics: [] }

/** A topic of the law; null where it has none of this id. */
export function topicOf(law: NotificationLaw, id: string | null): Topic | null {
  return law.topics.find(topic => topic.id === id) ?? null
}
