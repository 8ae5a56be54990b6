import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { XmlDocument, type XmlElement } from 'libxml2-wasm'
import { bytesOf, systemKeys } from './smev3.ts'
import { all, escaped, inside, type KeyInfo, signed, text, whoSigned } from './xml.ts'

/** A request that a system sent over one of the channels. */
export interface ShepRequest {
  readonly channel: 'sync' | 'async'
  readonly id: string
  readonly correlation: string
  readonly service: string
  readonly sender: string
  readonly content: string
}

/** What a system said of a message that was brought to it. */
export interface ShepNotice {
  readonly message: string
  readonly accepted: boolean
  readonly error: string | null
}

/** What the agency behind ШЭП says in the synchronous channel. */
export type ShepSays =
  | { readonly content: string }
  | { readonly status: string }
  | { readonly fault: string }
  | { readonly other: string }

/** What is wrong on purpose with a message that is brought. */
export type ShepFlaw = 'changed' | 'unsigned' | 'stranger'

/** The door's answer to a message that was brought. */
export interface ShepBrought {
  readonly id: string
  readonly correlation: string
  readonly status: number
  /** Code of the fault; null where it was taken. */
  readonly fault: string | null
  readonly content: string | null
}

/**
 * ШЭП as one system meets it: both channels of version 10 over SOAP with WS-Security, an account, and the messages that it brings to
 * the system's own door. Written from the published descriptions of the channels.
 */
export interface ShepSimulator {
  readonly sync: string
  readonly async: string
  readonly host: string
  readonly certificate: string
  readonly requests: readonly ShepRequest[]
  readonly responses: readonly ShepRequest[]
  readonly notices: readonly ShepNotice[]
  /** What the next synchronous question is answered with. */
  say(says: ShepSays, flaw?: ShepFlaw): void
  /** The next call is carried out, but its answer is cut. */
  cut(): void
  /** The next asynchronous request is refused with a fault. */
  fail(code: string): void
  /** Runs while the next asynchronous request is being taken, before it is confirmed. */
  before(work: (request: ShepRequest) => Promise<unknown>): void
  /** Brings something to the door of the system. */
  bring(
    door: string,
    message: {
      readonly channel: 'sync' | 'async'
      readonly type?: 'REQUEST' | 'RESPONSE'
      readonly id?: string
      readonly correlation?: string
      readonly service?: string
      readonly sender?: string
      readonly content: string
      readonly flaw?: ShepFlaw
    },
  ): Promise<ShepBrought>
  /** Tells the system how far a request is, or that it could not be delivered. */
  tell(door: string, message: string, state: string, error?: string): Promise<number>
  close(): Promise<void>
}

const types = {
  sync: 'http://bip.bee.kz/SyncChannel/v10/Types',
  async: 'http://bip.bee.kz/AsyncChannel/v10/Types',
  client: 'http://bip.bee.kz/AsyncChannel/v10/Types/Client',
}
const wsse = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd'
const wsu = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd'
const exclusive = 'http://www.w3.org/2001/10/xml-exc-c14n#'
const reference: KeyInfo = certificate =>
  `<wsse:SecurityTokenReference xmlns:wsse="${wsse}"><wsse:KeyIdentifier ValueType="X509v3">${certificate}</wsse:KeyIdentifier></wsse:SecurityTokenReference>`

/** Starts ШЭП for one system whose certificate and account are given. */
export async function startShep(options: {
  certificate: string
  account: { id: string; password: string }
  now: Date
}): Promise<ShepSimulator> {
  const own = systemKeys('SHEP simulator', options.now)
  const stranger = systemKeys('stranger', options.now)
  const requests: ShepRequest[] = []
  const responses: ShepRequest[] = []
  const notices: ShepNotice[] = []
  const known = new Map<string, string>()
  const next: {
    says?: { says: ShepSays; flaw: ShepFlaw | undefined }
    cut?: boolean
    fault?: string
    before?: (request: ShepRequest) => Promise<unknown>
  } = {}
  const time = () => options.now.toISOString()

  function envelope(inner: string, flaw?: ShepFlaw): string {
    const bare = `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Header><w:Security xmlns:w="${wsse}"><!--signature--></w:Security></e:Header><e:Body xmlns:u="${wsu}" u:Id="id-1">${inner}</e:Body></e:Envelope>`
    if (flaw === 'unsigned') return bare.replace('<!--signature-->', '')
    const whole = signed(bare, 'id-1', flaw === 'stranger' ? stranger : own, [exclusive], reference)
    return flaw === 'changed' ? whole.replace(/(<(?:responseDate|messageDate)>)\d/, '$19') : whole
  }
  const faultOf = (code: string) =>
    envelope(
      `<e:Fault><faultcode>e:Server</faultcode><faultstring>words about a person</faultstring><detail><f:Fault1 xmlns:f="${types.sync}"><errorCode>${code}</errorCode><errorMessage>words</errorMessage><errorDate>${time()}</errorDate></f:Fault1></detail></e:Fault>`,
    )

  function read(body: XmlElement, channel: 'sync' | 'async'): ShepRequest {
    const data = all(body, 'data')[0]
    const first = data === undefined ? undefined : inside(data)[0]
    return {
      channel,
      id: text(body, 'messageId') ?? '',
      correlation: text(body, 'correlationId') ?? '',
      service: text(body, 'serviceId') ?? '',
      sender: text(body, 'senderId') ?? '',
      content: first?.toString() ?? '',
    }
  }

  function answerNow(request: ShepRequest): string {
    requests.push(request)
    const { says, flaw } = next.says ?? { says: { fault: 'NOTHING' } as ShepSays, flaw: undefined }
    if ('fault' in says) return faultOf(says.fault)
    const status = 'status' in says ? says.status : 'SCSS001'
    const content = 'content' in says ? says.content : 'other' in says ? says.other : ''
    const id = 'other' in says ? randomUUID() : request.id
    const correlation = randomUUID()
    return envelope(
      `<r:SendMessageResponse xmlns:r="${types.sync}"><response><responseInfo><messageId>${id}</messageId><correlationId>${correlation}</correlationId><responseDate>${time()}</responseDate><status><code>${status}</code><message>words</message></status></responseInfo><responseData><data>${content}</data></responseData></response></r:SendMessageResponse>`,
      flaw,
    )
  }

  async function take(request: ShepRequest, type: string): Promise<string> {
    const correlation = known.get(request.id) ?? `chain-${randomUUID()}`
    if (!known.has(request.id))
      (type === 'RESPONSE' ? responses : requests).push({
        ...request,
        correlation: type === 'RESPONSE' ? request.correlation : correlation,
      })
    known.set(request.id, correlation)
    const { before } = next
    delete next.before
    await before?.({ ...request, correlation })
    return envelope(
      `<r:sendMessageResponse xmlns:r="${types.async}"><response><messageId>${request.id}</messageId><correlationId>${correlation}</correlationId><responseDate>${time()}</responseDate></response></r:sendMessageResponse>`,
    )
  }

  async function reply(xml: string): Promise<string> {
    const document = XmlDocument.fromString(xml)
    try {
      const { root } = document
      const body = all(root, 'Body')[0]
      const call = body === undefined ? undefined : inside(body)[0]
      if (call === undefined) return faultOf('EMPTY')
      if (whoSigned(root, [options.certificate]) === null) return faultOf('SIGNATURE')
      const { id, password } = options.account
      if (text(call, 'senderId') !== id || text(call, 'password') !== password) return faultOf('ACCOUNT')
      switch (call.name) {
        case 'SendMessage':
          return answerNow(read(call, 'sync'))
        case 'sendMessage': {
          const fault = next.fault
          delete next.fault
          return fault === undefined ? await take(read(call, 'async'), text(call, 'messageType') ?? '') : faultOf(fault)
        }
        case 'getMessageStatus':
          return envelope(
            `<r:getMessageStatusResponse xmlns:r="${types.async}"><response><messageState>${known.has(text(call, 'messageId') ?? '') ? 'DELIVERED' : 'UNKNOWN'}</messageState><responseDate>${time()}</responseDate></response></r:getMessageStatusResponse>`,
          )
        case 'sendDeliveryNotification':
          notices.push({
            message: text(call, 'messageId') ?? '',
            accepted: text(call, 'receiveStatus') === 'MESSAGE_ACCEPTED',
            error: text(call, 'errorCode'),
          })
          return envelope(
            `<r:sendDeliveryNotificationResponse xmlns:r="${types.async}"><response><responseDate>${time()}</responseDate></response></r:sendDeliveryNotificationResponse>`,
          )
        default:
          return faultOf('UNKNOWN')
      }
    } finally {
      document.dispose()
    }
  }

  const server = createServer(async (request, response) => {
    const said = await reply((await bytesOf(request)).toString())
    if (next.cut === true) {
      delete next.cut
      return void response.destroy()
    }
    response.writeHead(said.includes(':Fault>') ? 500 : 200, { 'content-type': 'text/xml' }).end(said)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`

  async function post(door: string, xml: string): Promise<{ status: number; root: XmlElement; dispose: () => void }> {
    const response = await fetch(door, { method: 'POST', headers: { 'content-type': 'text/xml' }, body: xml })
    const document = XmlDocument.fromString(await response.text())
    if (whoSigned(document.root, [options.certificate]) === null) throw new Error('the door did not sign its answer')
    return { status: response.status, root: document.root, dispose: () => document.dispose() }
  }

  return {
    sync: `http://${host}/sync`,
    async: `http://${host}/async`,
    host,
    certificate: own.certificate,
    requests,
    responses,
    notices,
    say(says, flaw) {
      next.says = { says, flaw }
    },
    cut() {
      next.cut = true
    },
    fail(code) {
      next.fault = code
    },
    before(work) {
      next.before = work
    },
    async bring(door, { channel, type = 'REQUEST', service = '', sender = '', content, flaw, ...ids }) {
      const id = ids.id ?? `m-${randomUUID()}`
      const correlation = ids.correlation ?? `chain-${randomUUID()}`
      const info = `<messageId>${id}</messageId><correlationId>${correlation}</correlationId><serviceId>${escaped(service)}</serviceId>${channel === 'async' ? `<messageType>${type}</messageType>` : ''}<messageDate>${time()}</messageDate><sender><senderId>${escaped(sender)}</senderId><password></password></sender>`
      const inner =
        channel === 'sync'
          ? `<r:SendMessage xmlns:r="${types.sync}"><request><requestInfo>${info}</requestInfo><requestData><data>${content}</data></requestData></request></r:SendMessage>`
          : `<r:sendMessage xmlns:r="${types.client}"><request><messageInfo>${info}</messageInfo><messageData><data>${content}</data></messageData></request></r:sendMessage>`
      const { status, root, dispose } = await post(`${door}/${channel}`, envelope(inner, flaw))
      try {
        const data = all(root, 'data')[0]
        const first = data === undefined ? undefined : inside(data)[0]
        return { id, correlation, status, fault: text(root, 'errorCode'), content: first?.toString() ?? null }
      } finally {
        dispose()
      }
    },
    async tell(door, message, state, error) {
      const failed =
        error === undefined ? '' : `<error><errorCode>${error}</errorCode><errorMessage>words</errorMessage></error>`
      const { status, dispose } = await post(
        `${door}/async`,
        envelope(
          `<r:changeMassageStatusNotification xmlns:r="${types.client}"><request><notification><notificationId>${randomUUID()}</notificationId><messageId>${message}</messageId><notificationDate>${time()}</notificationDate><messageState>${state}</messageState>${failed}</notification></request></r:changeMassageStatusNotification>`,
        ),
      )
      dispose()
      return status
    },
    async close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
