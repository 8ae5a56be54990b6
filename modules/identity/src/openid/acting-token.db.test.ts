import { decodeJwt } from 'jose'
import { expect, test } from 'vitest'
import { aigul, dana, identityPlatform } from '../identity-platform.fixture.ts'
import { allow, ask, newKey, post, proven, register, verifier, wish } from '../openid-tools.fixture.ts'

const firm = 'organisation_01960000-0000-7000-8000-0000000000f1'
let directs = true
const platform = await identityPlatform({
  mayActFor: async (person, principal) => directs && person === aigul.id && principal === firm,
})
const key = await newKey()
const keys = [key.jwk as never]
await register(platform, { client: 'bookkeeper', grants: ['code', 'exchange'], keys })
await register(platform, { client: 'fund', grants: ['exchange'], redirectUris: [], keys, exchanges: ['bookkeeper'] })

const signIn = async (scope = 'openid profile.read acting') => {
  const code = await allow(platform, platform.newBrowser(), wish('bookkeeper', { scope }))
  const { body } = await post(platform, '/oidc/token', {
    grant_type: 'authorization_code',
    ...(await proven('bookkeeper', key)),
    code,
    redirect_uri: 'https://bookkeeper.example/back',
    code_verifier: verifier,
  })
  return body.access_token ?? ''
}
const exchange = async (client: string, token: string, change: Record<string, string> = {}) =>
  post(platform, '/oidc/token', {
    grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
    subject_token: token,
    subject_token_type: 'urn:ietf:params:oauth:token-type:access_token',
    ...(await proven(client, key)),
    ...change,
  })

test('an application’s token carries for whom its person acts, and so does every one that it is exchanged for', async () => {
  const own = await signIn()
  const acting = (await exchange('bookkeeper', own, { requested_subject: firm })).body.access_token ?? ''
  expect(decodeJwt(acting)).toMatchObject({ sub: firm, act: { sub: 'bookkeeper', act: { sub: aigul.id } } })
  expect((await ask(platform, `Bearer ${acting}`)).body).toMatchObject({
    kind: 'person',
    id: aigul.id,
    onBehalfOf: firm,
    clients: ['bookkeeper'],
    assurance: 'substantial',
  })
  const passed = (await exchange('fund', acting)).body.access_token ?? ''
  expect((await ask(platform, `Bearer ${passed}`)).body).toMatchObject({
    id: aigul.id,
    onBehalfOf: firm,
    clients: ['bookkeeper', 'fund'],
  })
  const both = (await exchange('fund', own, { requested_subject: firm })).body.access_token ?? ''
  expect((await ask(platform, `Bearer ${both}`)).body).toMatchObject({
    id: aigul.id,
    onBehalfOf: firm,
    clients: ['bookkeeper', 'fund'],
  })
  expect((await ask(platform, `Bearer ${own}`)).body).toMatchObject({ id: aigul.id, onBehalfOf: null })
  expect((await exchange('fund', own, { scope: 'messages' })).body.error).toBe('invalid_scope')
  expect(
    (await exchange('bookkeeper', await signIn('openid profile.read'), { requested_subject: firm })).body,
  ).toMatchObject({
    error: 'invalid_scope',
    scope: 'acting',
  })

  const refused = [
    exchange('bookkeeper', own, { requested_subject: dana.id }),
    exchange('bookkeeper', acting, { requested_subject: firm }),
    exchange('bookkeeper', own),
  ]
  for (const { status, body } of await Promise.all(refused))
    expect([status, body.error]).toEqual([400, 'invalid_grant'])
  directs = false
  expect((await exchange('bookkeeper', own, { requested_subject: firm })).body.error).toBe('invalid_grant')
})
