import { expect, test } from 'vitest'
import { endApplication } from '../contract/index.ts'
import { aigul, dana, identityPlatform } from '../identity-platform.fixture.ts'
import { allow, ask, post, register, verifier, wish } from '../openid-tools.fixture.ts'

const platform = await identityPlatform()
await register(platform, { client: 'bank', grants: ['code', 'refresh'] })

async function tokensOf(who: typeof aigul): Promise<Record<string, string>> {
  const query = { ...wish('bank'), scope: 'openid profile.read offline_access', prompt: 'login consent' }
  const code = await allow(platform, platform.newBrowser(), query, who)
  const fields = { grant_type: 'authorization_code', client_id: 'bank', code, code_verifier: verifier }
  return (await post(platform, '/oidc/token', { ...fields, redirect_uri: 'https://bank.example/back' })).body
}
const refresh = ({ refresh_token = '' }: Record<string, string>) =>
  post(platform, '/oidc/token', { grant_type: 'refresh_token', client_id: 'bank', refresh_token })

test('access taken back on the page ends at once with its tokens, that of others stays; it is taken back once', async () => {
  const [mine, hers] = [await tokensOf(aigul), await tokensOf(dana)]
  const browser = platform.newBrowser()
  const actor = JSON.parse((await platform.signIn(browser, aigul)).text)
  const page = await browser.open('/me/access')
  expect(page.text).toContain('The bank')
  expect(page.text).toContain('see your profile: what registers know of you')
  const forged = await browser.post('/me/access', { do: 'end-application', client: 'bank' })
  expect(forged.status).toBe(403)
  expect((await ask(platform, `Bearer ${mine.access_token}`)).status).toBe(200)
  const done = await browser.follow(await browser.submit(page, { do: 'end-application', client: 'bank' }))
  expect(done.text).toContain('The application has no access any more.')
  expect(done.text).toContain('You gave no application access')
  expect((await ask(platform, `Bearer ${mine.access_token}`)).status).toBe(401)
  expect((await refresh(mine)).body.error).toBe('invalid_grant')
  expect((await ask(platform, `Bearer ${hers.access_token}`)).status).toBe(200)
  expect(await platform.runner.call(endApplication, { client: 'bank' }, actor)).toMatchObject({
    code: 'identity.application-not-found',
    pointer: '/client',
  })
})
