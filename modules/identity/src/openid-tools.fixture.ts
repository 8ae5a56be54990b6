import { createHash, randomUUID } from 'node:crypto'
import { official } from '@tereze/foundation-testing'
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose'
import type { Answer, Browser } from './browser.fixture.ts'
import { type Client, registerClient } from './contract/index.ts'
import { aigul, type identityPlatform, origin } from './identity-platform.fixture.ts'
import type { DemoIdentity } from './ports/demo-sign-in.ts'

type Platform = Awaited<ReturnType<typeof identityPlatform>>

/** A key pair of a client or of a browser. */
export interface TestKey {
  readonly privateKey: CryptoKey
  readonly jwk: JWK
}

export async function newKey(): Promise<TestKey> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true })
  const { kty, crv, x, y } = await exportJWK(publicKey)
  return { privateKey, jwk: { kty, crv, x, y } as JWK }
}

/** A site that signs people in with a browser, unless told otherwise. */
export function clientOf(change: Partial<Client> & { client: string }): Client {
  return {
    organisation: 'social-protection',
    name: { en: `The ${change.client}`, ru: `Клиент ${change.client}`, kk: `${change.client} клиенті` },
    grants: ['code'],
    redirectUris: [`https://${change.client}.example/back`],
    keys: [],
    scopes: ['profile.read', 'acting', 'api'],
    roles: [],
    exchanges: [],
    signOutUri: null,
    pushed: false,
    bound: false,
    ...change,
  }
}

/** Whoever may register clients. */
export const integrator = official({ organisation: 'platform', roles: ['integrator'] })

export async function register(platform: Platform, change: Partial<Client> & { client: string }): Promise<void> {
  await platform.runner.call(registerClient, clientOf(change), integrator)
}

/** Assertion by which a client proves itself (RFC 7523 §3). */
export async function assertion(client: string, { privateKey }: TestKey, id: string = randomUUID()): Promise<string> {
  return new SignJWT({})
    .setProtectedHeader({ alg: 'ES256' })
    .setIssuer(client)
    .setSubject(client)
    .setAudience(`${origin}/oidc`)
    .setJti(id)
    .setIssuedAt()
    .setExpirationTime('1m')
    .sign(privateKey)
}

export async function proven(client: string, key: TestKey): Promise<Record<string, string>> {
  return {
    client_id: client,
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: await assertion(client, key),
  }
}

/** A proof of a key (RFC 9449 §4.2). */
export function dpop(
  { privateKey, jwk }: TestKey,
  about: { method: string; path: string; token?: string; id?: string; at?: number; type?: string },
): Promise<string> {
  const ath = about.token === undefined ? {} : { ath: createHash('sha256').update(about.token).digest('base64url') }
  return new SignJWT({ htm: about.method, htu: `${origin}${about.path}`, jti: about.id ?? randomUUID(), ...ath })
    .setProtectedHeader({ alg: 'ES256', typ: about.type ?? 'dpop+jwt', jwk })
    .setIssuedAt(about.at)
    .sign(privateKey)
}

/** Posts a form to the provider, as an application does. */
export async function post(
  platform: Platform,
  path: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: Record<string, string> }> {
  const answer = await platform.server.inject({
    method: 'POST',
    url: path,
    headers: { 'content-type': 'application/x-www-form-urlencoded', host: 'localhost:8080', ...headers },
    payload: new URLSearchParams(fields).toString(),
  })
  return { status: answer.statusCode, body: (answer.payload === '' ? {} : answer.json()) as Record<string, string> }
}

export const verifier = 'v'.repeat(50)

/** The parameters by which a client asks for somebody. */
export function wish(client: string, change: Record<string, string> = {}): Record<string, string> {
  return {
    client_id: client,
    redirect_uri: `https://${client}.example/back`,
    response_type: 'code',
    scope: 'openid profile.read acting',
    state: 's',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...change,
  }
}

/** Signs somebody in for a client and allows it; gives the code that comes back. */
export async function allow(
  platform: Platform,
  browser: Browser,
  query: Record<string, string>,
  who: DemoIdentity = aigul,
): Promise<string> {
  const page = await browser.open(`/oidc/auth?${new URLSearchParams(query)}`)
  const consent = await throughSignIn(platform, browser, page, who)
  const back = await browser.follow(await browser.submit(consent, { consent: 'allow' }), to =>
    to.startsWith(`https://${query.client_id}.example/`),
  )
  return new URL(back.headers.location ?? '').searchParams.get('code') ?? ''
}

/** From the page that asks who it is to the page after the code. */
export async function throughSignIn(
  platform: Platform,
  browser: Browser,
  page: Answer,
  who: DemoIdentity = aigul,
): Promise<Answer> {
  const code = await browser.follow(await browser.submit(page, { identity: who.id }))
  return browser.follow(await platform.enterCode(browser, code, who))
}

/** What an access token opens, asked with or without a proof. */
export async function ask(
  platform: Platform,
  authorization: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: Record<string, unknown> }> {
  const answer = await platform.server.inject({
    url: '/own',
    headers: { authorization, host: 'localhost:8080', ...headers },
  })
  return { status: answer.statusCode, body: answer.json() as Record<string, unknown> }
}
