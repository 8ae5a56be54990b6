import { testBrowser } from '@tereze/foundation-testing'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import ru from '../apps/portal/messages/ru.json' with { type: 'json' }
import { inspect } from './inspect.ts'
import { sharedPlatform } from './platform.ts'
import { signIn } from './sign-in.ts'
import { reloadUntil } from './until.ts'

const platform = await sharedPlatform()
const browser = await testBrowser()
const at = (path: string) => `${platform.origin}${path}`

/** Somebody of the demo country signed in on a phone of their own. */
async function arrive(name: string) {
  const visitor = await browser.visit({ language: 'ru', screen: 'phone' })
  await signIn(visitor.page, at('/sign-in'), name)
  return visitor
}

/** What stands beside a fact of one's own data. */
async function factOf(page: Page, pointer: string): Promise<string> {
  await page.goto(at('/me'))
  const link = page.locator(`a[href*="register=people"][href$="pointer=${encodeURIComponent(pointer)}"]`).first()
  return (await page.locator('dl.facts > div', { has: link }).locator('.value').innerText()).trim()
}

/** Waits until the power on a page stands so. */
const stands = (page: Page, state: 'offered' | 'in-force' | 'ended') =>
  page
    .locator('main .tag', { hasText: ru[`power.state.${state}`] })
    .first()
    .waitFor()

test('somebody is given a power, accepts it, acts by it on every page, and is refused the moment it ends', {
  timeout: 180_000,
}, async () => {
  const helper = await arrive('Родникова')
  const number = await factOf(helper.page, '/identifier')
  const giver = await arrive('Жайлауова')

  await giver.page.goto(at('/me/powers/give'))
  await inspect(giver)
  await giver.page.locator('input[name=identifier]').fill(number)
  await giver.page.locator('input[name=family]').fill('родникова')
  await giver.page.locator('input[type=checkbox][value=see-data]').check()
  const today = await giver.page.locator('input[name=from]').inputValue()
  await giver.page.locator('input[name=until]').fill(today)
  await giver.page.getByRole('button', { name: ru['powers.send'] }).click()
  await stands(giver.page, 'offered')
  await inspect(giver)

  await helper.page.goto(at('/me/acting'))
  await helper.page.getByRole('link', { name: 'Жайлауова' }).click()
  await helper.page.getByRole('button', { name: ru['power.accept'] }).click()
  await stands(helper.page, 'in-force')
  await helper.page.goto(at('/me/acting'))
  await helper.page.getByRole('button', { name: 'Жайлауова' }).click()
  const bar = helper.page.locator('.acting-bar')
  await bar.waitFor()
  await inspect(helper)
  await helper.page.goto(at('/me'))
  expect(await bar.innerText()).toContain('Жайлауова')
  await helper.page.locator('main h2').first().waitFor()

  await giver.page.reload()
  await giver.page.getByRole('button', { name: ru['power.end'] }).click()
  await stands(giver.page, 'ended')
  const refused = await helper.page.reload()
  expect(refused?.status()).toBe(403)
  await bar.getByRole('button', { name: ru['acting.bar.end'] }).click()
  await bar.waitFor({ state: 'detached' })
  expect((await helper.page.goto(at('/me')))?.status()).toBe(200)

  await giver.page.goto(at('/me/looks'))
  await giver.page.getByText('Тот, кому дано полномочие').first().waitFor()
})

test('a director applies for the firm by its form; the licence and the messages are the firm’s, and she is told by mail', {
  timeout: 180_000,
}, async () => {
  const { page, ...director } = await arrive('Жайлауова')
  await page.goto(at('/services/pharmacy-licence'))
  await inspect({ page, ...director })
  await page.locator('main form[action="/me/acting"] button').first().click()
  await page.locator('.acting-bar').waitFor()
  await page.getByRole('button', { name: ru['entry.apply'] }).click()
  const question = page.locator('main a[href*="/tasks/"]').first()
  await reloadUntil(page, question)
  await question.click()
  await page.locator('input[type=checkbox]').first().check()
  await page.locator('input[name$=pharmacists]').fill('2')
  await page.locator('button[value=next]').click()
  await page.locator('input[name$=premises]').fill('Садовая 4')
  await page.locator('input[name$=area]').fill('40')
  await page.locator('button[value=next]').click()
  await page.locator('button[value=send]').click()
  await page.waitForURL(url => url.searchParams.has('done'))
  await reloadUntil(page, page.locator('main a[href$="file.pdf"]'))
  await page.getByText(ru['case.submitter'].split('{')[0] ?? '').waitFor()
  const extract = page.locator('a[href^="/v1/files/health/"]')
  expect(await page.locator('main li', { has: extract }).innerText()).toContain('Налоговое агентство')
  const given = await page.request.get(at((await extract.getAttribute('href')) ?? ''))
  expect((await given.body()).subarray(0, 200).toString('latin1')).toMatch(/^%PDF-/)
  await page.locator('nav a[href^="/me/firms/"]').first().click()
  await page.getByRole('heading', { name: ru['firm.colleagues'] }).waitFor()
  await inspect({ page, ...director })
  await page.locator('.acting-bar button').click()
  await page.locator('.acting-bar').waitFor({ state: 'detached' })
  await page.goto(at('/messages'))
  await page.getByText('Новое сообщение для организации').first().waitFor()
  await page.goto(at('/cases'))
  expect(await page.locator('main').innerText()).not.toContain('Открытие аптеки')
})
