import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import type { Module } from '@tereze/foundation-operations'
import fastify, { type FastifyInstance } from 'fastify'
import { contentSecurity } from './content-security-policy.ts'
import { isReadable, longestPart, nowhere } from './readable-url.ts'
import { type DrawRefusal, mountFallbacks, mountModule, type RoutesOptions } from './routes.ts'

/** What a server is made of. */
export interface HttpServerOptions extends RoutesOptions {
  readonly modules: readonly Module[]
  readonly version: string
  /** Draws refusals for browsers; null answers leave them to problem+json. */
  readonly drawRefusal?: DrawRefusal
  /** Requests a minute from one address. */
  readonly ratePerMinute: number
}

const idPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Creates the HTTP server of all modules' operations. Every route belongs to an operation; the rest is 404. */
export async function createHttpServer(options: HttpServerOptions): Promise<FastifyInstance> {
  const server = fastify({
    logger: false,
    bodyLimit: 1_048_576,
    // A proxy of ours stands on a private address; what a client itself says of its address is worth nothing.
    trustProxy: ['loopback', 'linklocal', 'uniquelocal'],
    requestIdHeader: false,
    genReqId: request => {
      const given = request.headers['x-request-id']
      return typeof given === 'string' && idPattern.test(given)
        ? given
        : options.runner.surroundings(noActor, '', null).ids.newUuid()
    },
    routerOptions: { maxParamLength: longestPart },
    // What cannot be read leads nowhere, by the way of everything else: answered in words, with the usual headers.
    rewriteUrl: ({ url = '' }) => (isReadable(url) ? url : nowhere),
    forceCloseConnections: true,
  })
  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: Object.fromEntries(Object.entries(contentSecurity).map(([name, values]) => [name, [...values]])),
    },
    strictTransportSecurity: options.origin.startsWith('https:') ? { maxAge: 31_536_000 } : false,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
  })
  await server.register(cookie)
  await server.register(compress, { encodings: ['br', 'gzip'], threshold: 1024 })
  await server.register(rateLimit, { max: options.ratePerMinute, timeWindow: 60_000 })
  server.removeAllContentTypeParsers()
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  server.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
  })
  const requests = options.telemetry.metrics.histogram('tereze_http_seconds', 'Duration of requests', [
    'route',
    'status',
  ])
  server.addHook('onResponse', async (request, reply) => {
    requests.observe(
      { route: request.routeOptions.url ?? 'none', status: String(reply.statusCode) },
      reply.elapsedTime / 1000,
    )
  })
  const draw: DrawRefusal = options.drawRefusal ?? (async () => null)
  for (const module of options.modules) mountModule(server, module, options, draw)
  mountFallbacks(server, options, draw)
  return server
}

const noActor = { kind: 'anonymous', id: 'anonymous', language: 'en', clients: [] } as const
