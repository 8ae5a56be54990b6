import type { Outgoing } from '@tereze/foundation-http'
import type { JobContext } from '@tereze/foundation-operations'
import { operator } from '../rules/certificate.ts'
import type { SmevRequest } from '../rules/national/read-smev.ts'
import type { SmevCall } from '../rules/national/smev-message.ts'
import { uuidV1 } from '../rules/national/uuid-v1.ts'
import { insertLineMessage, updateLineMessage } from '../store/line-messages.ts'
import type { AttachmentJson } from './map-content.ts'
import type { SmevPlace } from './national-place.ts'
import { memberOf, offerFor, type Served, serveContent } from './serve-content.ts'
import { speakSmev } from './smev-speech.ts'

interface Parts {
  readonly job: JobContext
  readonly outgoing: Outgoing
}
type Said = Extract<SmevCall, { operation: 'SendResponse' }>['answer']

function saidOf(served: Exclude<Served, { waits: string }>): Said {
  if ('content' in served) return { content: served.content, attachments: served.attachments }
  const { code, reason, detail } = served.rejected
  return { rejected: code, description: detail === null ? reason : `${reason}: ${detail}` }
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
      contract: offerFor(parts.job, place, { service: null, content: request.content })?.service ?? null,
      now,
    }),
  )
  // Answered before, and only the acknowledgement was lost.
  if (row.ended !== null) return true
  const { id: message, sender, content } = request
  const asked = { service: null, sender, content, files, message, since: row.at }
  const served = await serveContent(parts.job, place, asked)
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
    answer: saidOf(served),
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
    const { reason, detail } = 'rejected' in served ? served.rejected : { reason: null, detail: null }
    updateLineMessage(tx, key, { state: reason === null ? 'done' : 'refused', reason, detail, related: id, now })
  })
  return taken
}
