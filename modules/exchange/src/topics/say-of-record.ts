import { getOrganisation, packages } from '@tereze/catalogue/contract'
import { type Context, findProblems } from '@tereze/foundation-operations'
import type { RegisterRecord } from '@tereze/registers/contract'
import { evaluator, fillTemplate } from '@tereze/template'
import type { TopicEvent } from '../contract/topic-event.ts'
import type { TopicDefinition } from '../rules/contract-definition.ts'
import { type FileDraft, readDrafts } from '../rules/file-drafts.ts'
import type { PublishedTopic } from '../rules/topics-of.ts'

/** What a topic says of a record. */
export interface Said {
  /** Version of the record; null where there is none any more. */
  readonly version: number | null
  readonly subjects: readonly string[]
  readonly data: unknown
  /** What its files are made from; empty where it has none. */
  readonly drafts: readonly FileDraft[]
}

/** What a topic would say of a record is not what its contract promises. */
export class MessageUnfit extends Error {}

/** Fills the message of a topic from a record as its register shows it to the topic's contract; null when the topic does not tell of it. */
export function sayOfRecord(
  { now, port }: Pick<Context, 'now' | 'port'>,
  { topic, contract }: PublishedTopic,
  shown: RegisterRecord,
  event: TopicEvent,
): Said | null {
  const { when, message } = contract.serves.topic
  const facts = { record: { ...shown.data, id: shown.record, version: shown.version }, event }
  const moment = { now: now.toISOString(), zone: getOrganisation(port(packages), contract.provider).zone }
  const evaluate = evaluator(facts, moment)
  if (when !== undefined && evaluate(when) !== true) return null
  const data = fillTemplate(message, evaluate, { nulls: 'keep' })
  const [wrong] = findProblems(contract.response, data)
  if (wrong !== undefined) throw new MessageUnfit(`message of ${topic} does not fit it: ${wrong.pointer} ${wrong.code}`)
  const concerned = evaluator({ ...facts, response: data }, moment)
  const found = contract.subjects.flatMap(expression => concerned(expression))
  const subjects = [...new Set(found.filter((id): id is string => typeof id === 'string'))].slice(0, 50)
  return { version: shown.version, subjects, data, drafts: draftsOf(topic, contract, concerned) }
}

/** The drafts of the files that a message is to have. */
function draftsOf(
  topic: string,
  contract: TopicDefinition,
  evaluate: (expression: string) => unknown,
): readonly FileDraft[] {
  const { files } = contract.serves.topic
  if (files === undefined) return []
  const read = readDrafts(fillTemplate(files.files, evaluate), files)
  if ('wrong' in read) throw new MessageUnfit(`files of ${topic}: ${read.wrong}`)
  const path = read.drafts.findIndex(draft => 'path' in draft)
  if (path >= 0) throw new MessageUnfit(`files of ${topic}: /${path}/path is read from own systems only`)
  return read.drafts
}
