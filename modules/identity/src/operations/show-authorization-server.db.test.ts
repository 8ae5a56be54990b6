import { expect, test } from 'vitest'
import { identityPlatform, origin } from '../identity-platform.fixture.ts'

const platform = await identityPlatform()

test('metadata of the provider is where its name leads: it knows the code of an offer', async () => {
  const { server } = platform
  const at = await server.inject({
    url: '/.well-known/oauth-authorization-server/oidc',
    headers: { host: 'localhost:8080' },
  })
  expect(at.statusCode).toBe(200)
  expect(at.json()).toMatchObject({
    issuer: `${origin}/oidc`,
    token_endpoint: `${origin}/oidc/token`,
    grant_types_supported: expect.arrayContaining(['urn:ietf:params:oauth:grant-type:pre-authorized_code']),
    'pre-authorized_grant_anonymous_access_supported': true,
  })
})
