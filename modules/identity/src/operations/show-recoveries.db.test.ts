import { expect, test } from 'vitest'
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
