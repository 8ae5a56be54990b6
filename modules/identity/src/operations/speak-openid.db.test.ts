import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { aigul, identityPlatform, officer, origin } from '../identity-platform.fixture.ts'
import type { OpenIdClient } from '../openid/client.ts'

const bank: OpenIdClient = {
  id: 'bank',
  name: 'The Bank',
  secret: null,
  redirectUris: ['https://bank.example/back'],
  firstParty: false,
  scopes: ['profile.read'],
}
const platform = await identityPlatform({ clients: [bank] })
const { newBrowser, enterCode, server } = platform
const verifier = 'v'.repeat(50)

function authorize(change: Record<string, string> = {}): string {
  const query = new URLSearchParams({
    client_id: 'bank',
    redirect_uri: 'https://bank.example/back',
    response_type: 'code',
    scope: 'openid profile.read',
    state: 's',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...change,
  })
  return `/oidc/auth?${query}`
}

async function token(fields: Record<string, string>) {
  const answer = await server.inject({
    method: 'POST',
    url: '/oidc/token',
    headers: { 'content-type': 'application/x-www-form-urlencoded', host: 'localhost:8080' },
    payload: new URLSearchParams({ client_id: 'bank', ...fields }).toString(),
  })
  return { status: answer.statusCode, body: answer.json() as Record<string, string> }
}

const ask = (bearer: string, path = '/own') =>
  server.inject({ url: path, headers: { authorization: `Bearer ${bearer}`, host: 'localhost:8080' } })

/** Signs somebody in for the bank as far as the question whether it may. */
async function toConsent(who = aigul, change: Record<string, string> = {}) {
  const browser = newBrowser()
  const page = await browser.open(authorize(change))
  const code = await browser.follow(await browser.submit(page, { identity: who.id }))
  return { browser, page: await browser.follow(await enterCode(browser, code, who)) }
}

async function codeFor(who = aigul, change: Record<string, string> = {}): Promise<string> {
  const { browser, page } = await toConsent(who, change)
  const back = await browser.follow(await browser.submit(page, { consent: 'allow' }), to =>
    to.startsWith('https://bank'),
  )
  return new URL(back.headers.location ?? '').searchParams.get('code') ?? ''
}

const exchange = (code: string, change: Record<string, string> = {}) =>
  token({
    grant_type: 'authorization_code',
    code,
    redirect_uri: 'https://bank.example/back',
    code_verifier: verifier,
    ...change,
  })

test('discovery names the issuer and its addresses, whatever name the request came by', async () => {
  const answer = await server.inject({
    url: '/oidc/.well-known/openid-configuration',
    headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example' },
  })
  const found = answer.json() as Record<string, unknown>
  expect(found).toMatchObject({
    issuer: `${origin}/oidc`,
    token_endpoint: `${origin}/oidc/token`,
    response_types_supported: ['code'],
    code_challenge_methods_supported: ['S256'],
  })
  expect(answer.body).not.toContain('evil')
})

test('an application that the person allows calls the platform in their name', async () => {
  const { page } = await toConsent()
  expect(page.text).toContain('Let The Bank act for you?')
  expect(page.text).toContain('see your profile: what registers know of you')
  const { body } = await exchange(await codeFor())
  const answer = await ask(body.access_token ?? '')
  expect(answer.json()).toMatchObject({
    kind: 'person',
    id: aigul.id,
    clients: ['bank'],
    assurance: 'substantial',
    onBehalfOf: null,
  })
  const official = await exchange(await codeFor(officer))
  expect((await ask(official.body.access_token ?? '')).json()).toMatchObject({
    kind: 'official',
    organisation: 'social-protection',
    roles: ['case-worker'],
  })
})

test('an application that the person refuses gets nothing', async () => {
  const { browser, page } = await toConsent()
  const back = await browser.follow(await browser.submit(page, { consent: 'refuse' }), to =>
    to.startsWith('https://bank'),
  )
  const { searchParams } = new URL(back.headers.location ?? '')
  expect(searchParams.get('error')).toBe('access_denied')
  expect(searchParams.get('code')).toBeNull()
})

test('an authorization code is exchanged once; a replay takes back what the first gave', async () => {
  const code = await codeFor(aigul, { scope: 'openid profile.read offline_access', prompt: 'login consent' })
  const [one, two] = await Promise.all([exchange(code), exchange(code)])
  expect([one.status, two.status].sort()).toEqual([200, 400])
  const late = await exchange(code)
  expect(late).toMatchObject({ status: 400, body: { error: 'invalid_grant' } })
  const refresh = (one.status === 200 ? one : two).body.refresh_token ?? ''
  expect(refresh).not.toBe('')
  expect((await token({ grant_type: 'refresh_token', refresh_token: refresh })).status).toBe(400)
})

test('a code without its verifier, without PKCE, or for another address is worth nothing', async () => {
  expect((await exchange(await codeFor(), { code_verifier: 'w'.repeat(50) })).body.error).toBe('invalid_grant')
  const browser = newBrowser()
  const without = await browser.send('GET', authorize({ code_challenge: '', code_challenge_method: '' }))
  expect(without.headers.location).toContain('error=invalid_request')
  const elsewhere = await browser.send('GET', authorize({ redirect_uri: 'https://evil.example/back' }))
  expect(elsewhere.status).toBe(400)
  expect(elsewhere.headers.location).toBeUndefined()
  expect(elsewhere.text).toContain('This sign-in could not be finished')
})

test('a token that is none, not for us or changed is refused', async () => {
  const signOnly = await exchange(await codeFor(aigul, { scope: 'openid' }))
  const api = await exchange(await codeFor())
  const [head, body, signature] = (api.body.access_token ?? '').split('.')
  const claims = JSON.parse(Buffer.from(body ?? '', 'base64url').toString()) as Record<string, unknown>
  const changed = Buffer.from(JSON.stringify({ ...claims, sub: officer.id })).toString('base64url')
  const unsigned = `${Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url')}.${body}.`
  for (const bearer of [
    'nonsense',
    signOnly.body.access_token,
    api.body.id_token,
    `${head}.${changed}.${signature}`,
    unsigned,
  ]) {
    const answer = await ask(bearer ?? '')
    expect(answer.statusCode, bearer).toBe(401)
    expect(answer.json()).toMatchObject({ code: 'identity.token-invalid' })
  }
})

test('the SMS gateway proves itself by its secret and is a system of that role', async () => {
  expect((await ask('secret-of-the-gateway')).json()).toMatchObject({
    kind: 'system',
    id: 'system:sms-gateway',
    organisation: 'platform',
    roles: ['sms-gateway'],
  })
  expect((await ask('secret-of-the-gatewaY')).statusCode).toBe(401)
})
