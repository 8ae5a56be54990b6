import { readFile } from 'node:fs/promises'
import { keepFile } from '@tereze/cases'
import { contentSecurityTowards, languageCookie, readForm, type SentForm, toProblem } from '@tereze/foundation-http'
import { type ProtocolContext, type ProtocolHandler, respond } from '@tereze/foundation-operations'
import { getSession } from '@tereze/identity/contract'
import type { Messages } from '@tereze/messages'
import {
  type InputOf,
  isRefused,
  type Language,
  languages,
  type Operation,
  type ProtocolReply,
  type ProtocolRequest,
  protocol,
  type Refused,
} from '@tereze/operation'
import {
  type AnyPage,
  type Client,
  createPortal,
  type Portal,
  type PortalAssets,
  type PortalReply,
  type PortalRequest,
  type Problem,
  refusalProblem,
  type Visitor,
} from '@tereze/portal'
import { checkSignedFile, takePower, takeSignature } from '@tereze/signatures'
import { sealedPlaces } from './sealed-place.ts'

/** What the portal's pages are served with. */
export interface PortalParts {
  readonly origin: string
  readonly zone: string
  readonly demo: boolean
  readonly messages: () => Messages
  /** Folder of the built portal. */
  readonly dist: URL
}

/** The portal, bound to the server. */
export interface BoundPortal {
  readonly pages: readonly ProtocolHandler[]
  /** Draws a refusal as a page of the portal. */
  drawRefusal(
    refused: Refused,
    context: ProtocolContext,
    request: Pick<ProtocolRequest, 'url'> & { readonly form: URLSearchParams | null },
  ): Promise<ProtocolReply>
}

/** A refusal in the words of the platform. */
function problemOf(refused: Refused, context: ProtocolContext, messages: Messages): Problem {
  const told = toProblem(refused, messages, context.actor.language, context.correlation)
  return refusalProblem({ ...told, detail: null } as never)
}

/** A client of operations inside the server: the page's own visitor calls, in the page's request. */
function clientOf(context: ProtocolContext, messages: Messages): Client {
  return {
    async call<O extends Operation>(definition: O, input: InputOf<O>, options?: { readonly idempotencyKey?: string }) {
      const key = options?.idempotencyKey
      const value = await context.call(definition, input, key === undefined ? {} : { idempotencyKey: key })
      return (isRefused(value) ? problemOf(value, context, messages) : value) as never
    },
  }
}

async function visitorOf(context: ProtocolContext): Promise<Visitor> {
  const session = await context.call(getSession, {})
  if (isRefused(session)) return { person: null, name: '', formToken: '' }
  const isPerson = session.kind === 'person'
  const { onBehalfOf = null } = session
  const acting =
    onBehalfOf === null
      ? undefined
      : { ...onBehalfOf, kind: onBehalfOf.id.startsWith('person_') ? ('person' as const) : ('organisation' as const) }
  return {
    person: !isPerson || acting?.kind === 'organisation' ? null : (acting?.id ?? session.id),
    ...(isPerson ? { self: session.id } : {}),
    ...(acting === undefined ? {} : { acting }),
    name: session.name,
    formToken: session.formToken,
  }
}

const pageHeaders = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }

function toReply(reply: PortalReply, programs: readonly string[] = []): ProtocolReply {
  return 'location' in reply
    ? { status: 303, headers: { location: reply.location, 'cache-control': 'no-store' }, body: '' }
    : {
        status: reply.status,
        headers:
          programs.length === 0
            ? pageHeaders
            : { ...pageHeaders, 'content-security-policy': contentSecurityTowards([], programs) },
        body: reply.html,
      }
}

/** A choice of language in the address is kept in a cookie, and the address is cleaned of it. */
function choosesLanguage(url: URL, secure: boolean): ProtocolReply | null {
  const chosen = languages.find(language => language === url.searchParams.get('language'))
  if (chosen === undefined) return null
  const clean = new URL(url)
  clean.searchParams.delete('language')
  return {
    status: 303,
    headers: { location: `${clean.pathname}${clean.search}`, 'cache-control': 'no-store' },
    cookies: [`${languageCookie}=${chosen}; Path=/; Max-Age=31536000; SameSite=Lax${secure ? '; Secure' : ''}`],
    body: '',
  }
}

/** Largest form without files, bytes. */
const formLimit = 262_144

/** The form of a page; files are read only where the page takes some. */
async function sentForm(page: AnyPage, { headers, body }: ProtocolRequest): Promise<SentForm | null> {
  const type = page.files === null ? 'application/x-www-form-urlencoded' : (headers['content-type'] ?? '')
  return readForm(type, body)
}

function nameOf(page: AnyPage, method: 'GET' | 'POST'): string {
  const words = page.path
    .split('/')
    .map(part => part.replace(/[^a-zA-Z]/g, '').toLowerCase())
    .filter(part => part !== '')
  return `portal.${method === 'GET' ? 'show' : 'send'}-${words.length === 0 ? 'home' : words.join('-')}`
}

/** Binds the built portal's pages to protocols: one operation a page and method, so that no route escapes the laws. */
export async function bindPortal(parts: PortalParts): Promise<BoundPortal> {
  const assets = JSON.parse(await readFile(new URL('assets.json', parts.dist), 'utf8')) as PortalAssets
  const portal: Portal = createPortal({
    assets,
    origin: parts.origin,
    zone: parts.zone,
    demo: parts.demo,
    signIn: '/sign-in',
    signOut: '/sign-out',
    places: sealedPlaces,
  })
  const secure = parts.origin.startsWith('https:')

  const asProblem = (refused: Refused, context: ProtocolContext) =>
    refusalProblem({
      ...toProblem(refused, parts.messages(), context.actor.language, context.correlation),
      detail: null,
    } as never)

  async function common(context: ProtocolContext, url: URL): Promise<Omit<PortalRequest, 'page' | 'params' | 'form'>> {
    return {
      address: `${url.pathname}${url.search}`,
      client: clientOf(context, parts.messages()),
      language: context.actor.language as Language,
      visitor: await visitorOf(context),
      expired: false,
      now: context.now.toISOString(),
      once: context.ids.newUuid(),
      checkFile: (file, content) => checkSignedFile(context, { file, content }),
      takeSignature: async (statement, file) => {
        const taken = await takeSignature(context, { statement, file })
        return isRefused(taken) ? problemOf(taken, context, parts.messages()) : taken
      },
      takePower: async power => {
        const taken = await takePower(context, power)
        return isRefused(taken) ? problemOf(taken, context, parts.messages()) : taken
      },
      async keepFile(organisation, { name, bytes }) {
        const kept = await keepFile(context, { organisation, name, bytes })
        return isRefused(kept) ? asProblem(kept, context) : kept
      },
    }
  }

  const handler = (page: AnyPage, method: 'GET' | 'POST'): ProtocolHandler =>
    respond(
      protocol({
        name: nameOf(page, method),
        does: method === 'GET' ? `Shows the page ${page.path}.` : `Takes the form of the page ${page.path}.`,
        method,
        path: page.path,
        permission: 'platform.page.view',
        limit: method === 'GET' ? formLimit : (page.files ?? formLimit),
      }),
      async (request, context) => {
        const switched = method === 'GET' ? choosesLanguage(request.url, secure) : null
        if (switched !== null) return switched
        // What another site sends is neither acted on nor kept.
        const sent =
          method === 'POST' && request.headers['sec-fetch-site'] !== 'cross-site' ? await sentForm(page, request) : null
        const { fields: form = null, files = new Map() } = sent ?? {}
        return toReply(
          await portal.answer({ ...(await common(context, request.url)), page, params: request.params, form, files }),
          page.programs,
        )
      },
    )

  return {
    pages: portal.pages.flatMap(page => [handler(page, 'GET'), ...(page.acts ? [handler(page, 'POST')] : [])]),
    async drawRefusal(refused, context, { url, form }) {
      const stood = refused.code === 'operations.request-forged' && form !== null ? portal.find(url.pathname) : null
      if (stood?.page.acts === true) {
        // Drawn for an earlier session of the same browser: shown again with what was written, and not acted on.
        return toReply(await portal.answer({ ...(await common(context, url)), ...stood, form, stale: true }))
      }
      const problem = asProblem(refused, context)
      const expired = refused.code === 'identity.session-expired'
      return toReply(await portal.problem(problem, { ...(await common(context, url)), expired, form }))
    },
  }
}
