import { expect, test } from 'vitest'
import { withdrawClient } from '../contract/index.ts'
import { identityPlatform } from '../identity-platform.fixture.ts'
import { allow, ask, integrator, newKey, post, proven, register, verifier, wish } from '../openid-tools.fixture.ts'

const platform = await identityPlatform()

test('a withdrawn client and everything it was given are worth nothing at once', async () => {
  const key = await newKey()
  await register(platform, { client: 'fund', grants: ['system'], redirectUris: [], keys: [key.jwk as never] })
  await register(platform, { client: 'bank' })
  const system = await post(platform, '/oidc/token', {
    grant_type: 'client_credentials',
    scope: 'api',
    ...(await proven('fund', key)),
  })
  const named = await post(platform, '/oidc/token', {
    grant_type: 'authorization_code',
    client_id: 'bank',
    code: await allow(platform, platform.newBrowser(), wish('bank')),
    redirect_uri: 'https://bank.example/back',
    code_verifier: verifier,
  })
  for (const { body } of [system, named]) expect((await ask(platform, `Bearer ${body.access_token}`)).status).toBe(200)
  for (const client of ['fund', 'bank'])
    expect(await platform.runner.call(withdrawClient, { client }, integrator)).toEqual({ client })
  for (const { body } of [system, named]) expect((await ask(platform, `Bearer ${body.access_token}`)).status).toBe(401)
  expect((await platform.newBrowser().open(`/oidc/auth?${new URLSearchParams(wish('bank'))}`)).status).toBe(400)
  expect(await platform.runner.call(withdrawClient, { client: 'bank' }, integrator)).toMatchObject({
    code: 'identity.client-not-found',
  })
})
