import { type LocalAnswer, startLocalServer } from '@tereze/foundation-http'
import { decodeJwt } from 'jose'
import { afterAll, expect, test } from 'vitest'
import { endSession, getSession } from '../contract/index.ts'
import { aigul, identityPlatform } from '../identity-platform.fixture.ts'
import { tellSignOuts } from '../jobs/tell-sign-outs.ts'
import {
  allow,
  ask,
  assertion,
  dpop,
  newKey,
  post,
  proven,
  register,
  throughSignIn,
  verifier,
  wish,
} from '../openid-tools.fixture.ts'
import { listNotices } from '../store/sign-out-notices.ts'

const heard: string[] = []
let answer: LocalAnswer = { status: 503, type: 'text/plain', body: '' }
const listener = await startLocalServer({
  port: 0,
  limit: 10_000,
  answer: (_method, body) => {
    heard.push(Buffer.from(body).toString())
    return answer
  },
})
afterAll(() => listener.close())

const platform = await identityPlatform({ privateHosts: [new URL(listener.url).host] })
const { newBrowser } = platform
const key = await newKey()
const browserKey = await newKey()
await register(platform, { client: 'bank', redirectUris: ['https://bank.example/back'] })
await register(platform, { client: 'careful', pushed: true, bound: true })
await register(platform, {
  client: 'pension-fund',
  grants: ['system', 'exchange'],
  redirectUris: [],
  keys: [key.jwk as never],
  roles: ['member'],
  exchanges: ['bank'],
})
await register(platform, {
  client: 'auditor',
  grants: ['exchange'],
  redirectUris: [],
  keys: [key.jwk as never],
  exchanges: ['pension-fund'],
})
await register(platform, { client: 'box', grants: ['device', 'refresh'], redirectUris: [] })
await register(platform, { client: 'newspaper', signOutUri: `${listener.url.replace(/\/$/, '')}/gone` })

const exchangeCode = (client: string, code: string, headers: Record<string, string> = {}) =>
  post(
    platform,
    '/oidc/token',
    {
      grant_type: 'authorization_code',
      client_id: client,
      code,
      redirect_uri: `https://${client}.example/back`,
      code_verifier: verifier,
    },
    headers,
  )
const bearer = async (client = 'bank') => {
  const { body } = await exchangeCode(client, await allow(platform, newBrowser(), wish(client)))
  return body.access_token ?? ''
}
const asSystem = async (change: Record<string, string> = {}) =>
  post(platform, '/oidc/token', {
    grant_type: 'client_credentials',
    scope: 'api',
    ...(await proven('pension-fund', key)),
    ...change,
  })

test('a system proves itself by its key and comes in its registered role; an assertion counts once', async () => {
  const { body } = await asSystem()
  expect((await ask(platform, `Bearer ${body.access_token}`)).body).toMatchObject({
    kind: 'system',
    id: 'client:pension-fund',
    organisation: 'social-protection',
    roles: ['member'],
  })
  const once = await assertion('pension-fund', key, 'once')
  const answers = await Promise.all([asSystem({ client_assertion: once }), asSystem({ client_assertion: once })])
  expect(answers.map(({ status }) => status === 200).sort()).toEqual([false, true])
  expect((await asSystem({ client_assertion: await assertion('pension-fund', await newKey()) })).status).toBe(401)
})

test('a client that has to push its requests cannot send a browser with anything else', async () => {
  const bare = await newBrowser().send('GET', `/oidc/auth?${new URLSearchParams(wish('careful'))}`)
  expect(bare.headers.location ?? bare.text).toMatch(/error=|could not be finished/)
  const proof = await dpop(browserKey, { method: 'POST', path: '/oidc/request' })
  const pushed = await post(platform, '/oidc/request', wish('careful'), { dpop: proof })
  expect(pushed.status).toBe(201)
  const browser = newBrowser()
  const code = await allow(platform, browser, { client_id: 'careful', request_uri: pushed.body.request_uri ?? '' })
  expect((await exchangeCode('careful', code)).body.error).toBe('invalid_grant')
})

test('a bound token opens with a fresh proof of its key only, once for each proof', async () => {
  const pushed = await post(platform, '/oidc/request', wish('careful'), {
    dpop: await dpop(browserKey, { method: 'POST', path: '/oidc/request' }),
  })
  const code = await allow(platform, newBrowser(), { client_id: 'careful', request_uri: pushed.body.request_uri ?? '' })
  const { body } = await exchangeCode('careful', code, {
    dpop: await dpop(browserKey, { method: 'POST', path: '/oidc/token' }),
  })
  const token = body.access_token ?? ''
  expect(body.token_type).toBe('DPoP')
  const about = { method: 'GET', path: '/own', token }
  const proof = await dpop(browserKey, about)
  const first = await Promise.all([1, 2].map(() => ask(platform, `DPoP ${token}`, { dpop: proof })))
  expect(first.map(({ status }) => status).sort()).toEqual([200, 401])
  const long = Math.floor(Date.now() / 1000) - 3600
  const wrong: [string, string][] = [
    [`Bearer ${token}`, ''],
    [`DPoP ${token}`, ''],
    [`DPoP ${token}`, await dpop(await newKey(), about)],
    [`DPoP ${token}`, await dpop(browserKey, { ...about, method: 'POST' })],
    [`DPoP ${token}`, await dpop(browserKey, { ...about, path: '/' })],
    [`DPoP ${token}`, await dpop(browserKey, { method: 'GET', path: '/own' })],
    [`DPoP ${token}`, await dpop(browserKey, { ...about, at: long })],
    [`DPoP ${token}`, await dpop(browserKey, { ...about, type: 'jwt' })],
    [`DPoP ${await bearer()}`, await dpop(browserKey, about)],
  ]
  for (const [authorization, dpopHeader] of wrong) {
    const no = await ask(platform, authorization, dpopHeader === '' ? {} : { dpop: dpopHeader })
    expect(no, JSON.stringify(decodeProof(dpopHeader))).toMatchObject({
      status: 401,
      body: { code: 'identity.token-invalid' },
    })
  }
})

function decodeProof(proof: string): unknown {
  return proof === '' ? 'no proof' : decodeJwt(proof)
}

test('PKCE cannot be left out or weakened', async () => {
  const weak: Record<string, string>[] = [
    { code_challenge_method: 'plain' },
    { code_challenge: '', code_challenge_method: '' },
  ]
  for (const change of weak) {
    const no = await newBrowser().send('GET', `/oidc/auth?${new URLSearchParams(wish('bank', change))}`)
    expect(no.headers.location).toContain('error=invalid_request')
  }
  const code = await allow(platform, newBrowser(), wish('bank'))
  const without = {
    grant_type: 'authorization_code',
    client_id: 'bank',
    code,
    redirect_uri: 'https://bank.example/back',
  }
  expect((await post(platform, '/oidc/token', without)).body.error).toBe('invalid_grant')
})

test('a question is passed on in somebody’s name, with everybody on the way named; it ends with the grant', async () => {
  const subject = await bearer()
  const exchange = async (client: string, token: string, change: Record<string, string> = {}) =>
    post(platform, '/oidc/token', {
      grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
      subject_token: token,
      subject_token_type: 'urn:ietf:params:oauth:token-type:access_token',
      ...(await proven(client, key)),
      ...change,
    })
  const { body } = await exchange('pension-fund', subject)
  expect(body).toMatchObject({
    token_type: 'Bearer',
    issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
  })
  const passed = body.access_token ?? ''
  expect(decodeJwt(passed).exp).toBeLessThanOrEqual(decodeJwt(subject).exp ?? 0)
  expect((await ask(platform, `Bearer ${passed}`)).body).toMatchObject({
    kind: 'person',
    id: aigul.id,
    clients: ['bank', 'pension-fund'],
    assurance: 'substantial',
  })
  const further = (await exchange('auditor', passed)).body.access_token ?? ''
  expect((await ask(platform, `Bearer ${further}`)).body).toMatchObject({
    clients: ['bank', 'pension-fund', 'auditor'],
  })
  const system = (await asSystem()).body.access_token ?? ''
  const refused = await Promise.all([
    exchange('auditor', subject),
    exchange('pension-fund', system),
    exchange('pension-fund', `${subject.slice(0, -8)}AAAAAAAA`),
    exchange('pension-fund', subject, { scope: 'api admin' }),
    exchange('pension-fund', subject, { audience: 'https://elsewhere.example' }),
    exchange('pension-fund', subject, { actor_token: subject }),
  ])
  for (const { status } of refused) expect(status).toBe(400)
})

test('a device is let in by somebody who compares the code; asked too early it waits', async () => {
  const begun = await post(platform, '/oidc/device/auth', { client_id: 'box', scope: 'openid profile.read' })
  expect(begun.body.user_code).toMatch(/^[A-Z]{4}-[A-Z]{4}$/)
  const poll = () =>
    post(platform, '/oidc/token', {
      grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
      client_id: 'box',
      device_code: begun.body.device_code ?? '',
    })
  expect((await poll()).body.error).toBe('authorization_pending')
  const browser = newBrowser({ 'accept-language': 'ru' })
  const linked = await browser.open(`/oidc/device?user_code=${begun.body.user_code}`)
  expect(linked.text).toContain(`value="${begun.body.user_code}"`)
  expect(linked.text).toContain('Вход на другом устройстве')
  expect(linked.headers['content-security-policy']).toContain("frame-ancestors 'none'")
  const xsrf = (page: { text: string }) => /name="xsrf" value="([^"]*)"/.exec(page.text)?.[1] ?? ''
  const wrong = await browser.post('/oidc/device', { xsrf: xsrf(linked), user_code: 'ZZZZ-ZZZZ' })
  expect(wrong.text).toContain('Этот код не подходит')
  const forged = await newBrowser().post('/oidc/device', { user_code: begun.body.user_code ?? '', confirm: 'yes' })
  expect(forged.headers.location).toBe('/oidc/device')
  const confirm = await browser.post('/oidc/device', {
    xsrf: xsrf(wrong),
    user_code: (begun.body.user_code ?? '').toLowerCase(),
  })
  expect(confirm.text).toContain('Впустить приложение Клиент box')
  const on = await browser.follow(
    await browser.post('/oidc/device', { xsrf: xsrf(confirm), user_code: begun.body.user_code ?? '', confirm: 'yes' }),
  )
  const consent = await throughSignIn(platform, browser, on)
  const done = await browser.follow(await browser.submit(consent, { consent: 'allow' }))
  expect(done.text).toContain('Вход на устройстве выполнен')
  const { body } = await poll()
  expect((await ask(platform, `Bearer ${body.access_token}`)).body).toMatchObject({ id: aigul.id, clients: ['box'] })
  expect((await poll()).body.error).toBe('invalid_grant')
})

test('a refresh token of a public application counts once; one that comes again ends everything that it led to', async () => {
  await register(platform, { client: 'diary', grants: ['code', 'refresh'] })
  const code = await allow(platform, newBrowser(), {
    ...wish('diary'),
    scope: 'openid profile.read offline_access',
    prompt: 'login consent',
  })
  const first = (await exchangeCode('diary', code)).body
  const refresh = (refresh_token = '') =>
    post(platform, '/oidc/token', { grant_type: 'refresh_token', client_id: 'diary', refresh_token })
  const second = (await refresh(first.refresh_token)).body
  expect(second.refresh_token).not.toBe(first.refresh_token)
  expect((await ask(platform, `Bearer ${second.access_token}`)).status).toBe(200)
  expect((await refresh(first.refresh_token)).body.error).toBe('invalid_grant')
  expect((await refresh(second.refresh_token)).body.error).toBe('invalid_grant')
  expect((await ask(platform, `Bearer ${second.access_token}`)).status).toBe(401)
})

test('who signs out is signed out everywhere: tokens end at once, applications are told until they have heard it', async () => {
  const browser = newBrowser()
  await platform.signIn(browser, aigul)
  const page = await browser.open(`/oidc/auth?${new URLSearchParams(wish('newspaper'))}`)
  const back = await browser.follow(await browser.submit(page, { consent: 'allow' }), to => to.startsWith('https://'))
  const code = new URL(back.headers.location ?? '').searchParams.get('code') ?? ''
  const { body } = await exchangeCode('newspaper', code)
  const token = body.access_token ?? ''
  expect((await ask(platform, `Bearer ${token}`)).status).toBe(200)
  const { formToken } = JSON.parse((await browser.open('/v1/identity/get-session')).text)
  const ended = await browser.send('POST', `/v1/${endSession.module}/${endSession.verb}`, {
    body: '{}',
    headers: { 'content-type': 'application/json', 'x-tereze-form': formToken },
  })
  expect(ended.text).toBe('{"ended":true}')
  expect((await ask(platform, `Bearer ${token}`)).status).toBe(401)
  expect(JSON.parse((await browser.open(`/v1/${getSession.module}/${getSession.verb}`)).text).kind).not.toBe('person')

  const job = platform.runner.jobContext('identity.tell-sign-outs')
  expect(await tellSignOuts.run(job)).toBe(1)
  expect(await listNotices(platform.database, 'platform')).toHaveLength(1)
  expect(await tellSignOuts.run(job)).toBe(0)
  answer = { status: 200, type: 'text/plain', body: '' }
  platform.clock.advance({ seconds: 11 })
  expect(await tellSignOuts.run(job)).toBe(1)
  expect(await listNotices(platform.database, 'platform')).toEqual([])
  const claims = decodeJwt(new URLSearchParams(heard.at(-1)).get('logout_token') ?? '')
  expect(claims).toMatchObject({
    aud: 'newspaper',
    sub: aigul.id,
    sid: decodeJwt(body.id_token ?? '').sid,
    events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
  })
  expect(claims.nonce).toBeUndefined()
  expect(platform.errors).toEqual([])
})

test('a person gives what they choose of what an application may ask for; refreshing keeps or narrows it', async () => {
  const scopes = ['profile.read', 'applications.read', 'messages'] as const
  await register(platform, { client: 'helper', grants: ['code', 'refresh'], scopes: [...scopes] })
  const query = (scope: string) => ({ ...wish('helper'), scope, prompt: 'login consent' })
  const over = await newBrowser().send('GET', `/oidc/auth?${new URLSearchParams(query('openid powers'))}`)
  expect(over.headers.location).toMatch(/^https:..helper.*error=invalid_scope.*scope=powers/)

  const browser = newBrowser()
  const wanted = `openid offline_access ${scopes.join(' ')}`
  const consent = await throughSignIn(
    platform,
    browser,
    await browser.open(`/oidc/auth?${new URLSearchParams(query(wanted))}`),
  )
  expect(consent.text.match(/type="checkbox" name="scope"/g)).toHaveLength(3)
  expect(consent.text).toContain('read your messages')
  const chosen = { consent: 'allow', scope: ['profile.read', 'applications.read', 'powers'] }
  const back = await browser.follow(await browser.submit(consent, chosen), to =>
    to.startsWith('https://helper.example/'),
  )
  const code = new URL(back.headers.location ?? '').searchParams.get('code') ?? ''
  const first = (await exchangeCode('helper', code)).body
  expect(first.scope?.split(' ').sort()).toEqual(['applications.read', 'profile.read'])
  const own = await ask(platform, `Bearer ${first.access_token}`)
  expect(own.body).toMatchObject({ id: aigul.id, scopes: ['profile.read', 'applications.read'] })

  const refresh = (token = '', scope = 'openid applications.read') =>
    post(platform, '/oidc/token', { grant_type: 'refresh_token', client_id: 'helper', refresh_token: token, scope })
  expect((await refresh(first.refresh_token, 'openid powers')).body.error).toBe('invalid_scope')
  const narrow = (await refresh(first.refresh_token)).body
  const told = await ask(platform, `Bearer ${narrow.access_token}`)
  expect([told.status, told.body.code, told.body.params]).toEqual([
    403,
    'operations.scope-missing',
    { operation: 'test.show-own', scope: 'profile.read' },
  ])
  const about = (client: Record<string, string>) =>
    post(platform, '/oidc/token/introspection', { token: narrow.access_token ?? '', ...client })
  expect((await about({ client_id: 'helper' })).body).toMatchObject({
    active: true,
    scope: 'applications.read',
    sub: aigul.id,
  })
  expect((await about({ client_id: 'diary' })).body).toEqual({ active: false })

  // Asked anew, the person gives less: what was given before is less at once.
  const again = await browser.open(`/oidc/auth?${new URLSearchParams({ ...query(wanted), prompt: 'consent' })}`)
  await browser.follow(await browser.submit(again, { consent: 'allow', scope: [] }), to =>
    to.startsWith('https://helper.example/'),
  )
  expect((await ask(platform, `Bearer ${first.access_token}`)).body.code).toBe('operations.scope-missing')
  const discovery = await platform.server.inject('/oidc/.well-known/openid-configuration')
  expect(discovery.json().scopes_supported).toEqual(expect.arrayContaining(['openid', ...scopes, 'api']))

  const revoke = (client_id: string) =>
    post(platform, '/oidc/token/revocation', { client_id, token: first.access_token ?? '' })
  expect((await revoke('diary')).body.error).toBe('unsupported_token_type')
  expect((await ask(platform, `Bearer ${first.access_token}`)).status).toBe(403)
  expect((await revoke('helper')).status).toBe(200)
  expect((await ask(platform, `Bearer ${first.access_token}`)).status).toBe(401)
  expect((await refresh(narrow.refresh_token)).body.error).toBe('invalid_grant')
})
