import { getOrganisation, packages } from '@tereze/catalogue/contract'
import { canonicalJson, isErased, keyring } from '@tereze/foundation-keys'
import { type Context, findProblems } from '@tereze/foundation-operations'
import { isRefused } from '@tereze/operation'
import { getRecord, recordNotFound } from '@tereze/registers/contract'
import { evaluator, fillTemplate } from '@tereze/template'
import type { TopicEvent } from '../contract/topic-event.ts'
import type { PublishedTopic } from '../rules/topics-of.ts'
import { insertPublication, isPublished, takePosition } from '../store/publications.ts'

/** What happened, to which record, when. */
export interface Happening {
  readonly event: TopicEvent
  readonly record: string
  readonly time: string
}

/** Where the body of a message of a topic is sealed. */
export const placeOf = (topic: string, position: number) => `exchange-topic/${topic}/${position}`

/** What a topic says of a record; null when it says nothing. */
interface Said {
  readonly version: number | null
  readonly subjects: readonly string[]
  readonly data: unknown
}

/** Reads the record as the register shows it to the topic's contract: what the contract's labels do not open is not there. */
async function sayOfRecord(
  context: Context,
  { topic, contract }: PublishedTopic,
  { record, event }: Happening,
): Promise<Said | null> {
  const { register, when, message } = contract.serves.topic
  const organisation = contract.provider
  const shown = await context.call(getRecord, { organisation, register, record, under: `contract:${topic}` })
  if (isRefused(shown)) {
    if (shown.code === recordNotFound.code) return null
    throw new Error(`topic ${topic} reads ${register}: ${shown.code}`)
  }
  if (shown.record !== record || (await isPublished(context.tx, topic, record, shown.version))) return null
  const facts = { record: { ...shown.data, id: record, version: shown.version }, event }
  const moment = { now: context.now.toISOString(), zone: getOrganisation(context.port(packages), organisation).zone }
  const evaluate = evaluator(facts, moment)
  if (when !== undefined && evaluate(when) !== true) return null
  const data = fillTemplate(message, evaluate, { nulls: 'keep' })
  const [wrong] = findProblems(contract.response, data)
  if (wrong !== undefined) throw new Error(`message of ${topic} does not fit it: ${wrong.pointer} ${wrong.code}`)
  const concerned = evaluator({ ...facts, response: data }, moment)
  const found = contract.subjects.flatMap(expression => concerned(expression))
  const subjects = [...new Set(found.filter((id): id is string => typeof id === 'string'))].slice(0, 50)
  return { version: shown.version, subjects, data }
}

/**
 * Says on a topic what happened to a record. Of a record that lives its newest version is told, and each version once: what changed twice
 * before it could be told is told as it is now.
 */
export async function publish(context: Context, published: PublishedTopic, happening: Happening): Promise<void> {
  const { topic } = published
  const { event, record: key } = happening
  const gone = event === 'destroyed' || event === 'merged'
  const said = gone ? { version: null, subjects: [], data: null } : await sayOfRecord(context, published, happening)
  if (said === null) return
  const sealedFor = said.subjects[0] ?? `member:${context.tx.tenant}`
  const position = await takePosition(context.tx, topic)
  const plain = new TextEncoder().encode(canonicalJson(said.data))
  const body = await context.port(keyring).seal(context.tx, sealedFor, plain, placeOf(topic, position))
  const { version, subjects } = said
  insertPublication(context.tx, {
    topic,
    position,
    event,
    key,
    version,
    subjects,
    sealedFor,
    body: isErased(body) ? new Uint8Array() : body,
    at: new Date(happening.time),
  })
}
