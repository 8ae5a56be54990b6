import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname } from 'node:path'
import type { Operation } from '@tereze/operation'
import { Value } from 'typebox/value'
import { workplace } from '../src/index.ts'
import { No, type SampleHandler } from './no.ts'
import { createSamplePlatform } from './platform.ts'

/** What can be wrong or otherwise for whoever carries it in the cookie `preview`. */
export type Trouble =
  | 'empty'
  | 'slow'
  | 'no-right'
  | 'broken'
  | 'nobody'
  | 'person'
  | 'signed-out'
  | 'archivist'
  | 'weak'
  | 'auditor'
  | 'head'
  | 'integrator'
  | 'personnel'
  | 'process-operator'
  | 'security-officer'
  | 'outdated'

/** A running preview. */
export interface Preview {
  readonly origin: string
  close(): Promise<void>
}

/** Troubles that are another role of whoever is signed in. */
const roles: ReadonlySet<Trouble> = new Set([
  'archivist',
  'auditor',
  'head',
  'integrator',
  'personnel',
  'process-operator',
  'security-officer',
])

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** Serves the built workplace under its real policy, with sample data in place of a platform. */
export async function startPreview(options: { port?: number; now?: Date } = {}): Promise<Preview> {
  const platform = createSamplePlatform(options.now ?? new Date())
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://preview').pathname
    const answered =
      request.method === 'POST' ? operate(platform, path, request, response) : show(path, request, response)
    answered.catch((error: unknown) => {
      console.error(error)
      response.writeHead(500).end()
    })
  })
  await new Promise<void>(listening => server.listen(options.port ?? 0, '127.0.0.1', listening))
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

async function show(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { searchParams } = new URL(request.url ?? '/', 'http://preview')
  if (path === '/sign-in' && searchParams.has('level')) {
    // Whoever is asked for a surer sign-in has one of the sample's at once.
    const location = searchParams.get('to') ?? workplace.base
    response.writeHead(303, { location, 'set-cookie': 'preview=; Path=/; Max-Age=0' }).end()
    return
  }
  if (!path.startsWith(workplace.base)) {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(`<h1>${path.replaceAll('<', '')}</h1>`)
    return
  }
  const name = path.slice(workplace.base.length)
  const type = types[extname(name)]
  const file = type !== undefined && !name.includes('..') ? name : 'index.html'
  const body = await readFile(new URL(file, workplace.folder))
  response
    .writeHead(200, {
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      'content-security-policy': workplace.contentSecurityPolicy,
      // Their names change with what is in them.
      ...(file.startsWith('assets/') ? { 'cache-control': 'public, max-age=31536000, immutable' } : {}),
    })
    .end(body)
}

/** A file that comes in two pieces, the second when one has had time to look. */
async function tellFile(response: ServerResponse): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/csv' }).write('a'.repeat(2000))
  await new Promise(later => setTimeout(later, 1500))
  response.end('a'.repeat(2000))
}

async function operate(
  platform: ReadonlyMap<string, SampleHandler>,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const answer = (status: number, body: unknown) => {
    const type = status < 400 ? 'application/json' : 'application/problem+json'
    response.writeHead(status, { 'content-type': type }).end(JSON.stringify(body))
  }
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  if (path.startsWith('/v1/files/')) {
    const name = new URL(request.url ?? '', 'http://preview').searchParams.get('name') ?? ''
    const refused = { title: 'Such files are not taken', remedy: 'Send a PDF or a photo' }
    if (name.endsWith('.exe')) answer(415, refused)
    else answer(201, { id: 'file_0198a000-0000-7000-8000-000000000001', name })
    return
  }
  if (path.startsWith('/v1/register-files/')) return tellFile(response)
  const handler = platform.get(path)
  const input: unknown = JSON.parse(Buffer.concat(parts).toString())
  if (!handler || !Value.Check(handler.definition.input, input)) {
    answer(422, { code: 'operations.input-invalid', title: 'The input does not have the declared shape' })
    return
  }
  const { definition } = handler
  if (definition.kind === 'command' && !(request.headers['idempotency-key'] && request.headers['x-tereze-form'])) {
    answer(403, { code: 'operations.request-forged', title: 'A command without its proof' })
    return
  }
  const trouble = /preview=([a-z-]+)/.exec(request.headers.cookie ?? '')?.[1] as Trouble | undefined
  try {
    await disturb(trouble, definition)
    const output = handler.run(input as never)
    answer(200, changed(trouble, definition.name, output))
  } catch (error) {
    if (!(error instanceof No)) throw error
    const { status, code, message: title, params, pointer } = error
    answer(status, { type: 'about:blank', status, code, title, params, pointer })
  }
}

async function disturb(trouble: Trouble | undefined, { name: operation, kind }: Operation): Promise<void> {
  if (trouble === 'slow') await new Promise(later => setTimeout(later, 2_000))
  if (operation.startsWith('identity.') || operation.startsWith('catalogue.')) return
  if (trouble === 'no-right') throw new No('operations.permission-missing', 403, 'Your role does not allow it')
  if (trouble === 'broken') throw new No('operations.platform-failed', 503, 'The platform failed')
  if (trouble === 'signed-out') throw new No('identity.session-expired', 401, 'Sign in again')
  if (trouble === 'weak' && kind === 'command')
    throw new No('operations.assurance-needed', 401, 'A surer sign-in is needed', { level: 'substantial' })
}

function changed(trouble: Trouble | undefined, operation: string, output: unknown): unknown {
  if (trouble === 'empty' && operation.includes('.list-')) return { items: [], next: null }
  if (trouble === 'outdated' && (operation === 'cases.get-case' || operation === 'cases.get-task'))
    return { ...(output as object), revision: 1 }
  if (operation !== 'identity.get-session') return output
  if (trouble === 'nobody') return { ...(output as object), kind: 'anonymous', organisation: null, roles: [] }
  if (trouble === 'person') return { ...(output as object), kind: 'person', organisation: null, roles: [] }
  if (trouble !== undefined && roles.has(trouble)) return { ...(output as object), roles: [trouble] }
  return output
}
