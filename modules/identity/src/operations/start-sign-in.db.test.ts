import { expect, test } from 'vitest'
import { identityPlatform, origin } from '../identity-platform.fixture.ts'

const { newBrowser } = await identityPlatform()

test('the sign-in is the code flow with PKCE, state and nonce', async () => {
  const browser = newBrowser()
  const asked = new URL((await browser.send('GET', '/sign-in')).headers.location ?? '')
  expect(asked.origin + asked.pathname).toBe(`${origin}/oidc/auth`)
  expect(Object.fromEntries(asked.searchParams)).toMatchObject({
    response_type: 'code',
    client_id: 'portal',
    code_challenge_method: 'S256',
    redirect_uri: `${origin}/sign-in/callback`,
  })
  for (const name of ['state', 'nonce', 'code_challenge'])
    expect(asked.searchParams.get(name)?.length).toBeGreaterThan(40)
})

test('whoever comes by another name of this place goes on at the right one', async () => {
  const answer = await newBrowser({ host: '127.0.0.1:8080' }).send('GET', '/sign-in?to=%2Fown')
  expect(answer.headers.location).toBe(`${origin}/sign-in?to=%2Fown`)
})
