import { testBrowser } from '@tereze/foundation-testing'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import en from '../modules/identity/messages/en.json' with { type: 'json' }
import ru from '../modules/identity/messages/ru.json' with { type: 'json' }
import { inspect } from './inspect.ts'
import { journeyPlatform } from './platform.ts'
import { signIn } from './sign-in.ts'

const platform = await journeyPlatform()
const browser = await testBrowser()

/** An authenticator of the device that checks its owner and keeps its keys (Chromium’s virtual one). */
async function addAuthenticator(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

test('a person adds a passkey, signs in with nothing but it, and removes it again', { timeout: 180_000 }, async () => {
  const visitor = await browser.visit({ language: 'ru', screen: 'phone' })
  const { page } = visitor
  await addAuthenticator(page)
  await page.goto(`${platform.origin}/sign-in?to=/me`)
  await page.getByRole('button', { name: ru['identity.page.passkey-sign-in'] }).waitFor()
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

test('another device is seen and signed out from here, without a script', { timeout: 120_000 }, async () => {
  const other = await browser.visit({ language: 'en', screen: 'desktop' })
  const own = await browser.visit({ language: 'en', screen: 'desktop', scripts: false })
  await own.page.goto(`${platform.origin}/sign-in`)
  const name = (await own.page.locator('button[name=identity]').first().innerText()).split('\n')[0] ?? ''
  for (const { page } of [other, own]) await signIn(page, `${platform.origin}/sign-in?to=/me/access`, name)
  await inspect(own)
  await own.page.getByText(en['identity.page.password-choose']).click()
  await own.page.getByLabel(en['identity.page.password-name'], { exact: true }).fill('somebody.of.the.demo')
  await own.page.getByLabel(en['identity.page.password-new'], { exact: true }).fill('drum lantern orbit hazel')
  await own.page.getByRole('button', { name: en['identity.page.password-keep'] }).click()
  await own.page.getByText(en['identity.page.access-done-set-password']).waitFor()
  await own.page.getByText(en['identity.page.program-add']).click()
  await inspect(own)
  await own.page.getByRole('button', { name: en['identity.page.end-others'] }).click()
  await own.page.getByText(en['identity.page.access-done-end-sessions']).waitFor()
  await other.page.goto(`${platform.origin}/me`)
  await other.page
    .getByRole('link', { name: /sign in/i })
    .first()
    .waitFor()
  expect(await other.page.locator('main').innerText()).not.toContain(name)
})
