import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Language } from '@tereze/ui-components'
import { dist, openPortal } from './open-portal.ts'
import { previewStates } from './states.ts'

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/**
 * Serves states of pages, drawn anew at each visit: `/{language}/{name of the state}`. Texts go out by gzip when `compressed`, for those
 * who measure; else as they are, which costs tests less.
 */
export async function servePortal(options: { readonly compressed?: boolean } = {}): Promise<{
  readonly origin: string
  close(): void
}> {
  const draw = await openPortal('/assets')
  const server = createServer((request, response) => {
    answer(request.url ?? '/').then(
      ({ type, body }) => {
        if (options.compressed !== true || type === 'font/woff2')
          return response.writeHead(200, { 'content-type': type }).end(body)
        return response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip' }).end(gzipSync(body))
      },
      (error: unknown) => response.writeHead(500, { 'content-type': 'text/plain' }).end(String(error)),
    )
  })
  const answer = async (address: string) => {
    const path = normalize(new URL(address, 'http://preview').pathname)
    if (path.startsWith('/assets/')) {
      const type = types[extname(path)] ?? 'application/octet-stream'
      return { type, body: await readFile(join(dist, 'client', path.slice('/assets/'.length))) }
    }
    const [, language = '', name] = path.split('/')
    const state = previewStates.find(candidate => candidate.name === name)
    if (state === undefined) throw new Error(`no state ${path}`)
    return { type: 'text/html; charset=utf-8', body: await draw(state, language as Language) }
  }
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
