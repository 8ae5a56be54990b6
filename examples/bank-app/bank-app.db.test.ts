import { createHttpServer } from '@tereze/foundation-http'
import { silentTelemetry } from '@tereze/foundation-telemetry'
import { official } from '@tereze/foundation-testing'
import { listClients, registerClient } from '@tereze/identity/contract'
import { isRefused } from '@tereze/operation'
import { listOwnLooks } from '@tereze/profile/contract'
import { expect, test } from 'vitest'
import { newClientKey } from '../../apps/cli/src/commands/new-client-key.ts'
import { Browser } from '../../modules/identity/src/browser.fixture.ts'
import { demoPhone } from '../../modules/identity/src/index.ts'
import { familyPlatform, mother } from '../../modules/situations/src/family-platform.fixture.ts'
import { createBankApp } from './bank-app.ts'
import registration from './client.json' with { type: 'json' }
import { openLine } from './line.ts'

// The bank and the platform know each other by public addresses alone; between them is the platform's real router.

const origin = 'http://tests.localhost'
const bank = 'http://127.0.0.1:4700'
const phone = demoPhone()
const her = { id: mother.id, kind: 'person' as const, name: 'Her', about: null, organisation: null }
const platform = await familyPlatform({
  demoSignIn: () => ({ ...phone, identities: async () => [her], search: async () => [her], find: async () => her }),
})
await platform.enter(await platform.report())
await platform.settle()
const { runner, modules, identity, messages } = platform.composed
const server = await createHttpServer({
  runner,
  modules,
  authenticator: identity.authenticator,
  formGuard: identity.formGuard,
  messages,
  telemetry: silentTelemetry(),
  origin,
  version: '0',
  ratePerMinute: 100_000,
  allows: async (actor, permission, operation) => (await runner.allows({ actor, permission, operation })).allowed,
})

/** Takes what the bank sends to the real router. */
async function throughRouter(input: string | URL | Request, init: RequestInit = {}): Promise<Response> {
  const { href } = new URL(String(input))
  const answer = await server.inject({
    method: (init.method ?? 'GET') as 'GET',
    url: href.slice(origin.length),
    headers: { ...Object.fromEntries(new Headers(init.headers)), host: new URL(origin).host },
    ...(init.body == null ? {} : { payload: String(init.body) }),
  })
  const headers = Object.entries(answer.headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  )
  return new Response(answer.rawPayload.length === 0 ? null : new Uint8Array(answer.rawPayload), {
    status: answer.statusCode,
    headers: headers as [string, string][],
  })
}

const integrator = official({ organisation: 'platform', roles: ['integrator'] })
const made = newClientKey()
const registered = { ...registration, keys: [made.publicKey], roles: [], exchanges: [], signOutUri: null } as never
if (isRefused(await runner.call(registerClient, registered, integrator))) throw new Error('the bank is not registered')
const line = await openLine({
  platform: origin,
  back: `${bank}/back`,
  client: 'bank-app',
  key: made.privateKey,
  fetch: throughRouter,
})
const failures: unknown[] = []
const app = createBankApp(line, bank, error => failures.push(error))

/** Somebody's browser at the bank. */
function customer() {
  let cookie = ''
  return async (path: string, form?: URLSearchParams) => {
    const headers = new Headers({ 'accept-language': 'en', cookie })
    if (form !== undefined) headers.set('origin', bank)
    const answer = await app(new Request(`${bank}${path}`, { headers, ...(form && { method: 'POST', body: form }) }))
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie
    return { status: answer.status, location: answer.headers.get('location') ?? '', text: await answer.text() }
  }
}

/** Signs her in at the platform, where she lets the bank do what is told; gives where her browser comes back to. */
async function letIn(address: string, answers: Record<string, string | readonly string[]>): Promise<string> {
  const browser = new Browser(server, origin)
  const page = await browser.open(address)
  const code = await browser.follow(await browser.submit(page, { identity: her.id }))
  const consent = await browser.follow(await browser.submit(code, { code: (await phone.shownCode(her)) ?? '' }))
  const back = await browser.follow(await browser.submit(consent, answers), to => to.startsWith(bank))
  return (back.headers.location ?? '').slice(bank.length)
}

test('a customer sees in the bank what is for them now, applies, and sees state and result; they learn what the bank did', async () => {
  const ask = customer()
  expect((await ask('/')).text).toContain('Sign in with Tereze')
  const back = await letIn((await ask('/sign-in')).location, { consent: 'allow' })
  expect((await ask(back)).location).toBe('/')
  const home = await ask('/')
  const hidden = /name="situation" value="([^"]+)"/.exec(home.text)?.[1] ?? ''
  const services = [...home.text.matchAll(/name="service" value="([^"]+)"/g)].map(([, id = '']) => id)
  const account = /<option value="([^"]+)" selected>/.exec(home.text)?.[1] ?? ''
  expect(services).toContain('one-time-birth-benefit')

  const form = new URLSearchParams([
    ['situation', hidden],
    ['account', account],
    ['service', 'one-time-birth-benefit'],
  ])
  expect((await ask('/apply', form)).location).toBe('/')
  await platform.settle()
  const applied = (await ask('/')).text
  const links = [...applied.matchAll(/href="(\/applications\/[^"]+)">([^<]+)</g)]
  const pages = await Promise.all(links.map(([, path = '']) => ask(path)))
  expect(pages.map(({ status }) => status)).toEqual(links.map(() => 200))
  const document = pages.flatMap(({ text }) => /href="(\/documents\/[^"]+)"/.exec(text)?.[1] ?? [])[0] ?? ''
  expect((await ask(document)).text).toMatch(/^%PDF/)

  const looks = await platform.must(listOwnLooks, { person: mother.id, limit: 100 }, mother)
  expect(looks.items.map(({ who, what }) => `${who.en}: ${what.en}`)).toEqual(
    expect.arrayContaining([
      'The application “Bank” in your name: Applied for what was offered to you',
      'The application “Bank” in your name: Looked at the list of your applications',
    ]),
  )
  expect((await ask('/sign-out', new URLSearchParams())).location).toBe('/')
  expect((await ask('/')).text).toContain('Sign in with Tereze')
})

test('what the person did not let the bank do it cannot, and says so; a stranger’s answer signs nobody in', async () => {
  const ask = customer()
  const back = await letIn((await ask('/sign-in')).location, { consent: 'allow', scope: 'situations.read' })
  const thief = customer()
  await thief('/sign-in')
  expect((await thief(back)).status).toBe(400)
  expect(failures).toHaveLength(1)
  expect((await ask(back)).location).toBe('/')
  expect((await ask('/')).text).toContain('You did not let the bank do this.')
  const { items } = await platform.must(listClients, {}, integrator)
  expect(items.find(({ client }) => client === 'bank-app')?.scopes).toEqual(registration.scopes)
})
