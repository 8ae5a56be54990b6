import type { Context } from '@tereze/foundation-operations'
import { isRefused } from '@tereze/operation'
import { getRecord, recordNotFound } from '@tereze/registers/contract'
import type { TopicEvent } from '../contract/topic-event.ts'
import type { PublishedTopic } from '../rules/topics-of.ts'
import { findToldVersions, givePositionBack, insertPublication, takePosition } from '../store/publications.ts'
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
 * Says on a topic what happened to a record. Of a record that lives its newest version is told, and each version once: what changed twice
 * before it could be told is told as it is now, and nothing after a newer version that a load brought meanwhile.
 */
export async function publish(context: Context, published: PublishedTopic, happening: Happening): Promise<void> {
  const { tx } = context
  const { topic } = published
  const { event, record: key, time } = happening
  const gone = event === 'destroyed' || event === 'merged'
  const said = gone
    ? { version: null, subjects: [], data: null, drafts: [] }
    : await readAndSay(context, published, happening)
  if (said === null) return
  const position = await takePosition(tx, topic)
  const sealed = await sealSaid(context, topic, position, said)
  const { version, subjects } = said
  const isSaid = await insertPublication(tx, {
    topic,
    position,
    event,
    key,
    version,
    subjects,
    ...sealed,
    at: new Date(time),
  })
  if (!isSaid) givePositionBack(tx, topic)
}
