import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import {
  type Authenticator,
  applicationUnfit,
  assuranceNeeded,
  bodyTooLarge,
  bodyUnreadable,
  type Credentials,
  contentTypeUnsupported,
  type Handler,
  inputInvalid,
  operationNotFound,
  type ProtocolContext,
  type ProtocolHandler,
  permissionMissing,
  platformFailed,
  type RawProtocolHandler,
  type Runner,
  rateExceeded,
  refuseScope,
  requestForged,
  scopeMissing,
  signInNeeded,
} from '@tereze/foundation-operations'
import type { Telemetry } from '@tereze/foundation-telemetry'
import type { Messages } from '@tereze/messages'
import { type Actor, anonymous, isRefused, type ProtocolReply, type Refused, refuse } from '@tereze/operation'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { toProblem } from './problem.ts'
import { queryInput } from './query-input.ts'
import { findField, isMultipart } from './read-form.ts'
import { nullCharacterIn } from './readable-url.ts'
import { credentialsOf } from './request.ts'

/** What routes are made with. */
export interface RoutesOptions {
  readonly runner: Runner
  readonly authenticator: Authenticator
  /** Whether a command that came with a cookie carries the proof that our own page sent it. */
  readonly formGuard: (credentials: Credentials, token: string) => Promise<boolean>
  readonly messages: Messages
  readonly telemetry: Telemetry
  readonly origin: string
  /** May an actor use a protocol operation? The access policy, asked like for any operation. */
  readonly allows: (actor: Actor, permission: string, operation: string) => Promise<boolean>
}

const sessionCookie = 'tereze_session'
/** Header in which a browser proves that our own page sent a command. */
export const formTokenHeader = 'x-tereze-form'
/** Header that names the signature of what is wanted. */
const signatureHeader = 'x-tereze-signature'

/** How to become known, known surely enough, or let do more (RFC 6750 §3, RFC 9449 §7.1, RFC 9470 §3); null where nothing of it helps. */
function challengeOf({ code, is, params }: Refused): string | null {
  if (code === scopeMissing.code) return `Bearer error="insufficient_scope", scope="${params.scope}"`
  if (code === applicationUnfit.code) return 'Bearer error="insufficient_scope"'
  // RFC 9110 §15.5.2: who is not known is told how to become known.
  if (is !== 'unauthenticated') return null
  const surer =
    code === assuranceNeeded.code ? ` error="insufficient_user_authentication", acr_values="${params.level}"` : ''
  return `Bearer${surer}, DPoP algs="ES256 EdDSA"`
}

/** Sends a refusal as problem+json. */
export function sendProblem(
  reply: FastifyReply,
  request: FastifyRequest,
  messages: Messages,
  refused: Refused,
): FastifyReply {
  const { language } = credentialsOf(request)
  const problem = toProblem(refused, messages, language, request.id)
  const challenge = challengeOf(refused)
  if (challenge !== null) reply.header('www-authenticate', challenge)
  return reply
    .code(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('content-language', language)
    .send(JSON.stringify(problem))
}

interface Known {
  readonly actor: Actor
  readonly credentials: Credentials
}

async function identify(request: FastifyRequest, options: RoutesOptions): Promise<Known | Refused> {
  const credentials = credentialsOf(request)
  const actor = await options.authenticator.authenticate(credentials)
  return isRefused(actor) ? actor : { actor, credentials }
}

function isFromElsewhere(headers: Credentials['headers'], origin: string): boolean {
  if (headers['sec-fetch-site'] === 'cross-site') return true
  return headers.origin !== undefined && headers.origin !== 'null' && headers.origin !== origin
}

/** A command of a browser must come from our own origin and carry the session's form token. */
async function isForged(known: Known, options: RoutesOptions, token: string): Promise<boolean> {
  const { headers, cookies } = known.credentials
  if (cookies[sessionCookie] === undefined || headers.authorization !== undefined) return false
  if (isFromElsewhere(headers, options.origin)) return true
  if (known.actor.kind === 'anonymous') return false
  return !(await options.formGuard(known.credentials, token))
}

function mountQuery(server: FastifyInstance, handler: Handler, options: RoutesOptions): void {
  const { definition } = handler
  server.get(`/v1/${definition.module}/${definition.verb}`, async (request, reply) => {
    const known = await identify(request, options)
    if (isRefused(known)) return sendProblem(reply, request, options.messages, known)
    const input = queryInput(definition.input, new URL(request.url, options.origin).searchParams)
    const value = await options.runner.run({
      operation: definition.name,
      input,
      actor: known.actor,
      correlation: request.id,
    })
    if (isRefused(value)) return sendProblem(reply, request, options.messages, value)
    const text = JSON.stringify(value)
    const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
    reply
      .header('etag', tag)
      // What somebody sees in a browser stays in no cache of that browser.
      .header('cache-control', sessionCookie in known.credentials.cookies ? 'no-store' : 'private, no-cache')
      .header('vary', 'cookie, authorization, accept-language')
    if (request.headers['if-none-match'] === tag) return reply.code(304).send()
    return reply.header('content-type', 'application/json; charset=utf-8').send(text)
  })
}

function mountOperation(server: FastifyInstance, handler: Handler, options: RoutesOptions): void {
  const { definition } = handler
  if (definition.kind === 'query') mountQuery(server, handler, options)
  const limit = definition.limit === undefined ? {} : { bodyLimit: definition.limit }
  server.post(`/v1/${definition.module}/${definition.verb}`, limit, async (request, reply) => {
    const known = await identify(request, options)
    if (isRefused(known)) return sendProblem(reply, request, options.messages, known)
    const refused = (code: Refused) => sendProblem(reply, request, options.messages, code)
    if (!Buffer.isBuffer(request.body)) return refused(refuse(bodyUnreadable))
    if (!/^application\/json\b/.test(known.credentials.headers['content-type'] ?? ''))
      return refused(refuse(contentTypeUnsupported))
    if (
      definition.kind === 'command' &&
      (await isForged(known, options, known.credentials.headers[formTokenHeader] ?? ''))
    ) {
      return refused(refuse(requestForged))
    }
    let input: unknown
    try {
      input = JSON.parse(request.body.toString('utf8'))
    } catch {
      return refused(refuse(bodyUnreadable))
    }
    const key = known.credentials.headers['idempotency-key']
    const value = await options.runner.run({
      operation: definition.name,
      input,
      actor: known.actor,
      correlation: request.id,
      idempotencyKey: key === undefined ? undefined : key.slice(0, 200),
      signature: known.credentials.headers[signatureHeader]?.slice(0, 100),
    })
    if (isRefused(value)) return refused(value)
    return reply
      .code(definition.accepted ? 202 : 200)
      .header('cache-control', 'no-store')
      .send(value)
  })
}

/** Whether a path asked for is a page: a browser that navigates. */
function wantsPage(request: FastifyRequest): boolean {
  return (request.headers.accept ?? '').includes('text/html')
}

function formToken(request: FastifyRequest, body: Buffer): string {
  const header = request.headers[formTokenHeader]
  if (typeof header === 'string') return header
  if (/^application\/x-www-form-urlencoded\b/.test(request.headers['content-type'] ?? '')) {
    return new URLSearchParams(body.toString('utf8')).get('_form') ?? ''
  }
  if (isMultipart(request.headers['content-type'] ?? '')) return findField(body, '_form') ?? ''
  return ''
}

/** Draws a refusal as a page; null leaves it to problem+json. `form` is what a page of our own origin sent, if it was a form. */
export type DrawRefusal = (
  refused: Refused,
  context: ProtocolContext,
  request: { url: URL; form: URLSearchParams | null },
) => Promise<ProtocolReply | null>

/** The form that a page of our own sent: what comes from another origin is not shown to anyone. */
function ownForm(request: FastifyRequest, credentials: Credentials, origin: string): URLSearchParams | null {
  const { headers } = credentials
  if (!/^application\/x-www-form-urlencoded\b/.test(headers['content-type'] ?? '')) return null
  if (!Buffer.isBuffer(request.body) || isFromElsewhere(headers, origin)) return null
  return new URLSearchParams(request.body.toString('utf8'))
}

function protocolContext(known: Known, request: FastifyRequest, options: RoutesOptions): ProtocolContext {
  return {
    ...options.runner.surroundings(known.actor, request.id, null),
    origin: options.origin,
    call: async (definition, input, call) =>
      options.runner.run({
        operation: definition.name,
        input,
        actor: call?.actor ?? known.actor,
        correlation: request.id,
        idempotencyKey: call?.idempotencyKey,
      }) as never,
  }
}

function sendReply(reply: FastifyReply, answer: ProtocolReply): FastifyReply {
  reply.code(answer.status)
  for (const [name, value] of Object.entries(answer.headers)) reply.header(name, value)
  if (answer.cookies !== undefined && answer.cookies.length > 0) reply.header('set-cookie', [...answer.cookies])
  const { body } = answer
  if (typeof body === 'string') return reply.send(body)
  return reply.send(body instanceof Uint8Array ? Buffer.from(body) : Readable.from(body, { objectMode: false }))
}

/** Methods that change nothing, and so need no proof of where they come from. */
const harmless: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

function mountProtocol(
  server: FastifyInstance,
  handler: ProtocolHandler | RawProtocolHandler,
  options: RoutesOptions,
  draw: DrawRefusal,
): void {
  const { definition } = handler
  const method =
    definition.method === 'ALL' ? (['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS'] as const) : definition.method
  server.route({
    method: method as 'GET',
    url: definition.path,
    bodyLimit: definition.limit,
    handler: async (request, reply) => {
      if ('raw' in handler) {
        reply.hijack()
        for (const [name, value] of Object.entries(reply.getHeaders())) {
          if (value !== undefined) reply.raw.setHeader(name, value)
        }
        const raw = request.raw as IncomingMessage & { body?: unknown }
        if (Buffer.isBuffer(request.body)) raw.body = request.body
        const nobody = anonymous(credentialsOf(request).language)
        await handler.raw(raw, reply.raw, options.runner.surroundings(nobody, request.id, null))
        return reply
      }
      const identified = await identify(request, options)
      const known: Known = isRefused(identified)
        ? { actor: anonymous(credentialsOf(request).language), credentials: credentialsOf(request) }
        : identified
      const refused = async (value: Refused) => {
        const drawn = wantsPage(request)
          ? await draw(value, protocolContext(known, request, options), {
              url: new URL(request.url, options.origin),
              form: ownForm(request, known.credentials, options.origin),
            })
          : null
        return drawn ? sendReply(reply, drawn) : sendProblem(reply, request, options.messages, value)
      }
      // A session that has ended does not keep anyone from what needs none, such as the sign-in itself.
      if (!(await options.allows(known.actor, definition.permission, definition.name))) {
        if (isRefused(identified)) return refused(identified)
        return refused(
          known.actor.kind === 'anonymous'
            ? refuse(signInNeeded)
            : refuse(permissionMissing, { params: { permission: definition.permission, reason: '' } }),
        )
      }
      const unlet = refuseScope(definition, known.actor)
      if (unlet !== null) return refused(unlet)
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
      if (!harmless.has(request.method) && (await isForged(known, options, formToken(request, body))))
        return refused(refuse(requestForged))
      const answer = await handler.respond(
        {
          method: request.method,
          url: new URL(request.url, options.origin),
          params: request.params as Record<string, string>,
          headers: known.credentials.headers,
          cookies: known.credentials.cookies,
          body,
          address: request.ip,
        },
        protocolContext(known, request, options),
      )
      return isRefused(answer) ? refused(answer) : sendReply(reply, answer)
    },
  })
}

/** Mounts every operation and protocol of a module. */
export function mountModule(
  server: FastifyInstance,
  module: { operations: readonly Handler[]; protocols: readonly (ProtocolHandler | RawProtocolHandler)[] },
  options: RoutesOptions,
  draw: DrawRefusal,
): void {
  for (const handler of module.operations) mountOperation(server, handler, options)
  for (const handler of module.protocols) mountProtocol(server, handler, options, draw)
}

/** What is answered where no operation is, and when something breaks. Nothing of the cause is told; the log has it under the request id. */
export function mountFallbacks(server: FastifyInstance, options: RoutesOptions, draw: DrawRefusal): void {
  const answer = async (request: FastifyRequest, reply: FastifyReply, refused: Refused) => {
    const identified = await identify(request, options).catch(() => refuse(platformFailed))
    const credentials = credentialsOf(request)
    const known = isRefused(identified) ? { actor: anonymous(credentials.language), credentials } : identified
    const drawn = wantsPage(request)
      ? await draw(refused, protocolContext(known, request, options), {
          url: new URL(request.url, options.origin),
          form: null,
        })
      : null
    return drawn ? sendReply(reply, drawn) : sendProblem(reply, request, options.messages, refused)
  }
  server.addHook('preHandler', async (request, reply) => {
    const isForm = /^application\/x-www-form-urlencoded\b/.test(request.headers['content-type'] ?? '')
    const form = isForm && Buffer.isBuffer(request.body) ? request.body.toString('utf8') : ''
    const pointer = nullCharacterIn(request.url, form)
    if (pointer === null) return
    const also = [{ pointer, code: 'field.null-character', params: {} }]
    return answer(request, reply, refuse(inputInvalid, { pointer, also }))
  })
  server.setNotFoundHandler((request, reply) =>
    answer(request, reply, refuse(operationNotFound, { params: { operation: plainPath(request.url) } })),
  )
  server.setErrorHandler((error: Error & { statusCode?: number; code?: string }, request, reply) => {
    if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return answer(request, reply, refuse(bodyTooLarge))
    if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return answer(request, reply, refuse(contentTypeUnsupported))
    if (error.statusCode === 429) return answer(request, reply, refuse(rateExceeded))
    if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500)
      return answer(request, reply, refuse(bodyUnreadable))
    options.telemetry.log.error(
      { request: request.id, error: error.name, stack: withoutValues(error) },
      'request failed',
    )
    return answer(request, reply, refuse(platformFailed, { params: { request: request.id } }))
  })
}

/** The path of an address as far as it is made of plain words; whatever else somebody wrote into it is not repeated. */
function plainPath(url: string): string {
  const path = url.split('?')[0]?.slice(0, 200) ?? ''
  return path
    .split('/')
    .map(part => (/^[\w.@~-]*$/.test(part) ? part : '…'))
    .join('/')
}

/** Where an error happened, without its message, which may quote somebody's data. */
function withoutValues(error: Error): string {
  return (error.stack ?? '')
    .split('\n')
    .filter(line => line.trimStart().startsWith('at '))
    .slice(0, 12)
    .join('\n')
}
