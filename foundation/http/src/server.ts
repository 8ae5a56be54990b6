import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import type { Module } from '@tereze/foundation-operations'
import fastify, { type FastifyInstance } from 'fastify'
import { contentSecurity } from './content-security-policy.ts'
import { ownCookies, prefixedCookie } from './cookie-prefixes.ts'
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
  const secure = options.origin.startsWith('https:')
  if (secure) keepCookiesApart(server)
  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: Object.fromEntries(Object.entries(contentSecurity).map(([name, values]) => [name, [...values]])),
    },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
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

/** Cookies of an origin under https travel under names that no other host and no unencrypted line can give them. */
function keepCookiesApart(server: FastifyInstance): void {
  server.addHook('onRequest', async (request, reply) => {
    const { headers } = request.raw
    if (headers.cookie !== undefined) headers.cookie = ownCookies(headers.cookie)
    // What speaks a protocol of its own writes to the line itself.
    const { raw } = reply
    const setHeader = raw.setHeader.bind(raw)
    raw.setHeader = (name, value) =>
      setHeader(
        name,
        name.toLowerCase() === 'set-cookie' ? [value].flat().map(each => prefixedCookie(`${each}`)) : value,
      )
  })
  server.addHook('onSend', async (_request, reply) => {
    const set = reply.getHeader('set-cookie')
    if (set === undefined) return
    reply.removeHeader('set-cookie')
    reply.header(
      'set-cookie',
      [set].flat().map(each => prefixedCookie(`${each}`)),
    )
  })
}

const noActor = { kind: 'anonymous', id: 'anonymous', language: 'en', clients: [] } as const
