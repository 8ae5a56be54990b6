import { expect, test } from 'vitest'
import { aigul, identityPlatform } from '../identity-platform.fixture.ts'

const platform = await identityPlatform({ origin: 'https://services.example' })

test.each([
  ['kk', 'Сіз кімсіз?'],
  ['ru-RU,ru;q=0.9,en;q=0.8', 'Кто вы?'],
  ['de, en;q=0.5', 'Who are you?'],
])('the page speaks the language that the browser asks for: %s', async (accept, title) => {
  const page = await platform.newBrowser({ 'accept-language': accept }).open('/sign-in')
  expect(page.text).toContain(`<h1>${title}</h1>`)
})

test('a chosen language stays, over what the browser asks for', async () => {
  const browser = platform.newBrowser({ 'accept-language': 'en' })
  const page = await browser.open('/sign-in')
  const switched = await browser.open(`${page.url.pathname}?language=kk`)
  expect(switched.text).toContain('<html lang="kk">')
  expect(browser.cookie('tereze_language')).toBe('kk')
  const code = await browser.follow(await browser.submit(switched, { identity: aigul.id }))
  expect(code.text).toContain('Кодты енгізіңіз')
  const wrong = await browser.submit(code, { code: 'x' })
  expect(wrong.text).toContain('Код қате')
  expect((await browser.open(`${page.url.pathname}?language=xx`)).text).toContain('<html lang="kk">')
})

test('where there is https every cookie is for https only, under a name that no other host can give it', async () => {
  const browser = platform.newBrowser()
  await platform.signIn(browser, aigul)
  const cookies = browser.seen.flatMap(answer => answer.setCookies)
  expect(cookies.length).toBeGreaterThan(5)
  for (const cookie of cookies) expect(cookie.toLowerCase(), cookie).toMatch(/; ?secure/)
  for (const cookie of cookies) expect(cookie).toMatch(/; ?path=\/(;|$)/i.test(cookie) ? /^__Host-/ : /^__Secure-/)
  for (const name of ['tereze_session', 'tereze_openid', 'tereze_openid.sig'])
    expect(cookies.map(cookie => cookie.split('=')[0])).toContain(`__Host-${name}`)
  const session = browser.cookie('tereze_session') ?? ''
  const known = async (name: string) =>
    (await platform.newBrowser({ cookie: `${name}=${session}` }).open('/v1/identity/get-session')).text
  expect(await known('__Host-tereze_session')).toContain(aigul.id)
  expect(await known('tereze_session')).toContain('"anonymous"')
  for (const cookie of cookies) expect(cookie.toLowerCase(), cookie).toMatch(/; ?httponly/)
})

test('pages need no script of their own and are kept nowhere', async () => {
  const browser = platform.newBrowser()
  const page = await platform.chooseIdentity(browser, aigul)
  for (const { text, headers, status } of browser.seen.filter(answer => answer.text.includes('<!doctype'))) {
    expect(status).toBe(200)
    expect(text).not.toMatch(/<script(?! type="module" src="\/assets\/)|style="|onclick/)
    expect(headers['cache-control']).toBe('no-store')
  }
  expect(page.text).toMatch(/<label for="fcode">/)
  expect(page.text).toContain('autocomplete="one-time-code"')
})
