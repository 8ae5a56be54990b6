import { Instant, LanguageCode, openScope, operation, PersonId, refusal, Text } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { Channel } from './message.ts'

/** A topic of the law of a jurisdiction, `decisions`. */
export const TopicId = Type.String({ pattern: '^[a-z][a-z0-9-]{0,63}$' })

/** A time of the clock, `22:00`. */
export const ClockTime = Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' })

/** When a person is not to be rung at: as the law has it, never, or between two times of the clock (also over midnight). */
export const Quiet = Type.Union([
  Type.Object({ kind: Type.Literal('law') }),
  Type.Object({ kind: Type.Literal('none') }),
  Type.Object({ kind: Type.Literal('own'), from: ClockTime, to: ClockTime }),
])
/** When a person is not to be rung at. */
export type Quiet = Static<typeof Quiet>

/** How a person wants to be written to. */
export const Preference = Type.Object({
  /** Null: the language that the register of people has. */
  language: Type.Union([LanguageCode, Type.Null()]),
  /** IANA zone of the clock for quiet hours; null: that of the organisation that writes. */
  zone: Type.Union([Type.String({ minLength: 1, maxLength: 64 }), Type.Null()]),
  quiet: Quiet,
  /** Channels that are not wanted, topic by topic. */
  refused: Type.Array(Type.Object({ topic: TopicId, channel: Channel }), { maxItems: 500 }),
  /** Topics whose e-mail is wanted as one letter a day. */
  daily: Type.Array(TopicId, { maxItems: 100, uniqueItems: true }),
})
/** How a person wants to be written to. */
export type Preference = Static<typeof Preference>

/** A topic as a person sees it. */
export const TopicView = Type.Object({
  topic: TopicId,
  title: Text,
  about: Text,
  /** Neither quiet hours nor the daily letter keep it back. */
  urgent: Type.Boolean(),
  /** Channels that nobody can refuse, by the provision `ground` (`act:<id>/<provision>`). */
  mandatory: Type.Array(Channel),
  ground: Type.Union([Type.String(), Type.Null()]),
})
/** A topic as a person sees it. */
export type TopicView = Static<typeof TopicView>

/** The law does not let this channel be refused for this topic. */
export const channelMandatory = refusal('notifications.channel-mandatory', 'invalid')
/** There is no such topic. */
export const topicUnknown = refusal('notifications.topic-unknown', 'invalid')
/** What is urgent is not kept for the daily letter. */
export const topicUrgent = refusal('notifications.topic-urgent', 'invalid')
/** There is no such time zone. */
export const zoneUnknown = refusal('notifications.zone-unknown', 'invalid')
/** Quiet hours that begin and end at one time. */
export const quietEmpty = refusal('notifications.quiet-empty', 'invalid')
/** No letter has this address, or nothing of it can be refused. */
export const letterNotFound = refusal('notifications.letter-not-found', 'not-found')

/** How a person wants to be written to, and what there is to choose. */
export const getPreferences = operation({
  name: 'notifications.get-preferences',
  does: 'Tells how a person wants to be written to, which topics there are and what the law lets nobody refuse.',
  kind: 'query',
  input: Type.Object({ person: PersonId }),
  output: Type.Object({
    preference: Preference,
    topics: Type.Array(TopicView),
    /** Channels by which the installation sends besides the cabinet. */
    channels: Type.Array(Channel),
    /** Addresses that channels go to: `none` where the person has none, `bounced` where nothing gets through since a moment. */
    addresses: Type.Array(
      Type.Object({
        channel: Channel,
        state: Type.Union([Type.Literal('known'), Type.Literal('none'), Type.Literal('bounced')]),
        since: Type.Union([Instant, Type.Null()]),
      }),
    ),
    /** Quiet hours and the time of the daily letter by the law; null where it has none. */
    quiet: Type.Union([Type.Object({ from: ClockTime, to: ClockTime, channels: Type.Array(Channel) }), Type.Null()]),
    daily: Type.Union([ClockTime, Type.Null()]),
  }),
  permission: 'notifications.preference.manage',
  scope: 'messages',
})

/** Keeps how a person wants to be written to. */
export const keepPreferences = operation({
  name: 'notifications.keep-preferences',
  does: 'Keeps how a person wants to be written to: channels topic by topic, quiet hours, the daily letter, language.',
  input: Type.Object({ person: PersonId, preference: Preference }),
  output: Type.Object({ kept: Type.Literal(true) }),
  permission: 'notifications.preference.manage',
  scope: 'messages',
  refusals: [channelMandatory, topicUnknown, topicUrgent, zoneUnknown, quietEmpty],
})

/** The random text in the address by which a letter is answered with "no more of these". */
export const LeaveToken = Type.String({ pattern: '^[A-Za-z0-9]{22}$' })

/** What a letter is about. */
export const getLetterTopic = operation({
  name: 'notifications.get-letter-topic',
  does: 'Tells whoever holds a letter which topic it was about, and whether letters about it are still sent.',
  kind: 'query',
  input: Type.Object({ token: LeaveToken }),
  output: Type.Object({ title: Text, refused: Type.Boolean() }),
  permission: 'notifications.letter.leave',
  scope: openScope,
  refusals: [letterNotFound],
})

/** No more letters about the topic of a letter. */
export const leaveLetters = operation({
  name: 'notifications.leave-letters',
  does: 'Ends letters to a person about the topic of a letter that they hold; the messages still come to the cabinet.',
  input: Type.Object({ token: LeaveToken }),
  output: Type.Object({ left: Type.Literal(true) }),
  permission: 'notifications.letter.leave',
  scope: openScope,
  refusals: [letterNotFound],
})
