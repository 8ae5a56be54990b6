/**
 * A small X-Road security server with services behind it, written from the text of the X-Road Message Protocol for REST 1.0.4 (PR-REST) and of
 * the Service Metadata Protocol for REST (PR-MREST) alone. It knows nothing of the platform and uses nothing of it.
 */
import { createHash, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { TLSSocket } from 'node:tls'

/** What the information system behind a service sees and answers (4.3: headers pass as they are). */
export interface ServiceCall {
  readonly method: string
  readonly path: string
  readonly query: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}
/** The answer of an information system. */
export interface ServiceAnswer {
  readonly status: number
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** A service: its identifier in parts, who may call it, its description, and what answers. */
export interface RegisteredService {
  readonly id: readonly string[]
  readonly allowed: readonly string[]
  readonly openapi: string
  answer(call: ServiceCall): Promise<ServiceAnswer>
}

class Failure extends Error {
  readonly status: number
  readonly type: string
  constructor(status: number, type: string, message: string) {
    super(message)
    this.status = status
    this.type = type
  }
}

const forbidden = /[\s/\\;:%\p{Cc}]/u

/** Parts of an identifier, each decoded for itself (4.2); nothing empty, nothing of the characters of 4.8. */
function partsOf(text: string): string[] {
  try {
    const parts = text.split('/').map(decodeURIComponent)
    if (parts.every(part => part !== '' && !forbidden.test(part))) return parts
  } catch {
    // Falls through to the refusal below: an unreadable encoding is as wrong as a forbidden character.
  }
  throw new Failure(400, 'Client.BadRequest', 'Error parsing the identifier')
}

/** Starts one on a free port; clients prove themselves by the common name of a certificate (4.7). */
export async function startSecurityServer(options: {
  tls: { key: string; certificate: string; authorities: string }
  /** X-Road client, parts joined by slashes → common names of certificates that may speak for it. */
  clients: Readonly<Record<string, readonly string[]>>
  services: readonly RegisteredService[]
}) {
  const seen: { id: string; client: string; call: ServiceCall }[] = []
  /** What a test lets the server lie about. */
  const lies: Record<string, string> = {}

  async function serve(
    request: IncomingMessage,
    body: Buffer,
  ): Promise<{ status: number; headers: Record<string, string>; body: string }> {
    const url = request.url ?? ''
    if (url.length > 2000) throw new Failure(400, 'Client.BadRequest', 'The request URI is too long')
    const [path = '', query = ''] = url.split('?')
    const [, version, ...rest] = path.split('/')
    if (version !== 'r1') throw new Failure(400, 'Client.BadRequest', 'Unknown version of the protocol')
    const client = request.headers['x-road-client']
    if (typeof client !== 'string') throw new Failure(400, 'Client.BadRequest', 'X-Road-Client is missing')
    const caller = partsOf(client)
    if (caller.length < 3 || caller.length > 4)
      throw new Failure(400, 'Client.BadRequest', 'X-Road-Client is no client')
    const known = options.clients[caller.join('/')]
    if (known === undefined) throw new Failure(500, 'Server.ClientProxy.UnknownMember', 'Client is not found')
    const name = (request.socket as TLSSocket).getPeerCertificate().subject?.CN
    if (typeof name !== 'string' || !known.includes(name))
      throw new Failure(
        500,
        'Server.ClientProxy.SslAuthenticationFailed',
        'The certificate does not belong to the client',
      )
    const parts = partsOf(rest.join('/'))
    const told = metadata(parts, caller.join('/'), query)
    if (told !== null)
      return { status: 200, headers: { 'content-type': 'application/json; charset=utf-8' }, body: told }
    const service = options.services.find(({ id }) => id.every((part, index) => parts[index] === part))
    if (service === undefined) {
      const provider = options.services.some(({ id }) => id.slice(0, 3).every((part, index) => parts[index] === part))
      throw provider
        ? new Failure(500, 'Server.ServerProxy.UnknownService', 'Unknown service')
        : new Failure(500, 'Server.ClientProxy.UnknownMember', 'Could not find addresses for service provider')
    }
    if (!service.allowed.includes(caller.join('/')))
      throw new Failure(500, 'Server.ServerProxy.AccessDenied', 'Request is not allowed')
    const id = String(request.headers['x-road-id'] ?? randomUUID())
    const call = {
      method: request.method ?? '',
      path: rest
        .slice(service.id.length)
        .map(part => `/${part}`)
        .join(''),
      query,
      headers: request.headers,
      body: body.toString('utf8'),
    }
    seen.push({ id, client, call })
    const answer = await service.answer(call)
    const sha = (bytes: string | Buffer) => createHash('sha512').update(bytes).digest()
    // As the protocol's security servers write a request down: names as they came, what belongs to the connection left out (4.3).
    const requestId = randomUUID()
    const own = ['host', 'connection', 'content-length', 'transfer-encoding', 'user-agent']
    const lines = request.rawHeaders.flatMap((name, place) =>
      place % 2 === 1 || own.includes(name.toLowerCase()) ? [] : [`${name}:${request.rawHeaders[place + 1]}\r\n`],
    )
    const head = sha(`${call.method}\r\n${url}\r\n${lines.join('')}x-road-request-id:${requestId}\r\n`)
    return {
      status: answer.status,
      headers: {
        'content-type': 'application/json; charset=utf-8',
        ...answer.headers,
        'x-road-client': client,
        'x-road-service': service.id.map(encodeURIComponent).join('/'),
        'x-road-id': id,
        'x-road-request-id': requestId,
        'x-road-request-hash': (body.length === 0 ? head : sha(Buffer.concat([head, sha(body)]))).toString('base64'),
        ...lies,
      },
      body: typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body),
    }
  }

  /** PR-MREST 4 and 5. */
  function metadata(parts: readonly string[], caller: string, query: string): string | null {
    const code = parts.at(-1)
    const provider = parts.slice(0, -1)
    const of = options.services.filter(
      ({ id }) => id.length === parts.length && provider.every((part, index) => id[index] === part),
    )
    if (code === 'getOpenAPI') {
      const wanted = new URLSearchParams(query).get('serviceCode')
      const found = of.find(({ id }) => id.at(-1) === wanted)
      if (found === undefined) throw new Failure(500, 'Server.ServerProxy.UnknownService', 'Unknown service')
      return found.openapi
    }
    if (code !== 'listMethods' && code !== 'allowedMethods') return null
    const service = of
      .filter(({ allowed }) => code === 'listMethods' || allowed.includes(caller))
      .map(({ id }) => ({
        object_type: 'SERVICE',
        service_type: 'OPENAPI',
        xroad_instance: id[0],
        member_class: id[1],
        member_code: id[2],
        ...(id.length > 4 ? { subsystem_code: id[3] } : {}),
        service_code: id.at(-1),
        endpoint_list: [{ method: 'GET', path: '/*' }],
      }))
    return JSON.stringify({ service })
  }

  const server = createServer(
    {
      key: options.tls.key,
      cert: options.tls.certificate,
      ca: options.tls.authorities,
      requestCert: true,
      rejectUnauthorized: false,
    },
    (request: IncomingMessage, response: ServerResponse) => {
      void (async () => {
        const parts: Buffer[] = []
        for await (const part of request) parts.push(part as Buffer)
        try {
          const { status, headers, body } = await serve(request, Buffer.concat(parts))
          response.writeHead(status, headers).end(body)
        } catch (error) {
          const { status, type } =
            error instanceof Failure ? error : { status: 500, type: 'Server.ServerProxy.ServiceFailed' }
          response
            .writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'x-road-error': type })
            .end(JSON.stringify({ type, message: String(error), detail: randomUUID() }))
        }
      })()
    },
  )
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    lies,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
