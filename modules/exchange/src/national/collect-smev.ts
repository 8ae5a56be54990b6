import { createHash } from 'node:crypto'
import { packages } from '@tereze/catalogue/contract'
import type { Outgoing } from '@tereze/foundation-http'
import type { JobContext } from '@tereze/foundation-operations'
import { type OutsideAnswer, outsideLine } from '../ports/outside-line.ts'
import { operator } from '../rules/certificate.ts'
import { decideSmevSaid } from '../rules/national/decide-smev.ts'
import type { MtomPart } from '../rules/national/mtom.ts'
import {
  findBelow,
  idOfUnread,
  readSmevRequest,
  readSmevResponse,
  type SmevAttachment,
  type SmevResponse,
} from '../rules/national/read-smev.ts'
import { findService } from '../rules/service-version.ts'
import { textOf, type XmlTree } from '../rules/xml-tree.ts'
import { findLineMessage, insertLineMessage, type LineMessageRow, updateLineMessage } from '../store/line-messages.ts'
import { type AttachmentJson, outsideOf, schemaOf } from './map-content.ts'
import type { SmevPlace } from './national-place.ts'
import { serveSmev } from './serve-smev.ts'
import { type SmevHeard, speakSmev } from './smev-speech.ts'
import { findSchemaProblems } from './xml-schema.ts'
import { verifyXml } from './xml-signature.ts'

/** Messages fetched from each queue in one look. */
const batch = 20

interface Parts {
  readonly job: JobContext
  readonly outgoing: Outgoing
}
type Message = Extract<SmevHeard, { body: XmlTree }>

/** Fetches what waits in both queues of СМЭВ; how many messages are over. */
export async function collectSmev(parts: Parts, place: SmevPlace): Promise<number> {
  let over = 0
  for (const operation of ['GetResponse', 'GetRequest'] as const)
    for (let fetched = 0; fetched < batch; fetched++) {
      const time = parts.job.clock.now().toISOString()
      const heard = await speakSmev(parts.outgoing, place, { operation, time })
      // What is not heard now is heard at the next look: the queue keeps it.
      if (!('body' in heard) || heard.body.children.length === 0) break
      const taken = operation === 'GetResponse' ? takeAnswer(parts, place, heard) : takeRequest(parts, place, heard)
      // One message that fails here must not hold up the others: it is not acknowledged, and comes again.
      const done = await taken.catch((error: unknown) => {
        parts.job.report(error)
        return false
      })
      if (done) over++
    }
  return over
}

async function acknowledge(parts: Parts, place: SmevPlace, target: string, accepted: boolean): Promise<void> {
  // Without it the message comes again, and is known then.
  await speakSmev(parts.outgoing, place, { operation: 'Ack', target, accepted })
}

/** What is signed by СМЭВ; a message that is not is written down, and СМЭВ is told that its signature does not hold. */
async function believed(
  parts: Parts,
  place: SmevPlace,
  heard: Message,
  kind: LineMessageRow['kind'],
): Promise<string | null> {
  const verified = verifyXml(heard.xml, 'SMEVSignature', place.keys, parts.job.clock.now())
  if ('signed' in verified) return verified.signed
  await putAside(parts, place, heard, kind, { reason: verified.problem, accepted: false })
  return null
}

/** Writes down a message that is of no use, and takes it out of the queue. */
async function putAside(
  parts: Parts,
  place: SmevPlace,
  heard: Message,
  kind: LineMessageRow['kind'],
  why: { readonly reason: string; readonly accepted: boolean },
): Promise<void> {
  const known = idOfUnread(heard.body)
  const id = known ?? `unread-${createHash('sha256').update(heard.xml).digest('hex').slice(0, 24)}`
  await parts.job.write(operator, ({ tx, now }) =>
    // Beside the id that it claims: whoever forged it must not stand in the place of the true one.
    insertLineMessage(tx, {
      line: place.name,
      direction: 'received',
      id: why.accepted ? id : `${id}?`,
      kind,
      state: 'broken',
      reason: why.reason,
      now,
    }),
  )
  if (known !== null) await acknowledge(parts, place, known, why.accepted)
}

/** The files of a message as contracts see them. */
function filesOf(attachments: readonly SmevAttachment[], heard: Message): AttachmentJson[] {
  const along = findBelow(heard.body.children[0], 'AttachmentContentList')?.children ?? []
  return attachments.map(({ id, type, hash, reference }) => {
    const content = along.find(one => textOf(findBelow(one, 'Id') ?? one) === id)
    const holder = content === undefined ? null : findBelow(content, 'Content')
    const include = holder?.children.find(({ local }) => local === 'Include')?.attributes.href
    const part = include === undefined ? undefined : partOf(include, heard.parts)
    const inline = holder === null ? null : textOf(holder).replace(/\s/g, '')
    return {
      name: id,
      type,
      hash,
      file: reference?.file ?? null,
      content: part?.bytes.toString('base64') ?? (inline === null || inline === '' ? null : inline),
    }
  })
}

function partOf(href: string, parts: ReadonlyMap<string, MtomPart>): MtomPart | undefined {
  const id = href.replace(/^cid:/, '')
  return parts.get(id) ?? parts.get(URL.canParse(`x:${id}`) ? safelyDecoded(id) : id)
}

function safelyDecoded(id: string): string {
  try {
    return decodeURIComponent(id)
  } catch {
    return id
  }
}

/** What an answer means for the question: its content has to fit the schema of the contract. */
function answerOf(parts: Parts, asked: LineMessageRow, { said }: SmevResponse, heard: Message): OutsideAnswer {
  const found = findService(parts.job.ports.get(packages), asked.contract ?? '')
  const from = found !== null && 'from' in found.contract.serves ? found.contract.serves.from : null
  if (found === null || from?.kind !== 'smev') return { problem: { reason: 'failed', detail: 'the contract changed' } }
  const decided = decideSmevSaid(said, from.none ?? [])
  if (decided !== null || said.kind !== 'content') return decided ?? { awaited: true }
  const [wrong] = findSchemaProblems(said.content.xml, schemaOf(found.pack, from.schema))
  return wrong === undefined
    ? { value: outsideOf(said.content.root, from.lists, filesOf(said.attachments, heard)) }
    : { problem: { reason: 'answer-wrong', detail: wrong } }
}

/** Takes one answer out of the queue. Everything is written before it is acknowledged. */
async function takeAnswer(parts: Parts, place: SmevPlace, heard: Message): Promise<boolean> {
  const signed = await believed(parts, place, heard, 'answer')
  if (signed === null) return true
  const response = readSmevResponse(signed)
  if (response === null) {
    await putAside(parts, place, heard, 'answer', { reason: 'unreadable', accepted: true })
    return true
  }
  const { write, database, ports } = parts.job
  const request = { line: place.name, direction: 'sent' as const, id: response.original }
  const asked = await findLineMessage(database, operator, request)
  const message = asked?.message ?? null
  const answer = asked === null ? null : answerOf(parts, asked, response, heard)
  const carried =
    asked === null || message === null || answer === null || asked.ended !== null
      ? 'known'
      : await ports.get(outsideLine).deliver(asked.organisation ?? '', message, answer)
  await write(operator, async ({ tx, now }) => {
    const problem = typeof carried === 'string' ? null : carried
    const unexpected = asked === null || (carried === 'known' && asked.ended === null)
    await insertLineMessage(tx, {
      line: place.name,
      direction: 'received',
      id: response.id,
      kind: 'answer',
      related: response.original,
      message,
      organisation: asked?.organisation ?? null,
      contract: asked?.contract ?? null,
      state: problem === null ? 'done' : 'broken',
      reason: problem?.reason ?? (asked === null ? 'unexpected' : carried === 'known' ? 'late' : null),
      detail: problem?.detail ?? null,
      now,
    })
    if (asked === null || asked.ended !== null) return
    if (problem !== null) updateLineMessage(tx, request, { state: 'broken', ...problem, related: response.id, now })
    else if (carried === 'over' || unexpected)
      updateLineMessage(tx, request, {
        state: answer !== null && 'refused' in answer ? 'refused' : 'done',
        reason: answer !== null && 'refused' in answer ? 'refused' : null,
        detail: answer !== null && 'refused' in answer ? answer.refused : null,
        related: response.id,
        now,
      })
    else updateLineMessage(tx, request, { state: 'sent', detail: progressOf(response), now })
  })
  await acknowledge(parts, place, response.id, true)
  return true
}

function progressOf({ said }: SmevResponse): string | null {
  return said.kind === 'status'
    ? said.code.slice(0, 60)
    : said.kind === 'processing'
      ? said.category.slice(0, 60)
      : null
}

/** Takes one request out of the queue; false where it cannot be answered yet and is left there. */
async function takeRequest(parts: Parts, place: SmevPlace, heard: Message): Promise<boolean> {
  const signed = await believed(parts, place, heard, 'request')
  if (signed === null) return true
  const request = readSmevRequest(signed)
  if (request === null) {
    await putAside(parts, place, heard, 'request', { reason: 'unreadable', accepted: true })
    return true
  }
  const answered = await serveSmev(parts, place, request, filesOf(request.attachments, heard))
  if (answered) await acknowledge(parts, place, request.id, true)
  return answered
}
