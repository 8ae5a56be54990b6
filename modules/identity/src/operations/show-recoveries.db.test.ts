import { expect, test } from 'vitest'
import { setPassword } from '../contract/index.ts'
import { identityPlatform, officer } from '../identity-platform.fixture.ts'

const platform = await identityPlatform()

test.each([
  ['en', 'Giving accounts back'],
  ['ru', 'Возвращение доступа'],
  ['kk', 'Қолжетімділікті қайтару'],
])('the page of recoveries in %s', async (language, title) => {
  const browser = platform.newBrowser()
  await platform.signIn(browser, officer)
  const page = await browser.open(`/recovery?language=${language}`)
  expect(page.text).toContain(`<h1>${title}</h1>`)
  expect(page.text).toContain('<label for="fdocument">')
  expect(page.text).not.toMatch(/<script|style="|onclick/)
})

test('whoever signed in by password alone is led through a surer sign-in before anything is typed', async () => {
  const browser = platform.newBrowser()
  const actor = JSON.parse((await platform.signIn(platform.newBrowser(), officer)).text)
  await platform.runner.call(setPassword, { signInName: 'oleg', password: 'drum lantern orbit hazel' }, actor)
  const page = await browser.open('/sign-in?as=official&to=%2Frecovery')
  const form = /name="_form" value="([^"]*)"/.exec(page.text)?.[1] ?? ''
  const password = { _form: form, login: 'oleg', password: 'drum lantern orbit hazel' }
  const shown = await browser.follow(await browser.post(`${page.url.pathname}/password`, password))
  expect(shown.text).toContain('Giving accounts back needs a surer sign-in')
  expect(shown.text).toContain('href="/sign-in?level=substantial&amp;to=%2Frecovery"')
  expect(shown.text).not.toContain('<label for="fdocument">')
})
