import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a small server is asked. */
export interface SmallRequest {
  readonly method: string
  /** Path and query as they came. */
  readonly path: string
  readonly body: Uint8Array
}

/** What a small server answers. */
export interface LocalAnswer {
  readonly status: number
  readonly type: string
  readonly body: string
}

/** A running small server. */
export interface LocalServer {
  readonly url: string
  close(): Promise<void>
}

/**
 * A small server that is no door of the platform: of a witness, which another organisation runs without one.
 * @param options.port 0 for any free one.
 * @param options.limit largest body, bytes; a larger one is answered with 413 and never read to its end.
 */
export async function startSmallServer(options: {
  host: string
  port: number
  limit: number
  /** Told of what broke; the asker learns only that it did. */
  onError?: (error: unknown) => void
  answer: (request: SmallRequest) => LocalAnswer | Promise<LocalAnswer>
}): Promise<LocalServer> {
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    let length = 0
    try {
      for await (const part of request) {
        length += (part as Buffer).length
        if (length > options.limit) {
          response.writeHead(413, { connection: 'close' }).end()
          return
        }
        parts.push(part as Buffer)
      }
    } catch {
      // The asker went away in the middle of its body: nobody is left to answer.
      response.destroy()
      return
    }
    try {
      const asked = { method: request.method ?? '', path: request.url ?? '/', body: Buffer.concat(parts) }
      const { status, type, body } = await options.answer(asked)
      response.writeHead(status, { 'content-type': type, 'x-content-type-options': 'nosniff' }).end(body)
    } catch (error) {
      response.writeHead(500).end()
      options.onError?.(error)
    }
  })
  server.listen(options.port, options.host)
  await once(server, 'listening')
  const shown = options.host.includes(':') ? `[${options.host}]` : options.host
  return {
    url: `http://${shown}:${(server.address() as AddressInfo).port}/`,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
