import { readXmlTree, textOf, type XmlTree } from '../xml-tree.ts'
import { type StandAlone, standAlone } from './stand-alone.ts'

/** A file of a message as the signed part names it; `reference` where it lies in the file store of СМЭВ, `id` where it came along. */
export interface SmevAttachment {
  readonly id: string
  readonly type: string
  readonly hash: string | null
  readonly reference: { readonly file: string; readonly user: string } | null
}

/** What a message from the queue of answers says. */
export type SmevSaid =
  | { readonly kind: 'content'; readonly content: StandAlone; readonly attachments: readonly SmevAttachment[] }
  | { readonly kind: 'rejected'; readonly code: string }
  | { readonly kind: 'status'; readonly code: string }
  /** `category` of `AsyncProcessingStatus`, with the fault of СМЭВ where there is one. */
  | { readonly kind: 'processing'; readonly category: string; readonly fault: string | null }

/** A request out of the queue. */
export interface SmevRequest {
  readonly id: string
  readonly replyTo: string
  readonly sender: string
  readonly content: StandAlone
  readonly attachments: readonly SmevAttachment[]
}

/** An answer out of the queue. */
export interface SmevResponse {
  readonly id: string
  readonly original: string
  readonly said: SmevSaid
}

/** What came back from СМЭВ: the element in the body, or the name of the fault in its detail. */
export type SmevReply = { readonly body: XmlTree } | { readonly fault: string }

const soap = 'http://schemas.xmlsoap.org/soap/envelope/'

/** The first of the elements of a name below an element, however deep. */
export function findBelow(tree: XmlTree | null | undefined, ...names: string[]): XmlTree | null {
  let at = tree ?? null
  for (const name of names) at = at?.children.find(({ local }) => local === name) ?? null
  return at
}

const told = (tree: XmlTree | null | undefined, ...names: string[]): string | null => {
  const found = findBelow(tree, ...names)
  return found === null ? null : textOf(found)
}

/** Reads the envelope of a reply; null when it is none. Words of a fault are left: they may quote the message. */
export function readSmevReply(xml: string): SmevReply | null {
  const root = readXmlTree(xml)
  if (root === null || root.local !== 'Envelope' || root.space !== soap) return null
  const [first] = findBelow(root, 'Body')?.children ?? []
  if (first === undefined) return null
  if (first.local !== 'Fault') return { body: first }
  const named = findBelow(first, 'detail')?.children[0]?.local ?? told(first, 'faultcode')?.replace(/^.*:/, '') ?? ''
  return { fault: /^[A-Za-z][A-Za-z0-9.]{0,60}$/.test(named) ? named : 'Fault' }
}

function attachmentsOf(data: XmlTree | null, message: XmlTree): SmevAttachment[] {
  const stored = findBelow(message, 'FSAttachmentsList')?.children ?? []
  const placeOf = (id: string) => {
    const place = stored.find(one => told(one, 'uuid') === id)
    return place === undefined ? null : { file: told(place, 'FileName') ?? '', user: told(place, 'UserName') ?? '' }
  }
  const along = (findBelow(data, 'AttachmentHeaderList')?.children ?? []).map(one => ({
    id: told(one, 'contentId') ?? '',
    type: told(one, 'MimeType') ?? '',
    hash: null,
    reference: null,
  }))
  const referred = (findBelow(data, 'RefAttachmentHeaderList')?.children ?? []).map(one => {
    const id = told(one, 'uuid') ?? ''
    return {
      id,
      type: told(one, 'MimeType') ?? '',
      hash: told(one, 'Hash'),
      reference: placeOf(id) ?? { file: '', user: '' },
    }
  })
  return [...along, ...referred]
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Reads the signed part of a request; null when something that every request has is missing. */
export function readSmevRequest(signed: string): SmevRequest | null {
  const tree = readXmlTree(signed)
  if (tree?.local !== 'Request') return null
  const data = findBelow(tree, 'SenderProvidedRequestData')
  const id = told(data, 'MessageID') ?? ''
  const content = standAlone(signed, findBelow(data, 'MessagePrimaryContent'))
  const sender = told(tree, 'MessageMetadata', 'Sender', 'Mnemonic')
  const replyTo = told(tree, 'ReplyTo')
  if (!uuid.test(id) || content === null || sender === null || replyTo === null) return null
  return { id, replyTo, sender, content, attachments: attachmentsOf(data, tree) }
}

function saidOf(signed: string, tree: XmlTree, data: XmlTree | null): SmevSaid | null {
  const rejected = findBelow(data, 'RequestRejected')
  if (rejected !== null) return { kind: 'rejected', code: told(rejected, 'RejectionReasonCode') ?? 'FAILURE' }
  const status = findBelow(data, 'RequestStatus')
  if (status !== null) return { kind: 'status', code: told(status, 'StatusCode') ?? '' }
  const processing = findBelow(data, 'AsyncProcessingStatus')
  if (processing !== null)
    return {
      kind: 'processing',
      category: told(processing, 'StatusCategory') ?? '',
      fault: told(processing, 'SmevFault', 'Code'),
    }
  const content = standAlone(signed, findBelow(data, 'MessagePrimaryContent'))
  return content === null ? null : { kind: 'content', content, attachments: attachmentsOf(data, tree) }
}

/** Reads the signed part of an answer; null when something that every answer has is missing. */
export function readSmevResponse(signed: string): SmevResponse | null {
  const tree = readXmlTree(signed)
  if (tree?.local !== 'Response') return null
  const data = findBelow(tree, 'SenderProvidedResponseData')
  const original = told(tree, 'OriginalMessageId') ?? told(data, 'AsyncProcessingStatus', 'OriginalMessageId') ?? ''
  const id = told(data, 'MessageID') ?? told(tree, 'MessageMetadata', 'MessageId') ?? ''
  const said = saidOf(signed, tree, data)
  return uuid.test(id) && uuid.test(original) && said !== null ? { id, original, said } : null
}

/** The id by which a message that cannot be read, or not be believed, is still acknowledged; null when it has none. */
export function idOfUnread(body: XmlTree): string | null {
  const [message] = body.children
  const [inner] = message?.children ?? []
  const data =
    findBelow(inner, 'SenderProvidedRequestData') ?? findBelow(inner, 'SenderProvidedResponseData') ?? undefined
  const id = told(data, 'MessageID') ?? told(inner, 'MessageMetadata', 'MessageId') ?? ''
  return uuid.test(id) ? id : null
}
