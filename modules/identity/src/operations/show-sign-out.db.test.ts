import { expect, test } from 'vitest'
import { aigul, identityPlatform } from '../identity-platform.fixture.ts'

const { newBrowser, signIn } = await identityPlatform()

test('whoever is signed in is asked, nobody is told that they are signed out', async () => {
  const browser = newBrowser()
  expect((await browser.open('/sign-out')).text).toContain('You are signed out')
  await signIn(browser, aigul)
  const page = await browser.open('/sign-out')
  expect(page.text).toContain('Sign out?')
  expect(page.text).toContain('name="_form"')
  expect((await browser.open('/own')).status).toBe(200)
})

test('it speaks the language that is asked for', async () => {
  expect((await newBrowser().open('/sign-out?language=ru')).text).toContain('Вы вышли')
})
