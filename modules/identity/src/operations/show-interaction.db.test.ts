import { expect, test } from 'vitest'
import { identityPlatform, stranger } from '../identity-platform.fixture.ts'

const { newBrowser, phone } = await identityPlatform()

test('anybody is found by name, the people of the story stand first', async () => {
  const browser = newBrowser()
  const page = await browser.open('/sign-in')
  expect(page.text).toContain('Aigul Serik')
  expect(page.text).not.toContain(stranger.name)
  expect(page.text.indexOf('Aigul Serik')).toBeLessThan(page.text.indexOf('Oleg Case'))
  const found = await browser.open(`${page.url.pathname}?query=known`)
  expect(found.text).toContain(stranger.name)
  expect(found.text).not.toContain('Aigul Serik')
  const none = await browser.open(`${page.url.pathname}?query=${encodeURIComponent('<b>')}`)
  expect(none.text).toContain('“&lt;b&gt;”')
  const code = await browser.follow(await browser.submit(found, { identity: stranger.id }))
  expect(code.text).toContain(`id="demo-code">${await phone.shownCode(stranger)}<`)
})

test('an official is shown with the organisation, in the language of the page', async () => {
  const page = await newBrowser({ 'accept-language': 'kk' }).open('/sign-in')
  expect(page.text).toContain('<span class="hint">Әлеуметтік қорғау</span>')
})

test('officials come first where an official is expected', async () => {
  const page = await newBrowser().open('/sign-in?as=official')
  expect(page.text.indexOf('Oleg Case')).toBeLessThan(page.text.indexOf('Aigul Serik'))
})

test('people of one name are told apart, the page says that it is a demo and where help is', async () => {
  const browser = newBrowser({ 'accept-language': 'ru' })
  const page = await browser.open('/sign-in')
  expect(page.text).toContain('Это демонстрация')
  expect(page.text).toContain('href="/help/sign-in"')
  expect(page.text).not.toContain('Tereze</a>')
  const found = await browser.open(`${page.url.pathname}?query=known`)
  expect(found.text).toContain('<span class="hint">1994 года рождения · Северная область</span>')
})
