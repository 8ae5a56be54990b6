import { createHash } from 'node:crypto'
import { packages } from '@tereze/catalogue/contract'
import { isErased, keyring } from '@tereze/foundation-keys'
import type { JobContext } from '@tereze/foundation-operations'
import type { DoorReply } from '../ports/national-line.ts'
import { type OutsideAnswer, outsideLine } from '../ports/outside-line.ts'
import { operator } from '../rules/certificate.ts'
import { messageIdOf } from '../rules/message-id-of.ts'
import type { ShepHeard } from '../rules/national/read-shep.ts'
import type { ShepCall } from '../rules/national/shep-message.ts'
import { findService } from '../rules/service-version.ts'
import { queueTerm } from '../rules/term.ts'
import { findSentByEither, insertLineMessage, type LineMessageRow, updateLineMessage } from '../store/line-messages.ts'
import { outsideOf, schemaOf } from './map-content.ts'
import type { ShepPlace } from './national-place.ts'
import { memberOf, offerFor, serveContent } from './serve-content.ts'
import { envelopeOf, hearShep } from './shep-speech.ts'
import { findSchemaProblems } from './xml-schema.ts'

type Heard<H extends ShepHeard['heard']> = Extract<ShepHeard, { heard: H }>

/** Whose key seals requests while they wait to be answered. */
export const sealedForLine = (line: string) => `line:${line}`
/** Where such a request stands. */
export const sealPlace = (line: string, id: string) => `exchange-line/${line}/${id}`

/** Takes what ШЭП brings to our door: a question that is answered at once, a request or an answer that is kept, or how far something is. */
export async function takeShep(job: JobContext, place: ShepPlace, channel: string, xml: string): Promise<DoorReply> {
  const now = job.clock.now()
  const say = (call: ShepCall): DoorReply => ({
    status: call.say === 'fault' ? 500 : 200,
    type: 'text/xml; charset=utf-8',
    body: envelopeOf(place, call),
  })
  const time = now.toISOString()
  const of = channel === 'sync' ? 'SendMessageFault1_SendMessageFault' : 'sendMessageFault1_sendMessageFault'
  const fault = (code: string) => say({ say: 'fault', of, code, time })
  const heard = hearShep(place, xml, now)
  if ('wrong' in heard) {
    await putAside(job, place, xml, heard.wrong)
    return fault(heard.wrong)
  }
  if (channel === 'sync') {
    if (heard.heard !== 'sync-request') return fault('unreadable')
    const served = await answerNow(job, place, heard)
    return 'code' in served
      ? fault(served.code)
      : say({ say: 'sync-response', id: heard.id, correlation: heard.correlation, time, content: served.content })
  }
  switch (heard.heard) {
    case 'async-message': {
      const taken =
        heard.type === 'REQUEST' ? await keepRequest(job, place, heard, xml) : await takeAnswer(job, place, heard)
      return taken
        ? say({ say: 'async-taken', id: heard.id, correlation: heard.correlation, time })
        : fault('unexpected')
    }
    case 'status':
      await takeStatus(job, place, heard)
      return say({ say: 'status-taken', time })
    default:
      return fault('unreadable')
  }
}

async function putAside(job: JobContext, place: ShepPlace, xml: string, reason: string): Promise<void> {
  const id = `unread-${createHash('sha256').update(xml).digest('hex').slice(0, 24)}`
  await job.write(operator, ({ tx, now }) =>
    insertLineMessage(tx, {
      line: place.name,
      direction: 'received',
      id,
      kind: 'request',
      state: 'broken',
      reason,
      now,
    }),
  )
}

/** What is written down of a request. */
function rowOf(job: JobContext, place: ShepPlace, heard: Heard<'sync-request' | 'async-message'>) {
  const member = memberOf(place, job, heard.sender)
  const offered = offerFor(job, place, heard)
  return {
    line: place.name,
    direction: 'received' as const,
    id: heard.id,
    kind: 'request' as const,
    state: 'waiting' as const,
    related: heard.correlation,
    organisation: member?.organisation ?? null,
    contract: offered?.service ?? null,
    message: messageIdOf(heard.id, `${place.name}/${heard.sender}`),
    offered,
  }
}

async function answerNow(
  job: JobContext,
  place: ShepPlace,
  heard: Heard<'sync-request'>,
): Promise<{ readonly content: string } | { readonly code: string }> {
  const { offered: _, ...row } = rowOf(job, place, heard)
  const kept = await job.write(operator, ({ tx, now }) => insertLineMessage(tx, { ...row, now }))
  const { service, sender, content } = heard
  // The same question again is the same message of this exchange: it gets the same answer.
  const served = await serveContent(job, place, {
    service,
    sender,
    content,
    files: [],
    message: row.message,
    since: kept.at,
  })
  await job.write(operator, async ({ tx, now }) => {
    if ('content' in served) updateLineMessage(tx, row, { state: 'done', now })
    else if ('rejected' in served) updateLineMessage(tx, row, { state: 'refused', ...served.rejected, now })
    else updateLineMessage(tx, row, { state: 'waiting', reason: served.waits, now })
  })
  if ('content' in served) return { content: served.content }
  return { code: 'rejected' in served ? served.rejected.reason : served.waits }
}

/** Keeps a request, sealed, until it is answered; the same one again is only counted. */
async function keepRequest(
  job: JobContext,
  place: ShepPlace,
  heard: Heard<'async-message'>,
  xml: string,
): Promise<boolean> {
  const { offered, ...row } = rowOf(job, place, heard)
  return job.write(operator, async ({ tx, now, port }) => {
    const sealed = await port(keyring).seal(
      tx,
      sealedForLine(place.name),
      new TextEncoder().encode(xml),
      sealPlace(place.name, heard.id),
    )
    if (isErased(sealed)) return false
    const giveUp = new Date(now.getTime() + queueTerm(offered?.contract))
    await insertLineMessage(tx, { ...row, body: sealed, due: now, giveUp, now })
    return true
  })
}

/** Takes an answer to a request of ours; false where nobody asked: ШЭП brings it again, for it may have come before its request was noted. */
async function takeAnswer(job: JobContext, place: ShepPlace, heard: Heard<'async-message'>): Promise<boolean> {
  const asked = await findSentByEither(job.database, operator, place.name, heard.correlation)
  const row = {
    line: place.name,
    direction: 'received' as const,
    id: heard.id,
    kind: 'answer' as const,
    related: heard.correlation,
    message: asked?.message ?? null,
    organisation: asked?.organisation ?? null,
    contract: asked?.contract ?? null,
  }
  if (asked === null || asked.message === null) {
    await job.write(operator, ({ tx, now }) =>
      insertLineMessage(tx, { ...row, id: `${heard.id}?`, state: 'broken', reason: 'unexpected', now }),
    )
    return false
  }
  const answer = answerOf(job, asked, heard)
  const carried =
    asked.ended === null
      ? await job.ports.get(outsideLine).deliver(asked.organisation ?? '', asked.message, answer)
      : 'known'
  await job.write(operator, async ({ tx, now }) => {
    const problem = typeof carried === 'string' ? null : carried
    // Due at once: ШЭП is told that the answer came.
    const state = problem === null ? 'waiting' : 'broken'
    const reason = problem?.reason ?? (carried === 'known' ? 'late' : null)
    await insertLineMessage(tx, { ...row, state, reason, detail: problem?.detail ?? null, due: now, now })
    if (problem !== null) updateLineMessage(tx, asked, { state: 'broken', ...problem, now })
    else updateLineMessage(tx, asked, { state: 'done', now })
  })
  return true
}

function answerOf(job: JobContext, asked: LineMessageRow, { content }: Heard<'async-message'>): OutsideAnswer {
  const found = findService(job.ports.get(packages), asked.contract ?? '')
  const from = found !== null && 'from' in found.contract.serves ? found.contract.serves.from : null
  if (found === null || from?.kind !== 'shep') return { problem: { reason: 'failed', detail: 'the contract changed' } }
  const [wrong] = findSchemaProblems(content.xml, schemaOf(found.pack, from.schema))
  return wrong === undefined
    ? { value: outsideOf(content.root, from.lists, []) }
    : { problem: { reason: 'answer-wrong', detail: wrong } }
}

/** Takes how far a request of ours is: only told, unless ШЭП could not deliver it. */
async function takeStatus(job: JobContext, place: ShepPlace, heard: Heard<'status'>): Promise<void> {
  const asked = await findSentByEither(job.database, operator, place.name, heard.message)
  if (asked === null || asked.message === null || asked.ended !== null) return
  const { error, state } = heard
  if (error !== null)
    await job.ports
      .get(outsideLine)
      .deliver(asked.organisation ?? '', asked.message, { problem: { reason: 'fault', detail: error } })
  await job.write(operator, async ({ tx, now }) =>
    updateLineMessage(tx, asked, {
      state: error === null ? 'sent' : 'broken',
      reason: error === null ? null : 'fault',
      detail: error ?? state,
      now,
    }),
  )
}
