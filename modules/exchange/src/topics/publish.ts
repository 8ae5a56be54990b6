import type { Context } from '@tereze/foundation-operations'
import { isRefused } from '@tereze/operation'
import { getRecord, recordNotFound } from '@tereze/registers/contract'
import type { TopicEvent } from '../contract/topic-event.ts'
import type { PublishedTopic } from '../rules/topics-of.ts'
import { findToldVersions, holdTopic, insertPublication, type NewPublication } from '../store/publications.ts'
import { type Said, sayOfRecord } from './say-of-record.ts'
import { sealSaid } from './seal-said.ts'

/** What happened, to which record, when. */
export interface Happening {
  readonly event: TopicEvent
  readonly record: string
  readonly time: string
}

/** Reads the record as the register shows it to the topic's contract: what the contract's labels do not open is not there. */
async function readAndSay(
  context: Context,
  published: PublishedTopic,
  { record, event }: Happening,
): Promise<Said | null> {
  const { topic, contract } = published
  const { register } = contract.serves.topic
  const at = { organisation: contract.provider, register, record, under: `contract:${topic}` }
  const shown = await context.call(getRecord, at)
  if (isRefused(shown)) {
    if (shown.code === recordNotFound.code) return null
    throw new Error(`topic ${topic} reads ${register}: ${shown.code}`)
  }
  if (shown.record !== record) return null
  const told = (await findToldVersions(context.tx, topic, [record])).get(record) ?? 0
  return told >= shown.version ? null : sayOfRecord(context, published, shown, event)
}

/**
 * What is to be said on a topic of what happened to a record; null when it is nothing. Of a record that lives its newest version is told, and
 * each version once: what changed twice before it could be told is told as it is now.
 */
export async function preparePublication(
  context: Context,
  published: PublishedTopic,
  happening: Happening,
): Promise<NewPublication | null> {
  const { topic } = published
  const { event, record: key, time } = happening
  const gone = event === 'destroyed' || event === 'merged'
  const said = gone
    ? { version: null, subjects: [], data: null, drafts: [] }
    : await readAndSay(context, published, happening)
  if (said === null) return null
  return sealSaid(context, { topic, event, key, at: new Date(time) }, said)
}

/**
 * Says what was prepared, as the last thing in a transaction: whoever holds a topic holds it until the commit, so that places are committed
 * in order, and others wait meanwhile. Nothing is said after a newer version that a load brought meanwhile. Topics are held in the
 * order of their names.
 */
export async function publish({ tx }: Pick<Context, 'tx'>, prepared: readonly NewPublication[]): Promise<void> {
  const inOrder = [...prepared].sort((one, other) => (one.topic < other.topic ? -1 : 1))
  for (const one of inOrder) {
    await holdTopic(tx, one.topic)
    await insertPublication(tx, one)
  }
}
