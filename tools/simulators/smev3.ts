import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { XmlDocument, type XmlElement } from 'libxml2-wasm'
import { type Certified, makeCertificate } from './certificate.ts'
import { all, attribute, escaped, inside, signed, text, whoSigned } from './xml.ts'

/** A request that a system sent. */
export interface SentRequest {
  readonly id: string
  readonly content: string
  readonly attachments: readonly string[]
}

/** An answer that a system gave to a request from outside. */
export interface GivenAnswer {
  readonly id: string
  readonly request: string
  readonly content: string | null
  readonly rejected: string | null
  readonly status: string | null
  readonly attachments: readonly string[]
}

/** What an agency outside says. */
export interface AgencySays {
  readonly content?: string
  readonly rejected?: string
  readonly status?: string
  /** Category and code of a fault of СМЭВ itself. */
  readonly processing?: readonly [category: string, fault?: string]
  readonly attachment?: { readonly name: string; readonly type: string; readonly bytes: Buffer }
  /** A file in the store of СМЭВ: named and hashed in the message, fetched elsewhere. */
  readonly stored?: { readonly id: string; readonly hash: string; readonly file: string }
}

/** What is wrong with a message on purpose: its content changed after signing, no signature, or one by a stranger. */
export type Flaw = 'changed' | 'unsigned' | 'stranger'

/**
 * СМЭВ 3 as one system meets it: SendRequest, GetRequest, SendResponse, GetResponse and Ack over SOAP, with its own signature, queues
 * that give a message again until it is acknowledged, and the faults of the specification. Written from the methodical recommendations.
 */
export interface Smev3Simulator {
  readonly url: string
  readonly host: string
  /** The certificate that СМЭВ signs with. */
  readonly certificate: string
  readonly sent: readonly SentRequest[]
  readonly given: readonly GivenAnswer[]
  /** Ids that were acknowledged, with `!` where the signature was said not to hold. */
  readonly acknowledged: readonly string[]
  /** Lets an agency answer a request; the id of the answer. */
  answer(request: string, says: AgencySays, flaw?: Flaw): string
  /** Lets an agency ask the system. */
  ask(mnemonic: string, content: string, options?: { flaw?: Flaw; attachment?: AgencySays['attachment'] }): string
  /** The next call of an operation ends with a fault, or with a broken answer. */
  fail(operation: string, fault: string): void
  /** The next call of an operation is carried out, but its answer is cut. */
  cut(operation: string): void
  /** The time for an acknowledgement is over: everything that is not acknowledged is given again. */
  again(): void
  close(): Promise<void>
}

interface Waiting {
  readonly id: string
  readonly xml: string
  readonly part: { readonly id: string; readonly type: string; readonly bytes: Buffer } | null
  out: boolean
}

/** Starts СМЭВ for one system whose certificate is given. */
export async function startSmev3(options: {
  certificate: string
  version?: string
  now?: Date
}): Promise<Smev3Simulator> {
  const version = options.version ?? '1.3'
  const base = 'urn://x-artefacts-smev-gov-ru/services/message-exchange/types'
  const spaces = `xmlns:m="${base}/${version}" xmlns:k="${base}/basic/${version}"`
  const now = options.now ?? new Date()
  const year = 365 * 86_400_000
  const identity = (name: string) =>
    makeCertificate(name, new Date(now.getTime() - year), new Date(now.getTime() + year))
  const own = identity('SMEV simulator')
  const stranger = identity('stranger')
  const sent: SentRequest[] = []
  const given: GivenAnswer[] = []
  const acknowledged: string[] = []
  const queues = { GetRequest: [] as Waiting[], GetResponse: [] as Waiting[] }
  const failures = new Map<string, string>()
  const cuts = new Set<string>()
  const known = new Set<string>()

  const envelope = (inner: string) =>
    `<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>${inner}</soap:Body></soap:Envelope>`
  const fault = (name: string) =>
    envelope(
      `<soap:Fault><faultcode>soap:Server</faultcode><faultstring>${name}</faultstring><detail><f:${name} xmlns:f="${base}/faults/${version}"></f:${name}></detail></soap:Fault>`,
    )
  const metadata = (id: string, type: string, mnemonic: string) =>
    `<m:MessageMetadata><m:MessageId>${id}</m:MessageId><m:MessageType>${type}</m:MessageType><m:Sender><m:Mnemonic>${mnemonic}</m:Mnemonic><m:HumanReadableName>${mnemonic}</m:HumanReadableName></m:Sender><m:SendingTimestamp>${now.toISOString()}</m:SendingTimestamp></m:MessageMetadata>`

  function seal(xml: string, flaw: Flaw | undefined): string {
    if (flaw === 'unsigned') return xml.replace('<!--signature-->', '')
    const whole = signed(xml, 'SIGNED_BY_SMEV', flaw === 'stranger' ? stranger : own)
    return flaw === 'changed' ? whole.replace(/(<m:SendingTimestamp>)\d/, '$19') : whole
  }

  function filesOf(says: AgencySays): { inside: string; beside: string; part: Waiting['part'] } {
    const { attachment, stored } = says
    if (stored !== undefined)
      return {
        inside: `<k:RefAttachmentHeaderList><k:RefAttachmentHeader><k:uuid>${stored.id}</k:uuid><k:Hash>${stored.hash}</k:Hash><k:MimeType>application/zip</k:MimeType></k:RefAttachmentHeader></k:RefAttachmentHeaderList>`,
        beside: '',
        part: null,
      }
    if (attachment === undefined) return { inside: '', beside: '', part: null }
    const { name, type, bytes } = attachment
    return {
      inside: `<k:AttachmentHeaderList><k:AttachmentHeader><k:contentId>${escaped(name)}</k:contentId><k:MimeType>${type}</k:MimeType></k:AttachmentHeader></k:AttachmentHeaderList>`,
      beside: `<k:AttachmentContentList><k:AttachmentContent><k:Id>${escaped(name)}</k:Id><k:Content><x:Include xmlns:x="http://www.w3.org/2004/08/xop/include" href="cid:file-1@smev"></x:Include></k:Content></k:AttachmentContent></k:AttachmentContentList>`,
      part: { id: 'file-1@smev', type, bytes },
    }
  }

  function put(queue: keyof typeof queues, id: string, says: AgencySays, inner: string, flaw: Flaw | undefined): void {
    const { part, beside } = filesOf(says)
    const kind = queue === 'GetRequest' ? 'Request' : 'Response'
    const place = says.stored
    const store =
      place === undefined
        ? ''
        : `<k:FSAttachmentsList><k:FSAttachment><k:uuid>${place.id}</k:uuid><k:UserName>u</k:UserName><k:Password>p</k:Password><k:FileName>${place.file}</k:FileName></k:FSAttachment></k:FSAttachmentsList>`
    const message = `<m:${kind}Message><m:${kind} Id="SIGNED_BY_SMEV">${inner.replace('<!--store-->', store)}</m:${kind}>${beside}<m:SMEVSignature><!--signature--></m:SMEVSignature></m:${kind}Message>`
    const xml = seal(envelope(`<m:${queue}Response ${spaces}>${message}</m:${queue}Response>`), flaw)
    queues[queue].push({ id, xml, part, out: false })
  }

  /** What a call says once its signature holds. */
  function carryOut(operation: string, body: XmlElement): string | Waiting | null {
    const element = (name: string) => all(body, name)[0]
    const id = text(body, 'MessageID') ?? ''
    const content = element('MessagePrimaryContent')
    const attachments = all(body, 'contentId').map(one => one.content)
    const taken = envelope(
      `<m:${operation}Response ${spaces}>${metadata(id, 'REQUEST', 'OUR')}</m:${operation}Response>`,
    )
    switch (operation) {
      case 'SendRequest':
      case 'SendResponse': {
        if (!/^[0-9a-f]{8}-[0-9a-f]{4}-1/.test(id)) return fault('InvalidMessageIdFormat')
        if (known.has(id)) return fault('MessageIsAlreadySent')
        const first = content === undefined ? undefined : inside(content)[0]
        if (operation === 'SendRequest' && first === undefined) return fault('InvalidContent')
        known.add(id)
        const xml = first?.toString() ?? null
        if (operation === 'SendRequest') sent.push({ id, content: xml ?? '', attachments })
        else
          given.push({
            id,
            request: Buffer.from(text(body, 'To') ?? '', 'base64').toString(),
            content: xml,
            rejected: text(body, 'RejectionReasonCode'),
            status: text(body, 'StatusCode'),
            attachments,
          })
        return taken
      }
      case 'GetRequest':
      case 'GetResponse': {
        const next = queues[operation].find(({ out }) => !out)
        if (next === undefined) return envelope(`<m:${operation}Response ${spaces}></m:${operation}Response>`)
        next.out = true
        return next
      }
      case 'Ack': {
        const target = element('AckTargetMessage')
        const acked = target?.content.trim() ?? ''
        acknowledged.push(`${acked}${target !== undefined && attribute(target, 'accepted') === 'true' ? '' : '!'}`)
        for (const queue of Object.values(queues)) {
          const at = queue.findIndex(one => one.id === acked && one.out)
          if (at >= 0) queue.splice(at, 1)
        }
        return envelope(`<m:AckResponse ${spaces}></m:AckResponse>`)
      }
      default:
        return null
    }
  }

  function reply(envelopeXml: string): { operation: string; said: string | Waiting | null } {
    const document = XmlDocument.fromString(envelopeXml)
    try {
      const body = all(document.root, 'Body')[0]
      const call = body === undefined ? undefined : inside(body)[0]
      if (call === undefined) return { operation: '', said: null }
      const operation = call.name.replace(/Request$/, '')
      const failure = failures.get(operation)
      failures.delete(operation)
      if (failure !== undefined) return { operation, said: fault(failure) }
      if (whoSigned(document.root, [options.certificate]) === null)
        return { operation, said: fault('SignatureVerificationFault') }
      return { operation, said: carryOut(operation, call) }
    } finally {
      document.dispose()
    }
  }

  const server = createServer(async (request, response) => {
    const xml = rootOf(request.headers['content-type'] ?? '', await bytesOf(request))
    const { operation, said } = reply(xml)
    if (cuts.delete(operation)) return void response.destroy()
    if (said === null) return void response.writeHead(500, { 'content-type': 'text/html' }).end('<html></html>')
    if (typeof said === 'string' || said.part === null) {
      const text = typeof said === 'string' ? said : said.xml
      return void response.writeHead(text.includes(':Fault>') ? 500 : 200, { 'content-type': 'text/xml' }).end(text)
    }
    const { id, type, bytes } = said.part
    response.writeHead(200, {
      'content-type': 'multipart/related; type="application/xop+xml"; start="<root@smev>"; boundary=smev-boundary',
    })
    response.end(
      Buffer.concat([
        Buffer.from(
          `--smev-boundary\r\nContent-Type: application/xop+xml\r\nContent-ID: <root@smev>\r\n\r\n${said.xml}\r\n--smev-boundary\r\nContent-Type: ${type}\r\nContent-ID: <${id}>\r\n\r\n`,
        ),
        bytes,
        Buffer.from('\r\n--smev-boundary--\r\n'),
      ]),
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url: `http://${host}/smev`,
    host,
    certificate: own.certificate,
    sent,
    given,
    acknowledged,
    answer(request, says, flaw) {
      const id = timed()
      const said =
        says.content !== undefined
          ? `<k:MessagePrimaryContent>${says.content}</k:MessagePrimaryContent>${filesOf(says).inside}`
          : says.rejected !== undefined
            ? `<m:RequestRejected><m:RejectionReasonCode>${says.rejected}</m:RejectionReasonCode><m:RejectionReasonDescription>words about a person</m:RejectionReasonDescription></m:RequestRejected>`
            : says.status !== undefined
              ? `<m:RequestStatus><m:StatusCode>${says.status}</m:StatusCode><m:StatusDescription>words</m:StatusDescription></m:RequestStatus>`
              : `<m:AsyncProcessingStatus><m:OriginalMessageId>${request}</m:OriginalMessageId><m:StatusCategory>${says.processing?.[0] ?? ''}</m:StatusCategory>${says.processing?.[1] === undefined ? '' : `<m:SmevFault><m:Code>${says.processing[1]}</m:Code><m:Description>words</m:Description></m:SmevFault>`}</m:AsyncProcessingStatus>`
      const inner = `<m:OriginalMessageId>${request}</m:OriginalMessageId><m:SenderProvidedResponseData><m:MessageID>${id}</m:MessageID><m:To>ours</m:To>${said}</m:SenderProvidedResponseData>${metadata(id, 'RESPONSE', 'THEIRS')}<!--store-->`
      put('GetResponse', id, says, inner, flaw)
      return id
    },
    ask(mnemonic, content, { flaw, attachment } = {}) {
      const id = timed()
      const says = attachment === undefined ? {} : { attachment }
      const inner = `<m:SenderProvidedRequestData><m:MessageID>${id}</m:MessageID><k:MessagePrimaryContent>${content}</k:MessagePrimaryContent>${filesOf(says).inside}</m:SenderProvidedRequestData>${metadata(id, 'REQUEST', mnemonic)}<m:ReplyTo>${Buffer.from(id).toString('base64')}</m:ReplyTo>`
      put('GetRequest', id, says, inner, flaw)
      return id
    },
    fail: (operation, name) => void failures.set(operation, name),
    cut: operation => void cuts.add(operation),
    again() {
      for (const queue of Object.values(queues)) for (const one of queue) one.out = false
    },
    async close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** A UUID that looks like one of version 1. */
function timed(): string {
  const id = randomUUID()
  return `${id.slice(0, 14)}1${id.slice(15)}`
}

/** All bytes of a request. */
export async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

/** The envelope out of a body, which may have files beside it. */
function rootOf(type: string, body: Buffer): string {
  const boundary = /boundary="([^"]+)"/.exec(type)?.[1]
  if (boundary === undefined) return body.toString()
  const [, first = ''] = body.toString().split(`--${boundary}`)
  return first.slice(first.indexOf('\r\n\r\n') + 4).trim()
}

/** Keys of a system that speaks with a simulator. */
export function systemKeys(name: string, now: Date): Certified {
  const year = 365 * 86_400_000
  return makeCertificate(name, new Date(now.getTime() - year), new Date(now.getTime() + year))
}
