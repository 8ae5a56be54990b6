import { getOrganisation, packages } from '@tereze/catalogue/contract'
import { type Context, findProblems } from '@tereze/foundation-operations'
import type { RegisterRecord } from '@tereze/registers/contract'
import { evaluator, fillTemplate } from '@tereze/template'
import type { TopicEvent } from '../contract/topic-event.ts'
import type { PublishedTopic } from '../rules/topics-of.ts'

/** What a topic says of a record. */
export interface Said {
  /** Version of the record; null where there is none any more. */
  readonly version: number | null
  readonly subjects: readonly string[]
  readonly data: unknown
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
  return { version: shown.version, subjects, data }
}
