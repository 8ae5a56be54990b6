import { testBrowser } from '@tereze/foundation-testing'
import { expect, test } from 'vitest'
import kk from '../apps/portal/messages/kk.json' with { type: 'json' }
import ru from '../apps/workplace/messages/ru.json' with { type: 'json' }
import shared from '../ui/app/messages/ru.json' with { type: 'json' }
import { inspect } from './inspect.ts'
import { sharedPlatform } from './platform.ts'
import { signIn } from './sign-in.ts'

const platform = await sharedPlatform()
const browser = await testBrowser()

test('a registrar gives a link to one record; whoever holds it sees it until it is revoked', {
  timeout: 120_000,
}, async () => {
  const official = await browser.visit({ language: 'ru', screen: 'desktop' })
  const desk = official.page
  await signIn(desk, `${platform.origin}/workplace/registers/people`, shared['role.registrar'])
  await desk.goto(`${platform.origin}/workplace/registers/people?sex=female`)
  const row = desk.locator('tbody tr').first()
  const name = (await row.getByRole('rowheader').innerText()).trim()
  await row.getByRole('link').click()
  const links = desk.getByRole('region', { name: ru['registers.links'] })
  await links.getByLabel(ru['registers.link-purpose']).fill('Справка для школы')
  await links.getByRole('button', { name: ru['registers.link-make'] }).click()
  const address = await links.locator('code').innerText()
  expect(new URL(address).origin).toBe(platform.origin)
  await inspect(official)

  // Looking at the address opens nothing: only the button does.
  const reader = await browser.visit({ language: 'kk', screen: 'phone', scripts: false })
  const { page } = reader
  await page.goto(address)
  await page.getByRole('button', { name: kk['link.button'] }).waitFor()
  await desk.reload()
  await links.getByText(ru['registers.never-opened']).waitFor()
  await page.getByRole('button', { name: kk['link.button'] }).click()
  await page.getByText('Справка для школы').waitFor()
  await page
    .getByText(name.split(' ')[0] ?? name)
    .first()
    .waitFor()
  await desk.reload()
  await expect.poll(() => links.getByText(ru['registers.never-opened']).count()).toBe(0)

  await links.getByRole('button', { name: ru['registers.link-revoke'] }).click()
  await links.getByText(ru['registers.link.revoked']).waitFor()
  await page.goto(address)
  await page.getByRole('button', { name: kk['link.button'] }).click()
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(await page.locator('main').innerText()).not.toContain(name.split(' ')[0] ?? name)
  expect(reader.problems.filter(problem => !/status of 410/.test(problem))).toEqual([])
})
