import { randomUUID } from 'node:crypto'
import { getOwnCase, listOwnCases } from '@tereze/cases/contract'
import { listOwnDocuments } from '@tereze/documents/contract'
import { type Language, languages, type OutputOf } from '@tereze/operation'
import { confirmOffers, getOwnSituation, listOwnSituations } from '@tereze/situations/contract'
import { type Client, isProblem } from '@tereze/ui-client'
import type { Begun, Customer, Line } from './line.ts'
import { createPages } from './pages.ts'

/** The bank's app: takes a request, gives a page. */
export type BankApp = (request: Request) => Promise<Response>

const cookieName = 'bank'

const languageOf = ({ headers }: Request): Language =>
  languages.find(language => language === (headers.get('accept-language') ?? '').slice(0, 2)) ?? 'en'

const cookieOf = ({ headers }: Request) =>
  new RegExp(`(?:^|; *)${cookieName}=([0-9a-f-]+)`).exec(headers.get('cookie') ?? '')?.[1] ?? null

const page = (body: string, status = 200) =>
  new Response(body, { status, headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' } })

const goTo = (location: string, cookie?: string) =>
  new Response(null, {
    status: 303,
    headers: { location, ...(cookie && { 'set-cookie': `${cookieName}=${cookie}; HttpOnly; SameSite=Lax; Path=/` }) },
  })

/** Situations with what is offered now, or why they cannot be shown. */
async function situationsOf(client: Client, person: string) {
  const listed = await client.call(listOwnSituations, { person })
  if (isProblem(listed)) return listed
  const situations: OutputOf<typeof getOwnSituation>[] = []
  for (const { situation } of listed.items) {
    const found = await client.call(getOwnSituation, { situation })
    if (isProblem(found)) return found
    situations.push(found)
  }
  return situations
}

/**
 * Creates the app over its line to the platform. Who is signed in stands in memory: a restart signs everybody out. `onFailure` is told why a
 * sign-in did not come to an end.
 */
export function createBankApp(line: Line, origin: string, onFailure: (error: unknown) => void): BankApp {
  const begun = new Map<string, Begun>()
  const customers = new Map<string, Customer>()

  async function come(request: Request, name: string | null): Promise<Response> {
    const started = name === null ? undefined : begun.get(name)
    if (name === null || started === undefined) return page(createPages(languageOf(request)).failure(), 400)
    begun.delete(name)
    try {
      // A new name: whoever knew the one from before signing in learns nothing by it.
      const known = randomUUID()
      customers.set(known, await line.finish(new URL(request.url), started))
      return goTo('/', known)
    } catch (error) {
      onFailure(error)
      return page(createPages(languageOf(request)).failure(), 400)
    }
  }

  async function show(request: Request, customer: Customer): Promise<Response> {
    const language = languageOf(request)
    const pages = createPages(language)
    const client = line.clientOf(customer, language)
    const { person } = customer
    const [, first = '', organisation = '', id = ''] = new URL(request.url).pathname.split('/')
    if (request.method === 'POST' && first === 'apply') {
      const form = await request.formData()
      const account = form.get('account')
      const done = await client.call(confirmOffers, {
        situation: String(form.get('situation')),
        services: form.getAll('service').map(String),
        ...(typeof account === 'string' && { account }),
      })
      return isProblem(done) ? page(pages.problem(done), 409) : goTo('/')
    }
    if (first === 'applications') {
      const found = await client.call(getOwnCase, { organisation, case: id })
      if (isProblem(found)) return page(pages.problem(found), 404)
      const documents = await client.call(listOwnDocuments, { person, organisation, case: id })
      return page(pages.application(found, isProblem(documents) ? [] : documents.items))
    }
    if (first === 'documents') {
      const file = await line.fetchFile(customer, `/documents/${encodeURIComponent(organisation)}/file.pdf`)
      if (!file.ok) return page(pages.failure(), file.status)
      return new Response(file.body, { headers: { 'content-type': 'application/pdf', 'cache-control': 'no-store' } })
    }
    const cases = await client.call(listOwnCases, { person })
    return page(pages.home(customer.name, await situationsOf(client, person), isProblem(cases) ? cases : cases.items))
  }

  return async request => {
    const { pathname } = new URL(request.url)
    const name = cookieOf(request)
    if (request.method === 'POST' && request.headers.get('origin') !== origin)
      return new Response(null, { status: 403 })
    if (pathname === '/sign-in') {
      const browser = randomUUID()
      const beginning = await line.begin(languageOf(request))
      begun.set(browser, beginning)
      return goTo(beginning.address.href, browser)
    }
    if (pathname === '/back') return come(request, name)
    const customer = name === null ? undefined : customers.get(name)
    if (customer === undefined) return page(createPages(languageOf(request)).welcome())
    if (pathname === '/sign-out') {
      customers.delete(name ?? '')
      await line.end(customer)
      return goTo('/')
    }
    return show(request, customer)
  }
}
