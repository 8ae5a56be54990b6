import { testBrowser } from '@tereze/foundation-testing'
import { expect, test } from 'vitest'
import en from '../modules/identity/messages/en.json' with { type: 'json' }
import ru from '../modules/identity/messages/ru.json' with { type: 'json' }
import { addAuthenticator } from './authenticator.ts'
import { inspect } from './inspect.ts'
import { sharedPlatform } from './platform.ts'
import { signIn } from './sign-in.ts'

const platform = await sharedPlatform()
const browser = await testBrowser()

test('a person adds a passkey, signs in with nothing but it, and removes it again', { timeout: 180_000 }, async () => {
  const visitor = await browser.visit({ language: 'ru', screen: 'phone' })
  const { page } = visitor
  await addAuthenticator(page)
  await page.goto(`${platform.origin}/sign-in?to=/me`)
  await page.getByRole('button', { name: ru['identity.page.passkey-sign-in'] }).waitFor()
  expect(await page.locator('[data-passkey-failed]').isVisible()).toBe(false)
  await inspect(visitor)
  const name = (await page.locator('button[name=identity]').first().innerText()).split('\n')[0] ?? ''
  await signIn(page, `${platform.origin}/sign-in?to=/me`, name)

  await page.getByRole('link', { name: ru['identity.page.access-title'] }).click()
  await page.getByText(ru['identity.page.passkeys-none']).waitFor()
  await inspect(visitor)
  await page.getByRole('button', { name: ru['identity.page.passkey-add'] }).click()
  await page.getByText(ru['identity.page.access-done-add-passkey']).waitFor()
  await inspect(visitor)

  await page.goto(`${platform.origin}/sign-out`)
  await page.locator('main form[method=post] button').click()
  await page.goto(`${platform.origin}/sign-in?to=/me/access&level=high`)
  await inspect(visitor)
  await page.getByRole('button', { name: ru['identity.page.passkey-sign-in'] }).click()
  await page.waitForURL(/\/me\/access$/)
  await page.getByRole('button', { name: ru['identity.page.remove'] }).click()
  await page.getByText(ru['identity.page.access-done-remove-passkey']).waitFor()

  await page.goto(`${platform.origin}/sign-in?to=/me`)
  await page.getByRole('button', { name: ru['identity.page.passkey-sign-in'] }).click()
  await expect.poll(() => page.locator('.mistakes, [data-passkey-failed]:visible').count()).toBeGreaterThan(0)
  expect(visitor.problems.filter(problem => !/status of 422/.test(problem))).toEqual([])
})

test('a password and a program that shows codes are chosen without a script', { timeout: 180_000 }, async () => {
  const visitor = await browser.visit({ language: 'en', screen: 'desktop', scripts: false })
  const { page } = visitor
  await page.goto(`${platform.origin}/sign-in`)
  const name = (await page.locator('button[name=identity]').first().innerText()).split('\n')[0] ?? ''
  await signIn(page, `${platform.origin}/sign-in?to=/me/access`, name)
  await page.getByText(en['identity.page.password-choose']).click()
  await page.locator('#flogin').fill('somebody.of.the.demo')
  await page.locator('#fpassword').fill('drum lantern orbit hazel')
  await page.getByRole('button', { name: en['identity.page.password-keep'] }).click()
  await page.getByText(en['identity.page.access-done-set-password']).waitFor()
  await page.getByText(en['identity.page.program-add']).click()
  await page.locator('.program-picture').waitFor()
  expect(visitor.problems).toEqual([])
})
