import { testBrowser } from '@tereze/foundation-testing'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import kk from '../apps/portal/messages/kk.json' with { type: 'json' }
import en from '../apps/studio/messages/en.json' with { type: 'json' }
import { press, writeGardenPlot } from './garden-plot.ts'
import { inspect } from './inspect.ts'
import { journeyPlatform } from './platform.ts'
import { signIn } from './sign-in.ts'
import { reloadUntil } from './until.ts'

const platform = await journeyPlatform()
const browser = await testBrowser()
/** Stories are told on a platform of their own, which is made at the first. */
const patient = { timeout: 120_000 }

async function official(name: string, at = '/studio/') {
  const visitor = await browser.visit({ language: 'en', screen: 'desktop' })
  await signIn(visitor.page, `${platform.origin}${at}`, name)
  return visitor
}

const word = (key: keyof typeof en) => en[key]
const follow = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).first().click()

test('a service is made from a blank page, tried, published by another and given to a citizen, and nobody sees a file', {
  timeout: 300_000,
}, async () => {
  const { page, problems } = await official('Аяулым Тұмарова')
  await follow(page, word('begin.title'))
  await page.getByRole('radio', { name: word('begin.blank') }).check()
  for (const [label, name] of [
    [word('begin.name-en'), 'Garden plot'],
    [word('begin.name-ru'), 'Садовый участок'],
    [word('begin.name-kk'), 'Бақ телімі'],
  ] as const)
    await page.getByLabel(label).fill(name)
  await page.getByLabel(word('begin.id')).fill('garden-plot')
  await press(page, word('begin.do'))
  await page.getByRole('navigation', { name: 'Parts of the draft' }).waitFor()
  const draft = new URL(page.url()).pathname

  await page.goto(`${platform.origin}${draft}?file=digital-regulation.json`)
  await writeGardenPlot(page)
  await page.getByRole('tab', { name: 'Legal text' }).click()
  expect(await page.getByText('Garden plot, қазақша').count()).toBeGreaterThan(0)
  expect(await page.getByText('Garden plot, по-русски').count()).toBeGreaterThan(0)
  await page.getByRole('tab', { name: 'Try out' }).click()
  await page.getByText('Granted', { exact: true }).waitFor()
  await page.getByRole('combobox', { name: 'Area of the plot' }).selectOption('11')
  await page.getByText('The plot is too large').waitFor()
  await page.getByRole('tab', { name: 'Package' }).click()
  await press(page, 'Work out the package')
  await press(page, 'Apply to the draft')
  await page.getByText('Applied to the draft.').waitFor()
  await page.getByText(/^Saved /).waitFor()
  await page.getByText('No faults found').waitFor()

  await page.goto(`${platform.origin}${draft}/bench`)
  await press(page, word('bench.tell-all'))
  await page.getByText(/^(\d+) of \1 /).waitFor(patient)

  const { page: other, problems: others } = await official('Алмас Шалғынов', `${draft}/bench`)
  await other.goto(`${platform.origin}${draft}/bench`)
  await other.getByLabel(word('certificate.tried')).fill('Three gardeners asked for plots of all sizes')
  await other.getByLabel(word('certificate.testers')).fill('3')
  await other.getByLabel(word('certificate.found')).fill('All got what is due to them')
  await other.getByRole('radio', { name: word('certificate.yes') }).check()
  await press(other, word('certificate.do'))
  await other.getByText('3 persons tried it and got through').waitFor()

  await page.goto(`${platform.origin}${draft}/publish`)
  await page.getByLabel(word('request.name')).fill('The first version')
  await press(page, word('request.do'))
  await page.getByText('Waits for a reviewer').waitFor()
  await other.goto(page.url())
  await press(other, word('publication.approve'))
  await press(other, word('publication.publish'))
  await reloadUntil(other, other.getByText(word('publications.published'), { exact: true }))

  const citizen = await browser.visit({ language: 'kk', screen: 'phone' })
  await signIn(citizen.page, `${platform.origin}/sign-in`, 'Алтынова')
  await citizen.page.goto(`${platform.origin}/services/garden-plot`)
  await inspect(citizen)
  await citizen.page.getByRole('button', { name: kk['entry.apply'] }).click()
  const task = citizen.page.locator('main a[href*="/tasks/"]')
  await reloadUntil(citizen.page, task)
  await task.first().click()
  await citizen.page.locator('input[name="/area"]').fill('8')
  await inspect(citizen)
  await citizen.page.locator('button[value=next]').click()
  await citizen.page.locator('button[value=send]').click()
  await reloadUntil(citizen.page, citizen.page.locator('main a[href*="/documents/"]'))
  await inspect(citizen)

  // A region that joined a typical service pays its own amount; the template itself is nobody's service.
  expect((await citizen.page.goto(`${platform.origin}/services/heating-support`))?.status()).toBe(404)
  await citizen.page.goto(`${platform.origin}/services/heating-support-north`)
  await citizen.page.getByRole('button', { name: kk['entry.apply'] }).click()
  await reloadUntil(citizen.page, task)
  await task.first().click()
  await citizen.page.locator('input[name="/account"]').first().check()
  await citizen.page.locator('button[value=next]').click()
  await citizen.page.locator('button[value=send]').click()
  await reloadUntil(citizen.page, citizen.page.getByText(/30.000/))
  expect([...problems, ...others]).toEqual([])
})
