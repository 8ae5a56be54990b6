import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname } from 'node:path'
import type { Operation } from '@tereze/operation'
import { Value } from 'typebox/value'
import type { SinglePageApp } from './build-single-page-app.ts'
import { No, type SampleHandler } from './no.ts'
import { contentSecurityPolicy } from './policy.ts'

/** What can be wrong in any app for whoever carries it in the cookie `preview`; other words are another role, or the app's own. */
export type CommonTrouble = 'empty' | 'slow' | 'no-right' | 'broken' | 'nobody' | 'person' | 'signed-out' | 'weak'

/** A running preview. */
export interface Preview {
  readonly origin: string
  close(): Promise<void>
}

/** What a preview shows. */
export interface PreviewParts {
  readonly app: SinglePageApp
  /** Answers by path, `/v1/{module}/{verb}`. */
  readonly platform: ReadonlyMap<string, SampleHandler>
  /** Words of the cookie that are another role of whoever is signed in. */
  readonly roles: readonly string[]
  readonly port?: number
  /** What is posted besides operations; false where it is none of the app's. */
  post?(path: string, request: IncomingMessage, response: ServerResponse): Promise<boolean>
  /** An answer as a trouble of the app's own makes it. */
  change?(trouble: string, operation: string, output: unknown): unknown
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** Serves a built app under its real policy, with sample data in place of a platform. */
export async function servePreview(parts: PreviewParts): Promise<Preview> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://preview').pathname
    const answered =
      request.method === 'POST' || request.method === 'PUT'
        ? operate(parts, path, request, response)
        : show(parts.app, path, request, response)
    answered.catch((error: unknown) => {
      console.error(error)
      response.writeHead(500).end()
    })
  })
  await new Promise<void>(listening => server.listen(parts.port ?? 0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise(closed => {
        server.closeAllConnections()
        server.close(() => closed())
      }),
  }
}

async function show(app: SinglePageApp, path: string, request: IncomingMessage, response: ServerResponse) {
  const { searchParams } = new URL(request.url ?? '/', 'http://preview')
  if (path === '/sign-in' && searchParams.has('level')) {
    // Whoever is asked for a surer sign-in has one of the sample's at once.
    const location = searchParams.get('to') ?? app.base
    response.writeHead(303, { location, 'set-cookie': 'preview=; Path=/; Max-Age=0' }).end()
    return
  }
  if (!path.startsWith(app.base)) {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(`<h1>${path.replaceAll('<', '')}</h1>`)
    return
  }
  const name = path.slice(app.base.length)
  const type = types[extname(name)]
  const file = type !== undefined && !name.includes('..') ? name : 'index.html'
  const body = await readFile(new URL(file, app.folder))
  response
    .writeHead(200, {
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      'content-security-policy': contentSecurityPolicy(app),
      // Their names change with what is in them.
      ...(file.startsWith('assets/') ? { 'cache-control': 'public, max-age=31536000, immutable' } : {}),
    })
    .end(body)
}

async function operate(parts: PreviewParts, path: string, request: IncomingMessage, response: ServerResponse) {
  const answer = (status: number, body: unknown) => {
    const type = status < 400 ? 'application/json' : 'application/problem+json'
    response.writeHead(status, { 'content-type': type }).end(JSON.stringify(body))
  }
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece as Buffer)
  if (await parts.post?.(path, request, response)) return
  const handler = parts.platform.get(path)
  const input: unknown = JSON.parse(Buffer.concat(pieces).toString())
  if (!handler || !Value.Check(handler.definition.input, input)) {
    answer(422, { code: 'operations.input-invalid', title: 'The input does not have the declared shape' })
    return
  }
  const { definition } = handler
  if (definition.kind === 'command' && !(request.headers['idempotency-key'] && request.headers['x-tereze-form'])) {
    answer(403, { code: 'operations.request-forged', title: 'A command without its proof' })
    return
  }
  const trouble = /preview=([a-z-]+)/.exec(request.headers.cookie ?? '')?.[1]
  try {
    await disturb(trouble, definition)
    const output = changed(parts, trouble, definition.name, await handler.run(input as never))
    answer(200, trouble === undefined || !parts.change ? output : parts.change(trouble, definition.name, output))
  } catch (error) {
    if (!(error instanceof No)) throw error
    const { status, code, message: title, params, pointer } = error
    answer(status, { type: 'about:blank', status, code, title, params, pointer })
  }
}

async function disturb(trouble: string | undefined, { name: operation, kind }: Operation): Promise<void> {
  if (trouble === 'slow') await new Promise(later => setTimeout(later, 2_000))
  if (operation.startsWith('identity.') || operation.startsWith('catalogue.')) return
  if (trouble === 'no-right') throw new No('operations.permission-missing', 403, 'Your role does not allow it')
  if (trouble === 'broken') throw new No('operations.platform-failed', 503, 'The platform failed')
  if (trouble === 'signed-out') throw new No('identity.session-expired', 401, 'Sign in again')
  if (trouble === 'weak' && kind === 'command')
    throw new No('operations.assurance-needed', 401, 'A surer sign-in is needed', { level: 'substantial' })
}

function changed(parts: PreviewParts, trouble: string | undefined, operation: string, output: unknown): unknown {
  if (trouble === 'empty' && operation.includes('.list-')) return { items: [], next: null }
  if (operation !== 'identity.get-session') return output
  if (trouble === 'nobody') return { ...(output as object), kind: 'anonymous', organisation: null, roles: [] }
  if (trouble === 'person') return { ...(output as object), kind: 'person', organisation: null, roles: [] }
  if (trouble !== undefined && parts.roles.includes(trouble)) return { ...(output as object), roles: [trouble] }
  return output
}
