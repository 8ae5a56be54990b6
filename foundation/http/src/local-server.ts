import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a local server answers. */
export interface LocalAnswer {
  readonly status: number
  readonly type: string
  readonly body: string
}

/** A running local server. */
export interface LocalServer {
  readonly url: string
  close(): Promise<void>
}

/**
 * A server on this machine only (127.0.0.1), for the double of an outside system; it is no door of the platform.
 * @param options.port 0 for any free one.
 * @param options.limit largest body, bytes; a larger one is answered with 413 and never read to its end.
 */
export async function startLocalServer(options: {
  port: number
  limit: number
  answer: (method: string, body: Uint8Array) => LocalAnswer
}): Promise<LocalServer> {
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    let length = 0
    for await (const part of request) {
      length += (part as Buffer).length
      if (length > options.limit) {
        response.writeHead(413, { connection: 'close' }).end()
        return
      }
      parts.push(part as Buffer)
    }
    const { status, type, body } = options.answer(request.method ?? '', Buffer.concat(parts))
    response.writeHead(status, { 'content-type': type }).end(body)
  })
  server.listen(options.port, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
