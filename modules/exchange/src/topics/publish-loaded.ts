import type { Context } from '@tereze/foundation-operations'
import { isRefused } from '@tereze/operation'
import { listLoaded, type RegisterRecord } from '@tereze/registers/contract'
import type { PublishedTopic } from '../rules/topics-of.ts'
import type { LoadRow } from '../store/loads.ts'
import { findToldVersions, holdTopic, insertPublications, type NewPublication } from '../store/publications.ts'
import { MessageUnfit, type Said, sayOfRecord } from './say-of-record.ts'
import { sealSaid } from './seal-said.ts'

/** How many records of a load are told in one transaction. */
export const loadPortion = 50

/** What came of a portion of a load. */
export interface ToldPortion {
  readonly looked: number
  readonly told: number
  /** Records of which the topic cannot tell what its contract promises. */
  readonly unfit: readonly string[]
  /** The record to go on after; null: the load is told. */
  readonly next: string | null
}

/**
 * Says on a topic what a portion of a load brought. The topic is held before the records are read: whatever is said of one of them later
 * stands after it, and of what was said before only a newer version follows, so that nothing older overtakes what is newer.
 */
export async function publishLoaded(
  context: Context,
  published: PublishedTopic,
  { load, register, after }: Pick<LoadRow, 'load' | 'register' | 'after'>,
): Promise<ToldPortion> {
  const { tx, now } = context
  const { topic, contract } = published
  const last = await holdTopic(tx, topic)
  const portion = await context.call(listLoaded, {
    organisation: contract.provider,
    register,
    import: load,
    ...(after === null ? {} : { after }),
    limit: loadPortion,
    under: `contract:${topic}`,
  })
  if (isRefused(portion)) throw new Error(`topic ${topic} reads a load of ${register}: ${portion.code}`)
  const told = await findToldVersions(
    tx,
    topic,
    portion.items.map(({ record }) => record.record),
  )
  const said: NewPublication[] = []
  const unfit: string[] = []
  for (const { added, record } of portion.items) {
    const event = added ? 'registered' : 'changed'
    if (!contract.serves.topic.on.includes(event) || (told.get(record.record) ?? 0) >= record.version) continue
    const words = sayOrLeave(context, published, record as RegisterRecord, event, unfit)
    if (words === null) continue
    said.push(await sealSaid(context, { topic, event, key: record.record, at: now }, words))
  }
  insertPublications(tx, topic, last, said)
  return { looked: portion.looked, told: said.length, unfit, next: portion.next }
}

/** What is said of a record; one that does not fit the topic is noted, and holds the others up no longer. */
function sayOrLeave(
  context: Context,
  published: PublishedTopic,
  record: RegisterRecord,
  event: 'registered' | 'changed',
  unfit: string[],
): Said | null {
  try {
    return sayOfRecord(context, published, record, event)
  } catch (error) {
    if (!(error instanceof MessageUnfit)) throw error
    unfit.push(record.record)
    return null
  }
}
