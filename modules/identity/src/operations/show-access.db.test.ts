import { expect, test } from 'vitest'
import { aigul, identityPlatform } from '../identity-platform.fixture.ts'

const platform = await identityPlatform()

test('the page tells in three languages how one signs in and where one is signed in', async () => {
  const browser = platform.newBrowser({ 'user-agent': 'Mozilla/5.0 (iPhone) Version/19.0 Safari/604.1' })
  await platform.signIn(browser, aigul)
  for (const [language, title] of [
    ['en', 'Signing in and devices'],
    ['ru', 'Вход и устройства'],
    ['kk', 'Кіру және құрылғылар'],
  ]) {
    const page = await browser.open(`/me/access?language=${language}`)
    expect(page.text).toContain(`<h1>${title}</h1>`)
    expect(page.text).toContain('Safari, iPhone')
    expect(page.text).not.toMatch(/style="|onclick|<script(?! type="module" src="\/assets\/)/)
  }
  expect((await browser.open('/me/access?done=nonsense')).text).not.toContain('role="status"')
})
