import { listOwnMessages } from '@tereze/notifications/contract'
import { type Client, isProblem, type Problem, refusalProblem } from '@tereze/ui-client'
import { Callout, type Language } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { addresses } from './addresses.ts'
import { Frame, type PortalAssets } from './frame.tsx'
import type { AnyPage, CheckFile, KeepFile, PageContext, SentFile, TakePower, TakeSignature, Visitor } from './page.ts'
import { pages } from './pages.ts'
import { partyOf } from './party.ts'
import type { PlaceSeal } from './place-seal.ts'
import { ProblemPage, problemStatus, problemTitle } from './problem-page.tsx'
import { createUi, type Ui } from './ui.ts'

/** How a portal is set up. */
export interface PortalOptions {
  readonly assets: PortalAssets
  /** Public origin, `https://example.org`: what QR codes lead to. */
  readonly origin: string
  /** IANA zone in which dates are written. */
  readonly zone: string
  /** True at an installation with invented people. */
  readonly demo: boolean
  /** Where signing in begins (`?to=` says where it comes back to) and where the sign-out form is sent. */
  readonly signIn: string
  readonly signOut: string
  /** How places in forms travel in addresses. */
  readonly places: PlaceSeal
}

/** A request for a page, as the server sees it. */
export interface PortalRequest {
  readonly page: AnyPage
  /** Path and query, `/cases?after=…`. */
  readonly address: string
  readonly params: Readonly<Record<string, string>>
  /** The posted form; null when the page is only looked at. */
  readonly form: URLSearchParams | null
  /** Files of the form. */
  readonly files?: ReadonlyMap<string, readonly SentFile[]>
  readonly checkFile: CheckFile
  readonly takeSignature: TakeSignature
  readonly takePower: TakePower
  readonly keepFile: KeepFile
  /** True when the form is of a page that an earlier session drew: it is shown again and not acted on. */
  readonly stale?: boolean
  readonly client: Client
  readonly language: Language
  readonly visitor: Visitor
  /** True when a session was named but has ended. */
  readonly expired: boolean
  readonly now: string
  /** A fresh random text: makes two sendings of one page one command. */
  readonly once: string
}

/** What the server answers: a page, or the way to another (303). */
export type PortalReply =
  | { readonly status: number; readonly html: string }
  | { readonly status: 303; readonly location: string }

/** The portal: its pages and how they are answered. */
export interface Portal {
  readonly pages: readonly AnyPage[]
  readonly answer: (request: PortalRequest) => Promise<PortalReply>
  /** The page of a problem that happened outside any page: no such address, a fault. */
  readonly problem: (problem: Problem, request: ProblemRequest) => Promise<PortalReply>
  /** The page at a path and the parts of the path; null when there is none. */
  readonly find: (path: string) => Pick<PortalRequest, 'page' | 'params'> | null
}

/** A request that ends in the page of a problem. A form that was sent with it is kept in that page. */
export type ProblemRequest = Omit<PortalRequest, 'page' | 'params' | 'form' | 'stale'> &
  Partial<Pick<PortalRequest, 'form'>>

/** Creates the portal. Holds no state: everything comes with the request. */
export function createPortal(options: PortalOptions): Portal {
  const uiOf = (request: ProblemRequest): Ui =>
    createUi({
      language: request.language,
      zone: options.zone,
      now: request.now,
      visitor: request.visitor,
      address: request.address,
      query: new URL(request.address, options.origin).searchParams,
      once: request.once,
      origin: options.origin,
      signInAddress: options.signIn,
    })

  const draw = async (
    status: number,
    title: string,
    content: ReactNode,
    ui: Ui,
    client: Client,
    script = false,
  ): Promise<PortalReply> => {
    const unread = await countUnread(client, ui.visitor)
    const { assets, demo, signOut } = options
    const frame = (
      <Frame ui={ui} title={title} options={{ assets, demo, signOut, unread, script }}>
        {content}
      </Frame>
    )
    return { status, html: `<!doctype html>${renderToStaticMarkup(frame)}` }
  }

  const problem: Portal['problem'] = (found, request) => {
    const ui = uiOf(request)
    const form = found.kind === 'signed-out' ? (request.form ?? null) : null
    const surer = found.kind === 'signed-out' && found.code === 'operations.assurance-needed'
    const said = found.kind === 'signed-out' && !surer && (request.expired || form !== null) ? expired : found
    const content = <ProblemPage problem={said} ui={ui} form={form} />
    return draw(problemStatus(said), problemTitle(said, ui), content, ui, request.client)
  }

  return {
    pages,
    problem,
    find(path) {
      for (const page of pages) {
        const params = paramsOf(page.path, path)
        if (params !== null) return { page, params }
      }
      return null
    },
    async answer(request) {
      const { person, self } = request.visitor
      if (request.page.signIn && person === null && self === undefined) return problem(signedOut, request)
      if (request.page.signIn && person === null && !request.page.forOrganisations)
        return { status: 303, location: addresses.acting }
      const context: PageContext = {
        client: request.client,
        language: request.language,
        visitor: request.visitor,
        params: request.params,
        query: new URL(request.address, options.origin).searchParams,
        now: request.now,
        zone: options.zone,
        places: options.places,
        files: request.files ?? new Map(),
        checkFile: request.checkFile,
        takeSignature: request.takeSignature,
        takePower: request.takePower,
        origin: options.origin,
        keepFile: request.keepFile,
      }
      const stale = request.stale === true && request.form !== null
      const run = await (stale && request.form !== null
        ? request.page.show(context, request.form)
        : request.page.run(context, request.form))
      if ('redirect' in run) return { status: 303, location: run.redirect }
      if ('problem' in run) return problem(run.missing === true ? noSuchPage : run.problem, request)
      const ui = uiOf(request)
      const { title, content, script } = run.draw(ui)
      const said = stale ? (
        <>
          <Callout tone="you" title={ui.t('form.stale')} live>
            <p>{ui.t('form.stale.text')}</p>
          </Callout>
          {content}
        </>
      ) : (
        content
      )
      return draw(run.refused ? 422 : 200, title, said, ui, request.client, script)
    },
  }
}

/** The parts of a path that a pattern names; null when the path is not of the pattern. */
function paramsOf(pattern: string, path: string): Readonly<Record<string, string>> | null {
  const [parts, steps] = [pattern.split('/'), path.split('/')]
  if (parts.length !== steps.length) return null
  const params: Record<string, string> = {}
  for (const [index, part] of parts.entries()) {
    const step = steps[index] ?? ''
    if (part.startsWith(':')) params[part.slice(1)] = decode(step)
    else if (part !== step) return null
  }
  return params
}

function decode(step: string): string {
  try {
    return decodeURIComponent(step)
  } catch {
    return step
  }
}

/** A frame is drawn even when messages do not answer: then none are counted. */
async function countUnread(client: Client, visitor: Visitor): Promise<number> {
  const person = partyOf(visitor)
  if (person === '') return 0
  const reply = await client.call(listOwnMessages, { person, limit: 20 })
  return isProblem(reply) ? 0 : reply.items.filter(message => message.readAt === null).length
}

const nobody = {
  type: 'about:blank',
  status: 401,
  title: '',
  detail: null,
  pointer: '',
  params: {},
  also: [],
  remedy: null,
  requestId: null,
}
const signedOut = refusalProblem({ ...nobody, code: 'operations.unauthenticated' })
/** An address with something in it that cannot be: to the person a page that is not there. */
const noSuchPage = refusalProblem({ ...nobody, status: 404, code: 'operations.page-not-found' })
const expired = refusalProblem({ ...nobody, code: 'identity.session-expired' })
