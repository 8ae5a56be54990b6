import type { IncomingMessage, ServerResponse } from 'node:http'
import { type CommonTrouble, type Preview, servePreview } from '../../../tools/web/preview-server.ts'
import { workplace } from '../src/index.ts'
import { createSamplePlatform } from './platform.ts'

const roles = [
  'archivist',
  'auditor',
  'head',
  'integrator',
  'one-stop-shop-operator',
  'personnel',
  'process-operator',
  'security-officer',
] as const

/** What can be wrong or otherwise for whoever carries it in the cookie `preview`: troubles, another role, cases that changed. */
export type Trouble = CommonTrouble | (typeof roles)[number] | 'outdated' | 'security-of-operator'

/** Serves the built workplace under its real policy, with sample data in place of a platform. */
export function startPreview(options: { port?: number; now?: Date } = {}): Promise<Preview> {
  return servePreview({
    app: workplace,
    platform: createSamplePlatform(options.now ?? new Date()),
    roles,
    ...(options.port === undefined ? {} : { port: options.port }),
    post,
    change: (trouble, operation, output) => {
      if (trouble === 'security-of-operator' && operation === 'identity.get-session')
        return { ...(output as object), organisation: 'platform', unit: null, roles: ['security-officer'] }
      return trouble === 'outdated' && (operation === 'cases.get-case' || operation === 'cases.get-task')
        ? { ...(output as object), revision: 1 }
        : output
    },
  })
}

/** A file that is brought, whole or in parts, and one that comes in two pieces, the second when one has had time to look. */
async function post(path: string, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  if (path.startsWith('/v1/files/')) {
    const name = new URL(request.url ?? '', 'http://preview').searchParams.get('name') ?? ''
    const [status, type, body] = name.endsWith('.exe')
      ? [415, 'application/problem+json', { title: 'Such files are not taken', remedy: 'Send a PDF or a photo' }]
      : [201, 'application/json', { id: 'file_0198a000-0000-7000-8000-000000000001', name }]
    response.writeHead(status, { 'content-type': type }).end(JSON.stringify(body))
    return true
  }
  if (path.startsWith('/exchange/v1/files/')) {
    response.writeHead(request.headers['x-tereze-form'] ? 204 : 403).end()
    return true
  }
  if (!path.startsWith('/v1/register-files/')) return false
  response.writeHead(200, { 'content-type': 'text/csv' }).write('a'.repeat(2000))
  await new Promise(later => setTimeout(later, 1500))
  response.end('a'.repeat(2000))
  return true
}
