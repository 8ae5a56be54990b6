import { expect, test } from 'vitest'
import { optionsIn, softAuthenticator } from '../authenticator.fixture.ts'
import { aigul, identityPlatform, moveMoney, origin } from '../identity-platform.fixture.ts'

const platform = await identityPlatform()
const { newBrowser } = platform

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

test('what needs a surer sign-in says so, leads to one, and goes on where it was', async () => {
  const browser = newBrowser()
  await platform.signIn(browser, aigul)
  const move = async () => {
    const { formToken } = JSON.parse((await browser.open('/v1/identity/get-session')).text)
    return browser.send('POST', `/v1/${moveMoney.module}/${moveMoney.verb}`, {
      body: '{}',
      headers: { 'content-type': 'application/json', 'x-tereze-form': formToken },
    })
  }
  const no = await move()
  expect(no.status).toBe(401)
  expect(JSON.parse(no.text)).toMatchObject({ code: 'operations.assurance-needed', params: { level: 'high' } })
  expect(no.headers['www-authenticate']).toContain('error="insufficient_user_authentication", acr_values="high"')
  const access = await browser.open('/me/access')
  const authenticator = softAuthenticator({ origin })
  await browser.submit(access, { do: 'add-passkey', response: JSON.stringify(authenticator.create(optionsIn(access))) })

  const page = await browser.open('/sign-in?to=%2Fown%3Fafter&level=high')
  expect(page.text).toContain('needs a passkey that stays on its device')
  expect(page.text).not.toContain('name="identity"')
  expect(page.text).not.toContain('name="password"')
  const weak = await browser.follow(await browser.submit(page, { identity: aigul.id }))
  const refused = await browser.follow(await platform.enterCode(browser, weak, aigul))
  expect(refused.status).toBe(403)
  expect(refused.text).toContain('This sign-in is not sure enough')
  expect((await move()).status).toBe(401)

  const again = await browser.open('/sign-in?to=%2Fown%3Fafter&level=high')
  const form = /name="_form" value="([^"]*)"/.exec(again.text)?.[1] ?? ''
  const response = JSON.stringify(authenticator.get(optionsIn(again)))
  const end = await browser.follow(await browser.post(`${again.url.pathname}/passkey`, { _form: form, response }))
  expect(end.url.search).toBe('?after')
  expect(JSON.parse(end.text)).toMatchObject({ assurance: 'high' })
  expect(JSON.parse((await move()).text)).toEqual({ moved: true })
})
