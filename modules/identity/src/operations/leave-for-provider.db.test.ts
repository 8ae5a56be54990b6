import { expect, test } from 'vitest'
import { identityPlatform } from '../identity-platform.fixture.ts'

const platform = await identityPlatform()

test('an unknown provider, a forged form and somebody else’s sign-in lead nowhere', async () => {
  const browser = platform.newBrowser()
  const page = await browser.open('/sign-in')
  const form = /name="_form" value="([^"]*)"/.exec(page.text)?.[1] ?? ''
  const address = `${page.url.pathname}/outside`
  expect((await browser.post(address, { _form: form, provider: 'nobody' })).status).toBe(404)
  expect((await browser.post(address, { provider: 'nobody' })).status).toBe(403)
  expect((await platform.newBrowser().post(address, { _form: form, provider: 'nobody' })).status).toBe(410)
})
