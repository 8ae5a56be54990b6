import { decodeJwt } from 'jose'
import { expect, test } from 'vitest'
import { aigul, identityPlatform, origin } from '../identity-platform.fixture.ts'
import { allow, ask, dpop, newKey, post, register, verifier, wish } from '../openid-tools.fixture.ts'
import type { WalletIssuers } from '../ports/wallet-issuers.ts'
import { offeredGrant } from './client-metadata.ts'

const issuer = `${origin}/credentials/civil-registry`
const document = 'document_01960000-0000-7000-8000-000000000001'
const taken: string[] = []
const issuers: WalletIssuers = {
  issuerAt: path => (path.startsWith('/own') ? null : issuer),
  scopesOf: at => (at === issuer ? ['credential:birth-certificate', 'credential:diploma'] : null),
  issuerOf: scope => (scope.startsWith('credential:') ? issuer : null),
  nameOf: scope => (scope.startsWith('credential:') ? 'Birth certificate' : null),
  async take(code, number) {
    if (code !== 'code' || number !== '123456') return null
    taken.push(code)
    const scope = 'credential:birth-certificate'
    return { account: aigul.id, assurance: 'substantial', issuer, scope, documents: [document] }
  },
  detailsOf: async ({ scopes, documents }) => [{ scopes, documents }],
}
const platform = await identityPlatform({ issuers })
const offer = { grant_type: offeredGrant, 'pre-authorized_code': 'code', tx_code: '123456' }
const token = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
  post(platform, '/oidc/token', fields, headers)

test('a code and its number give a token for this issuer alone, to a wallet that does not name itself', async () => {
  const { status, body } = await token(offer)
  expect([status, body.token_type, body.scope]).toEqual([200, 'Bearer', 'credential:birth-certificate'])
  expect(body.authorization_details).toEqual([{ scopes: ['credential:birth-certificate'], documents: [document] }])
  expect(decodeJwt(body.access_token ?? '')).toMatchObject({
    sub: aigul.id,
    aud: issuer,
    client_id: 'wallet',
    acr: 'substantial',
    documents: [document],
  })
  expect(await platform.readWalletToken(body.access_token ?? '', issuer)).toEqual({
    account: aigul.id,
    client: 'wallet',
    scopes: ['credential:birth-certificate'],
    documents: [document],
  })
  expect(await platform.readWalletToken(body.access_token ?? '', `${origin}/credentials/health`)).toBeNull()
  // It opens nothing else.
  expect(await ask(platform, `Bearer ${body.access_token}`)).toMatchObject({
    status: 401,
    body: { code: 'identity.token-invalid' },
  })
})

test('nothing is given for another number, to a client that may not, or with a proof that does not hold', async () => {
  const before = taken.length
  const refused = { status: 400, body: { error: 'invalid_grant' } }
  expect(await token({ ...offer, tx_code: '654321' })).toMatchObject(refused)
  expect(await token({ ...offer, 'pre-authorized_code': 'other' })).toMatchObject(refused)
  const key = await newKey()
  const elsewhere = await dpop(key, { method: 'POST', path: '/elsewhere' })
  expect(await token(offer, { dpop: elsewhere })).toMatchObject(refused)
  await register(platform, { client: 'bank' })
  expect(await token({ ...offer, client_id: 'bank' })).toMatchObject({
    status: 400,
    body: { error: 'invalid_request' },
  })
  expect((await token({ grant_type: 'client_credentials', client_id: 'wallet' })).status).toBe(400)
  expect(taken.length).toBe(before)
})

test('a token may be bound to the wallet’s key', async () => {
  const key = await newKey()
  const { body } = await token(offer, { dpop: await dpop(key, { method: 'POST', path: '/oidc/token' }) })
  expect(body.token_type).toBe('DPoP')
})

test('a wallet that signs its person in asks for a scope and is told what there is to fetch', async () => {
  await register(platform, { client: 'our-wallet', grants: ['code', 'offer'] })
  const query = wish('our-wallet', { scope: 'credential:birth-certificate' })
  const browser = platform.newBrowser()
  const code = await allow(platform, browser, query)
  const { body } = await token({
    grant_type: 'authorization_code',
    client_id: 'our-wallet',
    code,
    redirect_uri: 'https://our-wallet.example/back',
    code_verifier: verifier,
  })
  expect(decodeJwt(body.access_token ?? '')).toMatchObject({
    sub: aigul.id,
    aud: issuer,
    scope: 'credential:birth-certificate',
  })
  expect(body.authorization_details).toEqual([{ scopes: ['credential:birth-certificate'], documents: null }])
  expect((await token({ ...offer, client_id: 'our-wallet' })).status).toBe(200)
})

test('the person reads which credential the wallet wants before it gets it', async () => {
  await register(platform, { client: 'another-wallet' })
  const browser = platform.newBrowser()
  const page = await browser.open(
    `/oidc/auth?${new URLSearchParams(wish('another-wallet', { scope: 'credential:birth-certificate' }))}`,
  )
  const chosen = await browser.follow(await browser.submit(page, { identity: aigul.id }))
  const consent = await browser.follow(await platform.enterCode(browser, chosen, aigul))
  expect(consent.text).toContain('keep “Birth certificate” in your wallet')
})
