import { handle, module, respond } from '@tereze/foundation-operations'
import { silentTelemetry } from '@tereze/foundation-telemetry'
import { person, testPlatform } from '@tereze/foundation-testing'
import { createMessages } from '@tereze/messages'
import { anonymous, operation, protocol, refusal, refuse } from '@tereze/operation'
import { Type } from 'typebox'
import { afterAll, describe, expect, test } from 'vitest'
import en from '../messages/en.json' with { type: 'json' }
import kk from '../messages/kk.json' with { type: 'json' }
import ru from '../messages/ru.json' with { type: 'json' }
import { createHttpServer } from './index.ts'
import { createOpenApi } from './openapi.ts'

const kettleBroken = refusal('tea.kettle-broken', 'conflict')
const brewTea = operation({
  name: 'tea.brew-tea',
  does: 'Brews tea.',
  input: Type.Object({ cups: Type.Integer({ minimum: 1, maximum: 6 }) }),
  output: Type.Object({ brew: Type.Integer() }),
  permission: 'tea.tea.brew',
  refusals: [kettleBroken],
})
const orderTea = operation({
  name: 'tea.order-tea',
  does: 'Begins to fetch tea from far away.',
  input: Type.Object({}),
  output: Type.Object({ order: Type.Integer() }),
  permission: 'tea.tea.brew',
  accepted: true,
  limit: 2_097_152,
})
const getMenu = operation({
  name: 'tea.get-menu',
  does: 'Gives the menu.',
  kind: 'query',
  input: Type.Object({ strong: Type.Optional(Type.Boolean()), size: Type.Optional(Type.Integer()) }),
  output: Type.Object({ teas: Type.Array(Type.String()), strong: Type.Boolean(), size: Type.Integer() }),
  permission: 'tea.menu.read',
  scope: 'tea.read',
})
const pourTea = protocol({
  name: 'tea.pour-tea',
  does: 'Pours tea by form.',
  method: 'POST',
  path: '/pour',
  permission: 'tea.tea.brew',
  refusals: [kettleBroken],
  limit: 100,
})

const findCup = protocol({
  name: 'tea.find-cup',
  does: 'Finds a cup.',
  method: 'GET',
  path: '/cup/:cup',
  permission: 'tea.tea.brew',
  limit: 100,
})

const menu = ['green', 'black']
let brews = 0
const tea = module({
  name: 'tea',
  operations: [
    handle(orderTea, { tenant: () => 'platform', run: async () => ({ order: 7 }) }),
    handle(brewTea, {
      tenant: () => 'platform',
      async run({ cups }) {
        if (cups === 5) return refuse(kettleBroken, { pointer: '/cups' })
        if (cups === 6) throw new Error('Aisulu Altyn scalded')
        return { brew: ++brews }
      },
    }),
    handle(getMenu, {
      tenant: () => 'platform',
      run: async ({ strong = false, size = 1 }) => ({ teas: menu, strong, size }),
    }),
  ],
  protocols: [
    respond(pourTea, async ({ body }) => ({ status: 200, headers: { 'content-type': 'text/plain' }, body })),
    respond(findCup, async ({ params }) => ({ status: 200, headers: {}, body: params.cup ?? '' })),
  ],
})
const words = {
  en: { 'refusal.tea.kettle-broken.title': 'The kettle is broken', 'refusal.tea.kettle-broken.way-out': 'Mend it.' },
  ru: { 'refusal.tea.kettle-broken.title': 'Чайник сломан', 'refusal.tea.kettle-broken.way-out': 'Почините.' },
  kk: { 'refusal.tea.kettle-broken.title': 'Шәйнек бұзылған', 'refusal.tea.kettle-broken.way-out': 'Жөндеңіз.' },
}

const origin = 'https://tereze.example'
const platform = await testPlatform({ modules: [tea] })
const serve = (ratePerMinute: number) =>
  createHttpServer({
    runner: platform.runner,
    modules: [tea],
    authenticator: {
      authenticate: async ({ cookies, headers, language }) =>
        cookies.tereze_session !== undefined || headers.authorization !== undefined
          ? person({ language, ...(headers.authorization === 'Bearer app' && { scopes: ['tea.drink'] }) })
          : anonymous(language),
    },
    formGuard: async (_credentials, token) => token === 'our-page',
    messages: createMessages([{ en, ru, kk }, words]),
    telemetry: silentTelemetry(),
    origin,
    version: '0.0.0',
    ratePerMinute,
    drawRefusal: async ({ code, is }, { actor }) => ({
      status: is === 'not-found' ? 404 : 500,
      headers: { 'content-type': 'text/html' },
      body: `<p>${code} ${actor.language}</p>`,
    }),
    allows: async actor => actor.kind !== 'anonymous',
  })
const server = await serve(10_000)
const busy = await serve(2)
afterAll(() => Promise.all([server.close(), busy.close()]))

const json = { 'content-type': 'application/json' }
const post = (payload: string, headers: Record<string, string> = {}) =>
  server.inject({ method: 'POST', url: '/v1/tea/brew-tea', payload, headers: { ...json, ...headers } })
const brew = (headers: Record<string, string> = {}, cups = 1) => post(JSON.stringify({ cups }), headers)

test('a command that only begins its work is accepted, and the document says so', async () => {
  const reply = await server.inject({ method: 'POST', url: '/v1/tea/order-tea', payload: '{}', headers: json })
  expect([reply.statusCode, reply.json()]).toEqual([202, { order: 7 }])
  const { paths } = createOpenApi([tea], { title: 'Tea', version: '1' }) as {
    paths: Record<string, { post?: { responses?: object } }>
  }
  const told = (path: string) => Object.keys(paths[path]?.post?.responses ?? {}).filter(status => status < '300')
  expect([told('/v1/tea/order-tea'), told('/v1/tea/brew-tea')]).toEqual([['202'], ['200']])
})

describe('a refusal', () => {
  test.each([
    ['en', 'The kettle is broken'],
    ['ru', 'Чайник сломан'],
    ['kk-KZ, ru;q=0.5', 'Шәйнек бұзылған'],
    ['de, ru;q=0.8, en;q=0.3', 'Чайник сломан'],
    ['fr', 'The kettle is broken'],
  ])('is a problem in the language of "%s"', async (language, title) => {
    const reply = await brew({ 'accept-language': language }, 5)
    expect(reply.statusCode).toBe(409)
    expect(reply.headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(reply.json()).toMatchObject({
      type: 'urn:tereze:refusal:tea.kettle-broken',
      status: 409,
      code: 'tea.kettle-broken',
      title,
      remedy: expect.stringMatching(/\S/),
      pointer: '/cups',
      requestId: reply.headers['x-request-id'],
    })
  })

  test('takes the language that the person chose', async () => {
    const reply = await brew({ 'accept-language': 'en', cookie: '__Host-tereze_language=kk' }, 5)
    expect(reply.headers['content-language']).toBe('kk')
  })

  test('of wrong fields names each in words', async () => {
    const reply = await brew({ 'accept-language': 'en' }, 7)
    expect(reply.statusCode).toBe(422)
    expect(reply.json()).toMatchObject({
      code: 'operations.input-invalid',
      also: [{ pointer: '/cups', code: 'field.too-large', title: expect.stringMatching(/\S/) }],
    })
  })
})

describe('a body', () => {
  test.each([
    ['that is not JSON', '{', json, 422, 'body-unreadable'],
    ['that is absent', '', json, 422, 'body-unreadable'],
    ['of another content type', '{}', { 'content-type': 'text/plain' }, 415, 'content-type-unsupported'],
    [
      'that is a form',
      'cups=1',
      { 'content-type': 'application/x-www-form-urlencoded' },
      415,
      'content-type-unsupported',
    ],
    ['that is too large', `"${'x'.repeat(1_048_577)}"`, json, 413, 'body-too-large'],
  ])('%s is refused', async (_, payload, headers, status, code) => {
    const reply = await post(payload, headers)
    expect([reply.statusCode, reply.json().code]).toEqual([status, `operations.${code}`])
  })

  test('of an operation may have a limit of its own', async () => {
    const order = (length: number) =>
      server.inject({
        method: 'POST',
        url: '/v1/tea/order-tea',
        payload: `{"note":"${'x'.repeat(length)}"}`,
        headers: { authorization: 'x', ...json },
      })
    expect((await order(1_500_000)).json().code).not.toBe('operations.body-too-large')
    expect((await order(2_097_152)).json().code).toBe('operations.body-too-large')
  })

  test('of a protocol has a limit of its own', async () => {
    const pour = (payload: string) =>
      server.inject({ method: 'POST', url: '/pour', payload, headers: { authorization: 'x', ...json } })
    expect((await pour('x'.repeat(100))).statusCode).toBe(200)
    expect((await pour('x'.repeat(101))).json().code).toBe('operations.body-too-large')
  })
})

describe('a route', () => {
  test.each([
    ['GET', '/nothing/here'],
    ['GET', '/v1/tea/burn-tea'],
    ['GET', '/v1/tea/brew-tea'],
    ['DELETE', '/v1/tea/get-menu'],
    ['PUT', '/pour'],
  ] as const)('%s %s is not there', async (method, url) => {
    const reply = await server.inject({ method, url })
    expect([reply.statusCode, reply.json().code]).toEqual([404, 'operations.operation-not-found'])
  })

  test.each([
    ['that cannot be decoded', '/pour/%E0%A4%A'],
    ['with an over-long part', `/cup/${'x'.repeat(301)}`],
    ['of another server', '//evil.example/pour'],
  ])('%s is not there, in words, for programs and for browsers', async (_, url) => {
    const reply = await server.inject({ method: 'GET', url, headers: { 'accept-language': 'ru' } })
    expect([reply.statusCode, reply.json().code]).toEqual([404, 'operations.operation-not-found'])
    expect(reply.headers['content-type']).toContain('application/problem+json')
    expect(reply.headers['content-language']).toBe('ru')
    expect(reply.headers['x-content-type-options']).toBe('nosniff')
    const page = await server.inject({ method: 'GET', url, headers: { accept: 'text/html', 'accept-language': 'kk' } })
    expect([page.statusCode, page.body]).toEqual([404, '<p>operations.operation-not-found kk</p>'])
  })

  test('that breaks says nothing of the cause, and gives the number to ask by', async () => {
    const reply = await brew({}, 6)
    expect(reply.statusCode).toBe(500)
    expect(reply.json()).toMatchObject({
      code: 'operations.platform-failed',
      params: { request: reply.headers['x-request-id'] },
    })
    expect(reply.body).not.toContain('Aisulu')
    expect(reply.body).not.toContain('routes.ts')
  })

  test('of a protocol needs its permission', async () => {
    const reply = await server.inject({ method: 'POST', url: '/pour', payload: 'x' })
    expect([reply.statusCode, reply.json().code]).toEqual([401, 'operations.sign-in-needed'])
  })

  test('is protected by headers', async () => {
    const { headers } = await server.inject({ method: 'GET', url: '/v1/tea/get-menu' })
    expect(headers['content-security-policy']).toContain("default-src 'self'")
    expect(headers['content-security-policy']).not.toContain('unsafe')
    expect(headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains')
    expect(headers['x-content-type-options']).toBe('nosniff')
  })
})

describe('U+0000, which no database keeps', () => {
  const nothingKept = async (reply: ReturnType<typeof post>, pointer: string) => {
    const { statusCode, body } = await reply
    expect(statusCode, body).toBe(422)
    const problem = JSON.parse(body)
    expect(problem.code).toBe('operations.input-invalid')
    expect(problem.also).toContainEqual({
      pointer,
      code: 'field.null-character',
      title: en['problem.field.null-character'],
    })
  }
  const get = (url: string) => server.inject({ method: 'GET', url, headers: { authorization: 'x' } })

  test('is refused in a body, at its place', () =>
    nothingKept(post('{"cups":1,"for":"\\u0000"}', { authorization: 'x' }), '/for'))
  test('is refused in a query', () => nothingKept(get('/v1/tea/get-menu?for=%00'), '/for'))
  test('is refused in a whole input of a query', () =>
    nothingKept(get(`/v1/tea/get-menu?input=${encodeURIComponent('{"for":"\\u0000"}')}`), '/for'))
  test('is refused in a path', () => nothingKept(get('/cup/a%00b'), ''))
  test('is refused in a form', () =>
    nothingKept(
      server.inject({
        method: 'POST',
        url: '/pour',
        payload: 'for=a%00b',
        headers: { authorization: 'x', 'content-type': 'application/x-www-form-urlencoded' },
      }),
      '/for',
    ))
})

describe('a query', () => {
  const ask = (search: string, headers: Record<string, string> = {}) =>
    server.inject({ method: 'GET', url: `/v1/tea/get-menu${search}`, headers })

  test('takes its input from the address, by name or whole', async () => {
    expect((await ask('?strong=true&size=2')).json()).toEqual({ teas: menu, strong: true, size: 2 })
    expect((await ask(`?input=${encodeURIComponent('{"size":3}')}`)).json()).toMatchObject({ size: 3 })
    expect((await ask('?size=two')).json()).toMatchObject({ code: 'operations.input-invalid' })
    expect((await ask('?input={')).json()).toMatchObject({ code: 'operations.input-invalid' })
  })

  test('is answered with a tag, and with nothing when it has not changed', async () => {
    const first = await ask('')
    const tag = String(first.headers.etag)
    const same = await ask('', { 'if-none-match': tag })
    expect([same.statusCode, same.body, same.headers.etag]).toEqual([304, '', tag])
    expect(first.headers['cache-control']).toBe('private, no-cache')
    const seen = await server.inject({
      method: 'GET',
      url: '/v1/tea/get-menu',
      headers: { cookie: '__Host-tereze_session=s' },
    })
    expect([seen.statusCode, seen.headers['cache-control']]).toEqual([200, 'no-store'])
    menu.push('white')
    const changed = await ask('', { 'if-none-match': tag })
    expect(changed.statusCode).toBe(200)
    expect(changed.headers.etag).not.toBe(tag)
  })

  test('may be posted too', async () => {
    const reply = await server.inject({ method: 'POST', url: '/v1/tea/get-menu', payload: '{"size":4}', headers: json })
    expect(reply.json()).toMatchObject({ size: 4 })
  })
})

describe('a command that comes with a cookie', () => {
  const cookie = '__Host-tereze_session=s'
  const ours = { cookie, 'x-tereze-form': 'our-page' }

  test.each<[string, Record<string, string>, number]>([
    ['without proof that our page sent it', { cookie }, 403],
    ['with a wrong proof', { cookie, 'x-tereze-form': 'another' }, 403],
    ['from another origin', { ...ours, origin: 'https://evil.example' }, 403],
    ['from another site', { ...ours, 'sec-fetch-site': 'cross-site' }, 403],
    ['from our page', { ...ours, origin, 'sec-fetch-site': 'same-origin' }, 200],
    ['and a token of its own', { cookie, authorization: 'Bearer x' }, 200],
  ])('%s', async (_, headers, status) => {
    const before = brews
    const reply = await brew(headers)
    expect(reply.statusCode).toBe(status)
    if (status === 403) {
      expect(reply.json().code).toBe('operations.request-forged')
      expect(brews).toBe(before)
    }
  })

  test('by a form carries its proof in a field', async () => {
    const pour = (payload: string) =>
      server.inject({
        method: 'POST',
        url: '/pour',
        payload,
        headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
      })
    expect((await pour('_form=our-page')).statusCode).toBe(200)
    expect((await pour('_form=other')).json().code).toBe('operations.request-forged')
    expect((await pour('')).json().code).toBe('operations.request-forged')
  })
})

describe('a request', () => {
  test('with an idempotency key happens once', async () => {
    const headers = { authorization: 'x', 'idempotency-key': 'cup-1' }
    const first = await brew(headers)
    expect((await brew(headers)).json()).toEqual(first.json())
    const other = await brew(headers, 2)
    expect([other.statusCode, other.json().code]).toEqual([409, 'operations.idempotency-key-reused'])
    expect(first.headers['cache-control']).toBe('no-store')
  })

  test('keeps its number when that is one, and gets one otherwise', async () => {
    const number = '01960000-0000-7000-8000-000000000042'
    expect((await brew({ 'x-request-id': number })).headers['x-request-id']).toBe(number)
    expect(platform.audited.at(-1)).toMatchObject({ correlation: number })
    const made = String((await brew({ 'x-request-id': '<script>' })).headers['x-request-id'])
    expect(made).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/)
  })

  test('too many in a minute are refused in words, with the time to wait', async () => {
    const ask = () => busy.inject({ method: 'GET', url: '/v1/tea/get-menu', headers: { 'accept-language': 'ru' } })
    await ask()
    await ask()
    const third = await ask()
    expect([third.statusCode, third.json().code]).toEqual([429, 'operations.rate-exceeded'])
    expect(third.headers['content-language']).toBe('ru')
    expect(Number(third.headers['retry-after'])).toBeGreaterThan(0)
  })

  test.each([
    ['cannot pose as another address', '203.0.113.5', 429],
    ['is told apart by what our proxy says', '10.0.0.1', 200],
  ])('%s', async (_, remoteAddress, status) => {
    const patient = await serve(2)
    const ask = (forwarded: string) =>
      patient.inject({
        method: 'GET',
        url: '/v1/tea/get-menu',
        remoteAddress,
        headers: { 'x-forwarded-for': forwarded },
      })
    for (const address of ['198.51.100.1', '198.51.100.2']) await ask(address)
    expect((await ask('198.51.100.3')).statusCode).toBe(status)
    await patient.close()
  })
})

test('an application is told which scope it lacks, and that no scope helps', async () => {
  const by = (url: string) => server.inject({ url, headers: { authorization: 'Bearer app' } })
  const menuOnly = await by('/v1/tea/get-menu')
  expect([menuOnly.statusCode, menuOnly.json().code]).toEqual([403, 'operations.scope-missing'])
  expect(menuOnly.headers['www-authenticate']).toBe('Bearer error="insufficient_scope", scope="tea.read"')
  const cup = await by('/cup/1')
  expect([cup.statusCode, cup.json().code]).toEqual([403, 'operations.application-unfit'])
  expect(cup.headers['www-authenticate']).toBe('Bearer error="insufficient_scope"')
})
