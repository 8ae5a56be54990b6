import { getOrganisation, packages } from '@tereze/catalogue/contract'
import { canonicalJson, isErased, keyring } from '@tereze/foundation-keys'
import { type Context, findProblems } from '@tereze/foundation-operations'
import { isRefused } from '@tereze/operation'
import { getRecord, recordNotFound } from '@tereze/registers/contract'
import { evaluator, fillTemplate } from '@tereze/template'
import type { TopicEvent } from '../contract/topic-event.ts'
import type { PublishedTopic } from '../rules/topics-of.ts'
import { insertPublication, isPublished, type Publication, type Publishing } from '../store/publications.ts'

/** What happened, to which record, when. */
export interface Happening {
  readonly event: TopicEvent
  readonly record: string
  readonly time: string
}

/** Where the body of a message of a topic is sealed: at its version of the record, which is told once; at its place, if it is an old one. */
export function sealedAt({
  topic,
  position,
  event,
  key,
  version,
  sealedByRecord,
}: Pick<Publication, 'topic' | 'position' | 'event' | 'key' | 'version' | 'sealedByRecord'>): string {
  return `exchange-topic/${topic}/${sealedByRecord ? `${key}/${version ?? event}` : position}`
}

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
 * What is to be said on a topic of what happened to a record; null when it is nothing. Of a record that lives its newest version is told, and
 * each version once: what changed twice before it could be told is told as it is now.
 */
export async function preparePublication(
  context: Context,
  published: PublishedTopic,
  happening: Happening,
): Promise<Publishing | null> {
  const { topic } = published
  const { event, record: key } = happening
  const gone = event === 'destroyed' || event === 'merged'
  const said = gone ? { version: null, subjects: [], data: null } : await sayOfRecord(context, published, happening)
  if (said === null) return null
  const { version, subjects } = said
  const sealedFor = subjects[0] ?? `member:${context.tx.tenant}`
  const plain = new TextEncoder().encode(canonicalJson(said.data))
  const place = sealedAt({ topic, position: 0, event, key, version, sealedByRecord: true })
  const body = await context.port(keyring).seal(context.tx, sealedFor, plain, place)
  return {
    topic,
    event,
    key,
    version,
    subjects,
    sealedFor,
    body: isErased(body) ? new Uint8Array() : body,
    at: new Date(happening.time),
  }
}

/**
 * Says what was prepared, as the last thing in a transaction: whoever takes the next place of a topic holds it until the commit, so that
 * places are committed in order, and others wait meanwhile. Topics are taken in the order of their names.
 */
export function publish(context: Context, prepared: readonly Publishing[]): void {
  const inOrder = [...prepared].sort((one, other) => (one.topic < other.topic ? -1 : 1))
  for (const one of inOrder) insertPublication(context.tx, one)
}
