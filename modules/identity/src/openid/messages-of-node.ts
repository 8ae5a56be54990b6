import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'

/** Something that answers Node's requests. */
export type NodeHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

function newRequest(
  socket: Socket,
  message: { method: string; url: string; headers: IncomingMessage['headers']; body: Uint8Array | null },
): IncomingMessage {
  const request = new IncomingMessage(socket)
  request.method = message.method
  request.url = message.url
  request.headers = message.headers
  request.httpVersion = '1.1'
  request.httpVersionMajor = 1
  request.httpVersionMinor = 1
  if (message.body !== null && message.body.length > 0) request.push(message.body)
  request.push(null)
  request.complete = true
  return request
}

/** Headers of a request as if it had come straight to the origin that people type, whatever stood between. */
function atOrigin(headers: IncomingMessage['headers'], origin: URL): IncomingMessage['headers'] {
  const { 'x-forwarded-host': _, ...others } = headers
  return { ...others, host: origin.host, 'x-forwarded-proto': origin.protocol.slice(0, -1) }
}

/** A request whose body was read already, made readable again, and addressed to the origin. */
export function reread(request: IncomingMessage & { body?: unknown }, origin: URL): IncomingMessage {
  return newRequest(request.socket, {
    method: request.method ?? 'GET',
    url: request.url ?? '/',
    headers: atOrigin(request.headers, origin),
    body: request.body instanceof Uint8Array ? request.body : null,
  })
}

/** `fetch` to a handler of this process: the same messages, without a network between. */
export function createLocalFetch(handler: NodeHandler, origin: URL) {
  return async (url: string, init: { method?: string; headers?: HeadersInit; body?: unknown }): Promise<Response> => {
    const asked = new Request(url, init as RequestInit)
    const at = new URL(asked.url)
    const body = asked.body === null ? null : new Uint8Array(await asked.arrayBuffer())
    const headers: IncomingMessage['headers'] = Object.fromEntries(asked.headers)
    if (body !== null) headers['content-length'] = String(body.length)
    const message = { method: asked.method, url: at.pathname + at.search, headers: atOrigin(headers, origin) }
    const request = Object.assign(newRequest(new Socket(), { ...message, body: null }), { body })
    const response = new ServerResponse(request)
    const answered = new Promise<Uint8Array>(resolve => {
      response.end = ((chunk?: unknown) => {
        resolve(
          typeof chunk === 'string' || chunk instanceof Uint8Array ? Buffer.from(chunk as string) : Buffer.alloc(0),
        )
        return response
      }) as typeof response.end
    })
    await handler(request, response)
    const answer = await answered
    const answerHeaders = new Headers()
    for (const [name, value] of Object.entries(response.getHeaders())) {
      for (const each of Array.isArray(value) ? value : [value]) answerHeaders.append(name, String(each))
    }
    return new Response(answer.length === 0 ? null : Buffer.from(answer), {
      status: response.statusCode,
      headers: answerHeaders,
    })
  }
}
