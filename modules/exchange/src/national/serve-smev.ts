import { findOrganisation, packages } from '@tereze/catalogue/contract'
import type { Outgoing } from '@tereze/foundation-http'
import type { JobContext } from '@tereze/foundation-operations'
import { asking } from '../contract/message.ts'
import { operator } from '../rules/certificate.ts'
import { rejectionOf } from '../rules/national/decide-smev.ts'
import { findOffer } from '../rules/national/find-offer.ts'
import type { SmevRequest } from '../rules/national/read-smev.ts'
import type { RejectionCode, SmevCall } from '../rules/national/smev-message.ts'
import { uuidV1 } from '../rules/national/uuid-v1.ts'
import { queueTerm } from '../rules/term.ts'
import { insertLineMessage, type LineMessageRow, updateLineMessage } from '../store/line-messages.ts'
import { type AttachmentJson, answerOf, momentOf, outsideOf, requestOf, schemaOf } from './map-content.ts'
import type { SmevPlace } from './national-place.ts'
import { speakSmev } from './smev-speech.ts'
import { findSchemaProblems } from './xml-schema.ts'

interface Parts {
  readonly job: JobContext
  readonly outgoing: Outgoing
}
type Said = Extract<SmevCall, { operation: 'SendResponse' }>['answer']

/** What a request comes to: what is said to СМЭВ, under a reason where it is rejected; or that it has to wait. */
type Served =
  | { readonly said: Said; readonly reason: string | null; readonly detail: string | null }
  | { readonly waits: string }

const rejected = (code: RejectionCode, reason: string, detail: string | null = null): Served => ({
  said: { rejected: code, description: detail === null ? reason : `${reason}: ${detail}` },
  reason,
  detail,
})

/** Who asks here under a mnemonic there; null when the operator knows none. */
function memberOf({ members }: SmevPlace, { ports }: JobContext, mnemonic: string) {
  const [organisation = '', system = ''] = (members[mnemonic] ?? '').split('/')
  return findOrganisation(ports.get(packages), organisation) === null ? null : { organisation, system }
}

async function serve(
  { job }: Parts,
  place: SmevPlace,
  request: SmevRequest,
  files: readonly AttachmentJson[],
  row: LineMessageRow,
): Promise<Served> {
  const { root, xml } = request.content
  const offered = findOffer(job.ports.get(packages), place.name, root)
  if (offered === null) return rejected('UNKNOWN_REQUEST_DESCRIPTION', 'not-offered')
  const member = memberOf(place, job, request.sender)
  if (member === null) return rejected('ACCESS_DENIED', 'sender-unknown')
  const { offer, contract, pack, service } = offered
  const [wrong] = findSchemaProblems(xml, schemaOf(pack, offer.schema))
  if (wrong !== undefined) return rejected('FAILURE', 'content-wrong', wrong)
  const moment = momentOf(job, contract)
  const body = requestOf(offered, outsideOf(root, offer.lists, files), moment)
  const { purpose } = offer
  const grant = contract.access.find(one => one.consumer === member.organisation && one.purpose === purpose)
  const answer = await job.ports.get(asking).ask({
    id: request.id,
    contract: service,
    consumer: member.organisation,
    purpose,
    ground: grant?.ground ?? '',
    subjects: [],
    case: null,
    body,
  })
  if (!answer.ok) {
    const waits = answer.retry && job.clock.now().getTime() < Date.parse(row.at) + queueTerm(contract)
    return waits ? { waits: answer.code } : rejected(rejectionOf(answer.code), answer.code)
  }
  const written = answerOf(offered, { request: body, response: answer.body }, moment)
  if ('problems' in written) return rejected('FAILURE', 'answer-wrong', written.problems[0] ?? '')
  const attachments = written.attachments.map(({ name, type, content }) => ({
    name,
    type,
    content: Buffer.from(content, 'base64'),
  }))
  return { said: { content: written.xml, attachments }, reason: null, detail: null }
}

/**
 * Answers a request of СМЭВ; false where it has to wait: it is not acknowledged then, and comes again. The same request again is served
 * by the same message of this exchange, and answered under the same id, which СМЭВ takes once.
 */
export async function serveSmev(
  parts: Parts,
  place: SmevPlace,
  request: SmevRequest,
  files: readonly AttachmentJson[],
): Promise<boolean> {
  const { write } = parts.job
  const key = { line: place.name, direction: 'received' as const, id: request.id }
  const member = memberOf(place, parts.job, request.sender)
  const row = await write(operator, ({ tx, now }) =>
    insertLineMessage(tx, {
      ...key,
      kind: 'request',
      state: 'waiting',
      message: request.id,
      organisation: member?.organisation ?? null,
      contract: findOffer(parts.job.ports.get(packages), place.name, request.content.root)?.service ?? null,
      now,
    }),
  )
  // Answered before, and only the acknowledgement was lost.
  if (row.ended !== null) return true
  const served = await serve(parts, place, request, files, row)
  if ('waits' in served) {
    await write(operator, async ({ tx, now }) =>
      updateLineMessage(tx, key, { state: 'waiting', reason: served.waits, now }),
    )
    return false
  }
  const id = uuidV1(new Date(row.at), `${place.name}/${request.id}/answer`)
  const heard = await speakSmev(parts.outgoing, place, {
    operation: 'SendResponse',
    id,
    to: request.replyTo,
    answer: served.said,
  })
  const taken = 'body' in heard || ('fault' in heard && heard.fault === 'MessageIsAlreadySent')
  await write(operator, async ({ tx, now }) => {
    if (!taken) {
      const why = 'fault' in heard ? { reason: 'fault', detail: heard.fault } : 'problem' in heard ? heard.problem : {}
      updateLineMessage(tx, key, { state: 'waiting', ...why, now })
      return
    }
    await insertLineMessage(tx, {
      line: place.name,
      direction: 'sent',
      id,
      kind: 'answer',
      related: request.id,
      message: request.id,
      organisation: row.organisation,
      contract: row.contract,
      state: 'done',
      now,
    })
    const { reason, detail } = served
    updateLineMessage(tx, key, { state: reason === null ? 'done' : 'refused', reason, detail, related: id, now })
  })
  return taken
}
