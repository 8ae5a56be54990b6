import { expect, test } from 'vitest'
import { identityPlatform } from '../identity-platform.fixture.ts'

const platform = await identityPlatform()

test('the text is given to the browser that began the sign-in alone; without a check of certificates the way is not offered', async () => {
  const browser = platform.newBrowser()
  const page = await browser.open('/sign-in?to=%2Fown')
  expect(page.text).not.toContain('fcertificate')
  const address = `${page.url.pathname}/certificate`
  expect((await browser.send('GET', address)).headers['content-type']).toContain('text/plain')
  expect((await platform.newBrowser().send('GET', address)).status).toBe(410)
})
