import { packages } from '@tereze/catalogue/contract'
import type { Outgoing } from '@tereze/foundation-http'
import type { JobContext } from '@tereze/foundation-operations'
import type { NationalLine } from '../ports/national-line.ts'
import type { OutsideAnswer } from '../ports/outside-line.ts'
import { operator } from '../rules/certificate.ts'
import type { FromShep } from '../rules/contract-definition.ts'
import { decideShepAnswer } from '../rules/national/decide-shep.ts'
import { uuidV1 } from '../rules/national/uuid-v1.ts'
import {
  insertLineMessage,
  type LineMessageRow,
  listSentFor,
  type NewLineMessage,
  updateLineMessage,
} from '../store/line-messages.ts'
import { outsideOf, schemaOf } from './map-content.ts'
import type { ShepPlace } from './national-place.ts'
import { speakShep } from './shep-speech.ts'
import { findSchemaProblems } from './xml-schema.ts'

interface Parts {
  readonly job: JobContext
  readonly outgoing: Outgoing
}
type Question = Parameters<NationalLine['ask']>[1]
type About = Parameters<NationalLine['ask']>[2]

const timeout = 30_000

/** Asks an agency over ШЭП: at once in the synchronous channel; in the asynchronous one the answer comes to our door. */
export async function askShep(
  parts: Parts,
  place: ShepPlace,
  from: FromShep,
  question: Question,
  about: About,
): Promise<OutsideAnswer> {
  const { database, clock, write, ports } = parts.job
  const pack = ports.get(packages).get('contract', about.contract.id, about.contract.version)
  const schema = schemaOf(pack, from.schema)
  const [wrong] = findSchemaProblems(question.xml, schema)
  if (wrong !== undefined) return { problem: { reason: 'question-wrong', detail: wrong } }
  const sent = await listSentFor(database, operator, about.message)
  const open = sent.find(({ ended }) => ended === null)
  if (open?.state === 'sent') return askHowFar(parts, place, open)
  // The first request has the id of our message, and one that follows a useless answer has another.
  const id = open?.id ?? (sent.length === 0 ? about.message : uuidV1(clock.now(), `${about.message}/${sent.length}`))
  const key = { line: place.name, direction: 'sent' as const, id }
  if (open === undefined) {
    const contract = `${about.contract.id}@${about.contract.version.split('.')[0]}`
    const request = { ...key, kind: 'request' as const, state: 'sending' as const, contract }
    const row: Omit<NewLineMessage, 'now'> = { ...request, message: about.message, organisation: about.provider }
    await write(operator, ({ tx, now }) => insertLineMessage(tx, { ...row, now }))
  }
  return from.channel === 'sync'
    ? askNow(parts, place, from, question, { key, schema, timeout: about.timeout })
    : send(parts, place, from, question, key)
}

type Key = Pick<LineMessageRow, 'line' | 'direction' | 'id'>

async function askNow(
  { job, outgoing }: Parts,
  place: ShepPlace,
  from: FromShep,
  { xml }: Question,
  about: { readonly key: Key; readonly schema: string; readonly timeout: number },
): Promise<OutsideAnswer> {
  const now = job.clock.now()
  const { id } = about.key
  const heard = await speakShep(
    outgoing,
    place,
    { say: 'sync-request', id, service: from.service, time: now.toISOString(), sender: place.sender, content: xml },
    { now, timeout: about.timeout },
  )
  const answer =
    'problem' in heard ? heard : (decideShepAnswer(heard, { id, none: from.none ?? [] }) ?? contentOf(heard))
  await job.write(operator, async ({ tx, now }) => {
    if ('refused' in answer)
      updateLineMessage(tx, about.key, { state: 'refused', reason: 'refused', detail: answer.refused, now })
    else if ('problem' in answer) updateLineMessage(tx, about.key, { state: 'sending', ...answer.problem, now })
    else updateLineMessage(tx, about.key, { state: 'done', now })
  })
  return answer

  function contentOf(said: typeof heard): OutsideAnswer {
    const content = 'heard' in said && said.heard === 'sync-response' ? said.content : null
    const [wrong] = content === null ? ['data'] : findSchemaProblems(content.xml, about.schema)
    return content === null || wrong !== undefined
      ? { problem: { reason: 'answer-wrong', detail: wrong ?? '' } }
      : { value: outsideOf(content.root, from.lists, []) }
  }
}

async function send(
  { job, outgoing }: Parts,
  place: ShepPlace,
  from: FromShep,
  { xml }: Question,
  key: Key,
): Promise<OutsideAnswer> {
  const now = job.clock.now()
  const heard = await speakShep(
    outgoing,
    place,
    {
      say: 'async-message',
      type: 'REQUEST',
      id: key.id,
      correlation: key.id,
      service: from.service,
      time: now.toISOString(),
      sender: place.sender,
      content: xml,
    },
    { now, timeout },
  )
  const problem =
    'problem' in heard
      ? heard.problem
      : heard.heard === 'fault'
        ? ({ reason: 'fault', detail: heard.code } as const)
        : heard.heard === 'taken'
          ? null
          : ({ reason: 'unreadable', detail: heard.heard } as const)
  await job.write(operator, async ({ tx, now }) => {
    if (problem !== null) updateLineMessage(tx, key, { state: 'sending', ...problem, now })
    else if ('heard' in heard && heard.heard === 'taken')
      updateLineMessage(tx, key, { state: 'sent', related: heard.correlation, now })
  })
  return problem === null ? { awaited: true } : { problem }
}

/** Asks ШЭП how far a message is; that is only told, since the answer comes by itself. */
async function askHowFar({ job, outgoing }: Parts, place: ShepPlace, open: LineMessageRow): Promise<OutsideAnswer> {
  const now = job.clock.now()
  const heard = await speakShep(
    outgoing,
    place,
    { say: 'get-status', id: open.id, sender: place.sender },
    { now, timeout },
  )
  const detail =
    'problem' in heard ? null : heard.heard === 'status' ? heard.state : heard.heard === 'fault' ? heard.code : null
  const reason = 'heard' in heard && heard.heard === 'fault' ? 'fault' : null
  if (detail !== null)
    await job.write(operator, async ({ tx, now }) =>
      updateLineMessage(tx, open, { state: 'sent', reason, detail, now }),
    )
  return { awaited: true }
}
